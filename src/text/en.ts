/** Every sentence in English. The compiler refuses a missing one (each part is checked against its Vietnamese). */
import { checks } from "./en/checks.ts";
import { cli } from "./en/cli.ts";
import { commands } from "./en/commands.ts";
import { map } from "./en/map.ts";
import { problemsCompute } from "./en/problems-compute.ts";
import { problemsFile } from "./en/problems-file.ts";
import { problemsPlan } from "./en/problems-plan.ts";
import { ui } from "./en/ui.ts";
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
  ...ui,
  ...cli,
};
