import type { map as vi } from "../vi/map.ts";

export const map: Record<keyof typeof vi, string> = {};
