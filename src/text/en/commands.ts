import type { commands as vi } from "../vi/commands.ts";

export const commands: Record<keyof typeof vi, string> = {};
