import type { ui as vi } from "../vi/ui.ts";

export const ui: Record<keyof typeof vi, string> = {};
