/** An intake session of the tests: files made in them, or read from disk, and what must go well unwrapped. */
import { encodeText } from "../../src/core/encodings/index.ts";
import type { SourceFile, SourceTools } from "../../src/core/intake/dataset.ts";
import type { Encoding } from "../../src/core/intake/meaning.ts";
import type { Outcome, Problem } from "../../src/core/outcome.ts";
import { loadGdalInNode } from "../../src/intake/gdal-node.ts";
import type {
  CheckedTable,
  ColumnView,
  IntakeContext,
  IntakeResult,
  IntakeView,
} from "../../src/intake/protocol.ts";
import { IntakeSession } from "../../src/intake/session.ts";
import { loadSqliteReader } from "../../src/intake/sqlite-reader.ts";

const TOOLS: SourceTools = { gdal: loadGdalInNode, sqlite: loadSqliteReader };

/** A session with one table in it, and its first view. */
export interface OpenOne {
  readonly session: IntakeSession;
  readonly id: string;
  readonly view: IntakeView;
}

/** Opens files that hold exactly one table. */
export async function openOne(files: readonly SourceFile[], context?: IntakeContext): Promise<OpenOne> {
  const session = new IntakeSession(TOOLS);
  if (context) await session.setContext(context);
  const { items, refused } = await session.open(files);
  if (items.length !== 1) throw new Error(`${items.length} tables, refused ${JSON.stringify(refused)}`);
  const { id } = items[0]!;
  return { session, id, view: good(await session.view(id)) };
}

export function newSession(): IntakeSession {
  return new IntakeSession(TOOLS);
}

export function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** A file of Unicode text. */
export function textFile(name: string, text: string): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** A file whose every sign is a byte of this encoding. Text that cannot be written in it is a fault of the test. */
export function encodedFile(name: string, text: string, encoding: Encoding): SourceFile {
  const signs = encodeText(text, encoding);
  if (signs === null) throw new Error(`${name} cannot be written in ${encoding}`);
  return { name, bytes: Uint8Array.from(signs, (sign) => sign.charCodeAt(0)) };
}

export function columnOf(view: IntakeView, name: string): ColumnView {
  const found = view.columns.find((column) => column.name === name);
  if (!found)
    throw new Error(`no column ${name} among ${view.columns.map((column) => column.name).join(", ")}`);
  return found;
}

/** Field of each column by its name, without those that are kept as they are. */
export function fieldsOf(view: IntakeView): Record<string, string> {
  return Object.fromEntries(
    view.columns.flatMap(({ name, meaning }) => (meaning.field === null ? [] : [[name, meaning.field]])),
  );
}

/** The table as it would go into the plan, with the sums that must hold. */
export async function checkedResult({ session, id }: Pick<OpenOne, "session" | "id">): Promise<{
  readonly result: IntakeResult;
  readonly checked: CheckedTable;
  readonly text: string;
}> {
  const checked = good(await session.check(id));
  const result = good(await session.result(id));
  const rows = new Set(checked.rejected.map(({ row }) => row));
  if (checked.read !== checked.accepted + rows.size) {
    throw new Error(`${checked.read} read, ${checked.accepted} accepted, ${rows.size} rejected`);
  }
  if (checked.read !== result.rows.length + result.rejected.length) {
    throw new Error(`${checked.read} read, ${result.rows.length} given, ${result.rejected.length} rejected`);
  }
  return { result, checked, text: new TextDecoder().decode(result.bytes) };
}

/** What the result says row by row; every cell as text. Only for cells without line ends. */
export function csvRows(text: string): Record<string, string>[] {
  const [header, ...lines] = text
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split("\r\n");
  const names = cellsOf(header!);
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, i) => [names[i]!, cell])));
}

function cellsOf(line: string): string[] {
  return [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,"]*),/g)].map(([, cell]) =>
    cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!,
  );
}

/** Code, field and the two values that most sentences have. */
export function told(problems: readonly Problem[]): readonly unknown[] {
  return problems.map(({ code, field, row, values }) => [code, field, row, values?.given, values?.count]);
}
