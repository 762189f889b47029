/** The one table that a command works on, of those that were opened. */
import type { IntakeItem } from "../../../src/intake/protocol.ts";
import { problemText } from "../../../src/text/problem-text.ts";
import { type Language, say } from "../../../src/text/say.ts";
import type { Terminal } from "../terminal.ts";
import type { OpenedSources } from "./open-sources.ts";

/** `wanted` is a sheet or layer, null: there must be one only. Null: none or several, and that was told. */
export function oneTable(
  { items, refused }: OpenedSources,
  wanted: string | null,
  terminal: Terminal,
  language: Language,
): IntakeItem | null {
  for (const problem of refused) terminal.tell(problemText(language, problem));
  const [item, second] = items.filter(({ table }) => wanted === null || table === wanted);
  if (item && !second) return item;
  const tables = items.map(({ table, file }) => table || file).join(", ");
  if (second) terminal.tell(say(language, "cli.convert.tables", { tables }));
  else if (items.length > 0) terminal.tell(say(language, "cli.intake.no-table", { table: wanted, tables }));
  // An archive or a file without a table in it is refused by nobody.
  else if (refused.length === 0) terminal.tell(say(language, "cli.intake.nothing"));
  return null;
}
