/** Every command. */
import type { TextKey } from "../../src/text/say.ts";
import type { Command } from "./command.ts";
import { convert } from "./convert.ts";
import { inspect } from "./inspect.ts";
import { PLAN_COMMANDS } from "./plan/index.ts";
import { screenCommand } from "./screen.ts";
import { unitsConvert, unitsList } from "./units.ts";

export const COMMANDS: readonly Command[] = [
  screenCommand,
  convert,
  inspect,
  unitsList,
  unitsConvert,
  ...PLAN_COMMANDS,
];

/** Words that stand before the name of a command, and what is said when no command follows. */
export const GROUPS: readonly { readonly name: string; readonly usage: TextKey }[] = [
  { name: "plan", usage: "cli.plan.usage" },
  { name: "units", usage: "cli.units.usage" },
];
