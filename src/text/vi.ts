/** Every sentence in Vietnamese, the first text. One file per part of the program; this is the list. */
import { checks } from "./vi/checks.ts";
import { cli } from "./vi/cli.ts";
import { commands } from "./vi/commands.ts";
import { map } from "./vi/map.ts";
import { problemsCompute } from "./vi/problems-compute.ts";
import { problemsFile } from "./vi/problems-file.ts";
import { problemsPlan } from "./vi/problems-plan.ts";
import { uiData } from "./vi/ui-data.ts";
import { uiPlacement } from "./vi/ui-placement.ts";
import { uiProgress } from "./vi/ui-progress.ts";
import { uiReasons } from "./vi/ui-reasons.ts";
import { uiScreening } from "./vi/ui-screening.ts";
import { uiShell } from "./vi/ui-shell.ts";
import { uiTable } from "./vi/ui-table.ts";
import { uiWords } from "./vi/ui-words.ts";
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
  ...uiWords,
  ...uiShell,
  ...uiTable,
  ...uiScreening,
  ...uiReasons,
  ...uiPlacement,
  ...uiProgress,
  ...uiData,
} as const;
export type TextKey = keyof typeof vi;
