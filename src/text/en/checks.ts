import type { checks as vi } from "../vi/checks.ts";

export const checks: Record<keyof typeof vi, string> = {};
