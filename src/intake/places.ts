/** Where a table's rows lie: every way its numbers can be read, each proved on the communes of the plan. */
import { listOfCodes } from "../core/admin/list-of-codes.ts";
import { communeCodes } from "../core/intake/commune-codes.ts";
import { decodedColumn } from "../core/intake/decoded.ts";
import type { ListVersion, Meaning } from "../core/intake/meaning.ts";
import { ourColumns } from "../core/intake/our-columns.ts";
import { guessPlace } from "../core/intake/place/guess-place.ts";
import { provePlaces } from "../core/intake/place/prove-place.ts";
import type { Confidence } from "../core/intake/ranked.ts";
import { UnknownValues } from "../core/intake/unknown-values.ts";
import type { IntakeContext, PlaceView } from "./protocol.ts";
import type { WaitingTable } from "./waiting-table.ts";

/** The ways best first, and whether the first may be believed. */
export interface Places {
  readonly views: readonly PlaceView[];
  readonly confidence: Confidence;
}

/** Rows are compared with the commune they say, in the list the plan counts by. */
export function placesOf(waiting: WaitingTable, meaning: Meaning, context: IntakeContext): Places {
  const { table } = waiting.opened;
  const guesses = guessPlace(table, { names: waiting.names(meaning) });
  return provePlaces(table, guesses, context.units, declaredCodes(waiting, meaning, context));
}

/** The code of the commune a row says it is in, or null. */
function declaredCodes(
  waiting: WaitingTable,
  meaning: Meaning,
  context: IntakeContext,
): (row: number) => string | null {
  const { table } = waiting.opened;
  const { columns } = ourColumns(
    table,
    meaning,
    NO_EDITS,
    communeCodes(context.unitList),
    new UnknownValues(table),
  );
  const code = columns.find(
    ({ field }) => field === "commune_code" || (meaning.as !== "households" && field === "code"),
  );
  if (!code) return () => null;
  return (row) => {
    const value = code.value(row);
    return value === null ? null : String(value);
  };
}

const NO_EDITS = new Map<never, never>();

/** The list the commune codes of a table are of, with how sure; null when it has no codes. */
export function unitListOf(
  waiting: WaitingTable,
  meaning: Meaning,
): { readonly list: ListVersion; readonly confidence: Confidence } | null {
  const field = meaning.as === "households" ? "commune_code" : "code";
  const at = meaning.columns.findIndex((column) => column.field === field);
  if (at < 0) return null;
  const sample = waiting.samples.sample(at, meaning.columns[at]!, "", true);
  const codes = sample.values.map(({ given, rows }) => [given, rows] as const);
  const guess = listOfCodes(codes, pairs(waiting, meaning, at));
  const [best] = guess.ranked;
  return best && best.inList > 0 ? { list: best.list, confidence: guess.confidence } : null;
}

/** Codes with the names beside them, as often as they stand together among the rows looked at. */
function pairs(
  waiting: WaitingTable,
  meaning: Meaning,
  codeAt: number,
): (readonly [string, string, number])[] {
  const nameField = meaning.as === "households" ? "commune_name" : "name";
  const nameAt = meaning.columns.findIndex((column) => column.field === nameField);
  if (nameAt < 0) return [];
  const { table } = waiting.opened;
  const code = decodedColumn(table, codeAt, meaning.columns[codeAt]!);
  const name = decodedColumn(table, nameAt, meaning.columns[nameAt]!);
  const counts = new Map<string, [string, string, number]>();
  for (const row of waiting.samples.rows) {
    const [c, n] = [code(row), name(row)];
    if (c === null || n === null) continue;
    const key = `${String(c)}\t${String(n)}`;
    const known = counts.get(key);
    if (known) known[2]++;
    else counts.set(key, [String(c).trim(), String(n), 1]);
  }
  return [...counts.values()];
}
