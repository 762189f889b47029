/** Every sentence in Vietnamese, the first text. One file per part of the program; this is the list. */
import { checks } from "./vi/checks.ts";
import { commands } from "./vi/commands.ts";
import { map } from "./vi/map.ts";
import { problemsFile } from "./vi/problems-file.ts";
import { problemsPlan } from "./vi/problems-plan.ts";
import { ui } from "./vi/ui.ts";

export const vi = { ...problemsFile, ...problemsPlan, ...checks, ...commands, ...map, ...ui } as const;
export type TextKey = keyof typeof vi;
