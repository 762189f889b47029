/** The columns of a table in our words, each able to say its value in any row. */
import type { Json } from "../model/household.ts";
import { valueReader } from "./columns/apply-values.ts";
import type { CommuneCodes, RowsAsked } from "./commune-codes.ts";
import { columnKeys, type SourceTable } from "./dataset.ts";
import { decodedColumn } from "./decoded.ts";
import { decodedNames } from "./decoded-names.ts";
import type { RowEdits } from "./edits.ts";
import type { FieldName } from "./fields.ts";
import type { ColumnMeaning, Meaning } from "./meaning.ts";
import { standsAsWritten } from "./plain-cell.ts";
import { rowNotesAmong } from "./row-notes.ts";
import type { UnitConversions } from "./unit-conversion.ts";
import type { UnknownValues } from "./unknown-values.ts";

export interface OurColumn {
  /** One of our fields, or the column's own name made free of them. */
  readonly name: string;
  /** Null: one of the file's own. */
  readonly field: FieldName | null;
  /** By place of the row in the table, from 0. */
  readonly value: (row: number) => Json;
  /** Null: nothing is known of it. Holds for rows without an edit. */
  readonly origin: CellOrigin | null;
}

/** What decides a value, for writers that would rather copy than read. */
export interface CellOrigin {
  /** Columns of the table, from 0; the same cells in them give the same value. None: it is one value for all. */
  readonly from: readonly number[];
  /**
   * Text of the only column as it stands once trimmed and in form C; null: it is read. `letters`: Latin letters with
   * marks too, else ASCII alone. `orNothing`: words that say "not known" are nothing.
   */
  readonly asItStands: { readonly letters: boolean; readonly orNothing: boolean } | null;
}

export interface OurColumns {
  readonly columns: readonly OurColumn[];
  /** How commune codes became those of the plan's list; null where they are not turned. */
  readonly conversion: UnitConversions | null;
}

/** Helpers that find a code and are not kept as ours; their columns come along under their own names. */
const FINDERS: ReadonlySet<FieldName> = new Set(["commune_name", "district_name"]);
/** Fields that hold what the file says, letter by letter: nothing is lost when the column is taken for them. */
const VERBATIM: ReadonlySet<FieldName> = new Set([
  "id",
  "head",
  "village",
  "name",
  "code",
  "district",
  "province",
]);

/** Of them those in which the words for "not known" are names like any other. */
const NAMES: ReadonlySet<FieldName> = new Set(["id", "name"]);

/** Names that positions take. */
const PLACE_NAMES = ["lon", "lat"];

/**
 * Ours first, in the order of the file, then the file's own. A column whose values were read into our words comes
 * along as it was, too. `pointOf` decides between the units that a former one was split into.
 */
export function ourColumns(
  table: SourceTable,
  meaning: Meaning,
  edits: RowEdits,
  communes: CommuneCodes,
  unknown: UnknownValues,
  pointOf: RowsAsked["pointOf"] = () => null,
): OurColumns {
  const names = decodedNames(table, meaning);
  const byKey = new Map(meaning.columns.map((column) => [column.column, column]));
  const fields = new Map<FieldName, (row: number) => Json>();
  const origins = new Map<FieldName, CellOrigin>();
  const own: Omit<OurColumn, "field">[] = [];
  const keys = columnKeys(table.columns);
  const notes = rowNotesAmong(keys);
  for (const [at, key] of keys.entries()) {
    if (notes.has(key)) continue;
    const column = byKey.get(key) ?? asItIs(key);
    const name = names[at]!;
    const text = decodedColumn(table, at, column);
    if (column.field !== null && !fields.has(column.field)) {
      fields.set(column.field, fieldValue(column.field, column, name, text, edits, unknown));
      origins.set(column.field, originOf(table, at, column));
      if (VERBATIM.has(column.field) && column.values === null) continue;
    }
    if (!isOwnPlace(key, meaning.place))
      own.push({ name, value: text, origin: originOf(table, at, { ...column, field: null }) });
  }
  for (const { field, value } of meaning.constants) {
    if (fields.has(field)) continue;
    fields.set(field, () => value);
    origins.set(field, ONE_FOR_ALL);
  }
  // Codes are found by what the table says of the commune, all of it together.
  const said = SAY_COMMUNE.flatMap((field) => origins.get(field)?.from ?? []);
  const { values: found, conversion } = communes.codesFor(fields, meaning, unknown, {
    count: table.count,
    pointOf,
  });
  for (const field of FINDERS) fields.delete(field);
  for (const [field, value] of found) {
    if (conversion === null) {
      fields.set(field, value);
      origins.set(field, { from: said, asItStands: null });
      continue;
    }
    // A code that a person mended is of the plan's list; the others depend on the row's point and village.
    fields.set(field, (row) => edits.get(row)?.values?.get(field) ?? value(row));
    origins.delete(field);
  }
  const { unitList } = meaning;
  const ours = [...fields].map(
    ([field, value]): OurColumn => ({
      name: field,
      field,
      value,
      origin: origins.get(field) ?? null,
    }),
  );
  // A commune's code means nothing without its list.
  if (meaning.as === "units" && unitList !== null)
    ours.push({ name: "list_version", field: null, value: () => unitList, origin: ONE_FOR_ALL });
  const taken = new Set<string>([...ours.map(({ name }) => name), ...PLACE_NAMES]);
  const columns = [
    ...ours,
    ...own.map((one): OurColumn => ({ ...one, name: freeName(one.name, taken), field: null })),
  ];
  return { columns, conversion };
}

const ONE_FOR_ALL: CellOrigin = { from: [], asItStands: null };
const SAY_COMMUNE: readonly FieldName[] = ["commune_code", "code", "commune_name", "district_name"];

function originOf({ text }: SourceTable, at: number, column: ColumnMeaning): CellOrigin {
  const { encoding, capitals, field, values } = column;
  const isText = field === null || (VERBATIM.has(field) && field !== "code" && values === null);
  const stands = isText ? standsAsWritten(text, encoding, capitals) : null;
  const orNothing = field !== null && !NAMES.has(field);
  return { from: [at], asItStands: stands && { ...stands, orNothing } };
}

function fieldValue(
  field: FieldName,
  column: ColumnMeaning,
  name: string,
  text: (row: number) => Json,
  edits: RowEdits,
  unknown: UnknownValues,
): (row: number) => Json {
  const read = valueReader(field, column);
  return (row) => {
    const mended = edits.get(row)?.values?.get(field);
    if (mended !== undefined) return mended;
    const result = read(text(row));
    if ("value" in result) return result.value;
    unknown.add(name, result.unknown, row);
    return null;
  };
}

/** Degrees of WGS 84 under our own names come back as they are: they are not kept twice. */
function isOwnPlace(key: string, place: Meaning["place"]): boolean {
  if (place?.kind !== "columns" || place.crs !== "EPSG:4326") return false;
  return (key === "lon" && key === place.east) || (key === "lat" && key === place.north);
}

/** A column nobody said anything of. */
function asItIs(column: string): ColumnMeaning {
  return { column, encoding: "unicode", capitals: "as-written", field: null, values: null };
}

/** The name itself or, where it is taken, the name with a number; it is taken from then on. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} (${n})`;
  taken.add(free);
  return free;
}
