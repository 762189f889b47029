/** Every sentence in Vietnamese, the first text. One file per part of the program; this is the list. */
import { checks } from "./vi/checks.ts";
import { cli } from "./vi/cli.ts";
import { commands } from "./vi/commands.ts";
import { map } from "./vi/map.ts";
import { problemsCompute } from "./vi/problems-compute.ts";
import { problemsFile } from "./vi/problems-file.ts";
import { problemsPlan } from "./vi/problems-plan.ts";
import { ui } from "./vi/ui.ts";
import { words } from "./vi/words.ts";

export const vi = {
  ...problemsFile,
  ...problemsPlan,
  ...words,
  ...cli,
  ...problemsCompute,
  ...checks,
  ...commands,
  ...map,
  ...ui,
} as const;
export type TextKey = keyof typeof vi;
