import type { problemsFile as vi } from "../vi/problems-file.ts";

export const problemsFile = {} as unknown as Record<keyof typeof vi, string>;
