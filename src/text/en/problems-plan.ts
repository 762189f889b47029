import type { problemsPlan as vi } from "../vi/problems-plan.ts";

export const problemsPlan = {} as unknown as Record<keyof typeof vi, string>;
