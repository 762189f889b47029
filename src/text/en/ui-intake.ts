/** The wizard that brings files in. */
import type { uiIntake as vi } from "../vi/ui-intake.ts";

export const uiIntake: Record<keyof typeof vi, string> = {
  "intake.title": "Bring a file in",
};
