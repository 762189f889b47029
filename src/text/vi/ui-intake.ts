/** The wizard that brings files in. */

export const uiIntake = {
  "intake.title": "Nhập tệp",
} as const;
