/** Panels, buttons, dialogs. */
export const ui = {} as const satisfies Record<string, string>;
