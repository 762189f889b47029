/** Which units `ancu units convert` was asked about: arguments, a column of a file, or a whole list. */
import type { CodeCount } from "../../src/core/admin/convert-unit.ts";
import { findUnit, unitsOf } from "../../src/core/admin/units.ts";
import type { AdminUnit } from "../../src/core/admin/units-data.ts";
import type { ListVersion } from "../../src/core/intake/meaning.ts";
import { problemText } from "../../src/text/problem-text.ts";
import { type Language, say } from "../../src/text/say.ts";
import { oneTable } from "./intake/one-table.ts";
import { openSources } from "./intake/open-sources.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** A name as it was written that is not exactly one unit of the list. */
export interface NotOneUnit {
  readonly written: string;
  /** Units it can mean; none when the list has nothing like it. */
  readonly candidates: readonly AdminUnit[];
  readonly rows: number;
}
/** Counts are rows of the file; of arguments and of a whole list, one each. */
export interface AskedUnits {
  readonly codes: readonly CodeCount[];
  readonly names: readonly NotOneUnit[];
  /** Rows whose cell is empty. */
  readonly empty: number;
}

/** Codes of `list` with their rows, names looked up in it. Null: the file, its table or its column cannot be read; that was told. */
export async function askedUnits(
  options: Options,
  list: ListVersion,
  terminal: Terminal,
  language: Language,
): Promise<AskedUnits | null> {
  if (options.has("all")) {
    return { codes: unitsOf(list).map(({ code }): CodeCount => [code, 1]), names: [], empty: 0 };
  }
  const file = options.value("file");
  const texts = file === null ? options.rest : await columnTexts(file, options, terminal, language);
  return texts === null ? null : counted(texts, list);
}

function counted(texts: readonly string[], list: ListVersion): AskedUnits {
  const rows = new Map<string, number>();
  for (const text of texts) rows.set(text.trim(), (rows.get(text.trim()) ?? 0) + 1);
  const codes = new Map<string, number>();
  const names: NotOneUnit[] = [];
  for (const [text, count] of rows) {
    if (text === "") continue;
    const found = /^\d+$/.test(text) ? null : findUnit(text, list);
    if (found === null || found.state === "one") {
      const code = found === null ? text : found.unit.code;
      codes.set(code, (codes.get(code) ?? 0) + count);
    } else {
      names.push({ written: text, candidates: found.state === "ask" ? found.candidates : [], rows: count });
    }
  }
  return { codes: [...codes], names, empty: rows.get("") ?? 0 };
}

/** The cells of a column, decoded as guessed, nothing else of the file interpreted. */
async function columnTexts(
  file: string,
  options: Options,
  terminal: Terminal,
  language: Language,
): Promise<readonly string[] | null> {
  const column = options.value("column") ?? "";
  const opened = await openSources([file], null, terminal, language);
  const item = opened && oneTable(opened, options.value("table"), terminal, language);
  if (!opened || !item) return null;
  const view = await opened.session.view(item.id);
  if (!view.ok) {
    terminal.tell(problemText(language, view.problem));
    return null;
  }
  const { meaning } = view.value;
  const columns = meaning.columns.map((one) => ({ ...one, field: null, values: null }));
  const plain = { ...meaning, columns, constants: [], unitList: null, place: null };
  const said = await opened.session.change(item.id, { kind: "whole", meaning: plain });
  const read = said.ok ? opened.session.interpreted(item.id) : null;
  const wanted = read?.columns.find(({ name }) => name === column);
  if (!read || !wanted) {
    const known = meaning.columns.map((one) => one.column).join(", ");
    terminal.tell(say(language, "cli.units.column", { column, columns: known }));
    return null;
  }
  return Array.from(read.rows, (_, i) => String(wanted.value(read.source[i]!) ?? ""));
}
