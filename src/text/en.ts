/** Every sentence in English. The compiler refuses a missing one (each part is checked against its Vietnamese). */
import { checks } from "./en/checks.ts";
import { cli } from "./en/cli.ts";
import { commands } from "./en/commands.ts";
import { map } from "./en/map.ts";
import { problemsCompute } from "./en/problems-compute.ts";
import { problemsFile } from "./en/problems-file.ts";
import { problemsPlan } from "./en/problems-plan.ts";
import { uiData } from "./en/ui-data.ts";
import { uiPlacement } from "./en/ui-placement.ts";
import { uiProgress } from "./en/ui-progress.ts";
import { uiReasons } from "./en/ui-reasons.ts";
import { uiScreening } from "./en/ui-screening.ts";
import { uiShell } from "./en/ui-shell.ts";
import { uiTable } from "./en/ui-table.ts";
import { uiWords } from "./en/ui-words.ts";
import { words } from "./en/words.ts";
import type { TextKey } from "./vi.ts";

export const en: Record<TextKey, string> = {
  ...problemsFile,
  ...problemsPlan,
  ...words,
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
  ...cli,
};
