/** How a table is to be read, as a JSON file that people can write and keep: `--mapping`. */
import * as v from "valibot";
import { CRS_DEFINITIONS } from "../../crs/definitions.ts";
import { jsonFault } from "../../formats/geojson/json-fault.ts";
import type { ReadAs } from "../../formats/layers/layer-reader.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { FIELDS_OF, type FieldName } from "../fields.ts";
import { ENCODINGS, LIST_VERSIONS, type Meaning } from "../meaning.ts";
import { wordsOf } from "./value-words.ts";

const READ_AS = Object.keys(FIELDS_OF) as ReadAs[];
const FIELDS = [...new Set(Object.values(FIELDS_OF).flat())];
const CRS = v.picklist(CRS_DEFINITIONS.map(({ code }) => code));

const VALUES = v.variant("kind", [
  v.strictObject({ kind: v.literal("ethnic-codes"), list: v.picklist(["A", "B"]) }),
  v.strictObject({
    kind: v.literal("words"),
    means: v.array(v.strictTuple([v.string(), v.nullable(v.string())])),
  }),
  v.strictObject({ kind: v.literal("hectares") }),
]);
const COLUMN = v.strictObject({
  column: v.string(),
  encoding: v.optional(v.picklist(ENCODINGS), "unicode"),
  capitals: v.optional(v.picklist(["as-written", "upper", "words"]), "as-written"),
  field: v.optional(v.nullable(v.picklist(FIELDS)), null),
  values: v.optional(v.nullable(VALUES), null),
});
const PLACE = v.variant("kind", [
  v.strictObject({
    kind: v.literal("geometry"),
    crs: CRS,
    axes: v.optional(v.picklist(["xy", "yx"]), "xy"),
  }),
  v.strictObject({ kind: v.literal("columns"), crs: CRS, east: v.string(), north: v.string() }),
]);
const MEANING = v.strictObject({
  as: v.picklist(READ_AS),
  columns: v.array(COLUMN),
  place: v.optional(v.nullable(PLACE), null),
  constants: v.optional(
    v.array(v.strictObject({ field: v.picklist(FIELDS), value: v.union([v.string(), v.number()]) })),
    () => [],
  ),
  unitList: v.optional(v.nullable(v.picklist(LIST_VERSIONS)), null),
  unitChoices: v.optional(v.array(v.strictTuple([v.string(), v.string()]))),
});

/**
 * The meaning a file says. What is left out: `encoding` unicode, `capitals` as-written, `field` none, `values` as
 * they are, `axes` xy, `place` and `unitList` none, no `constants`, no `unitChoices`. Columns it does not name are kept under their
 * own names. Refused, naming the key: no JSON, a key missing, unknown or of the wrong kind, a field that the layer
 * does not have or that two columns claim, a word that the field does not know (`meaning.*`).
 */
export function readMeaning(text: string, file?: string): Outcome<Meaning> {
  const place = file === undefined ? {} : { file };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return fail("meaning.syntax", { ...jsonFault(text) }, place);
  }
  return meaningOf(data, place);
}

/** The same for data that was parsed already, from a plan or another thread. */
export function meaningOf(data: unknown, place: Pick<Problem, "file"> = {}): Outcome<Meaning> {
  const result = v.safeParse(MEANING, data, { abortEarly: true });
  if (!result.success) return { ok: false, problem: { ...problemOf(result.issues[0]), ...place } };
  const meaning: Meaning = result.output;
  const wrong = firstFault(meaning);
  return wrong === null ? ok(meaning) : { ok: false, problem: { ...wrong, ...place } };
}

/** The JSON of a meaning, as `readMeaning` takes it. */
export function writeMeaning(meaning: Meaning): string {
  return `${JSON.stringify(meaning, null, 2)}\n`;
}

/**
 * The first column a meaning needs that a table does not have; null when it has them all. `keys` are those of
 * `columnKeys`. A remembered meaning is brought to the table instead (`suggestMeaning`).
 */
export function missingColumn(
  { columns, place }: Meaning,
  keys: readonly string[],
  at: Pick<Problem, "file"> = {},
): Problem | null {
  const here = new Set(keys);
  const missing = columns.find(({ column, field }) => field !== null && !here.has(column));
  if (missing) {
    const values = { given: missing.column, columns: keys.slice(0, MOST_NAMED).join(", ") };
    return { code: "meaning.column-missing", ...at, values };
  }
  const given =
    place?.kind === "columns" ? [place.east, place.north].find((key) => !here.has(key)) : undefined;
  return given === undefined ? null : { code: "meaning.place-column", ...at, values: { given } };
}

/** So many columns of a file are named in a sentence. */
const MOST_NAMED = 30;

/** What a meaning that is well-formed says wrongly; null when it can be used on a table with its columns. */
function firstFault({ as, columns, constants }: Meaning): Problem | null {
  const columnOf = new Map<FieldName, string>();
  const seen = new Set<string>();
  for (const [i, { column, field, values }] of columns.entries()) {
    const key = `columns[${i + 1}]`;
    if (seen.has(column))
      return { code: "meaning.column-twice", field: `${key}.column`, values: { given: column } };
    seen.add(column);
    if (field === null) continue;
    if (!FIELDS_OF[as].includes(field)) return notOf(`${key}.field`, field);
    const first = columnOf.get(field);
    if (first !== undefined) {
      const twice = { as: field, first, second: column };
      return { code: "meaning.field-twice", field: `${key}.field`, values: twice };
    }
    columnOf.set(field, column);
    if (values?.kind !== "words") continue;
    for (const [, word] of values.means) {
      const wrong = wordFault(`${key}.values`, field, as, word);
      if (wrong !== null) return wrong;
    }
  }
  for (const [i, { field, value }] of constants.entries()) {
    const key = `constants[${i + 1}]`;
    if (!FIELDS_OF[as].includes(field)) return notOf(`${key}.field`, field);
    const wrong = wordFault(`${key}.value`, field, as, String(value));
    if (wrong !== null) return wrong;
  }
  return null;
}

function notOf(key: string, field: FieldName): Problem {
  return { code: "meaning.field-not-of", field: key, values: { key, as: field } };
}

function wordFault(key: string, field: FieldName, as: ReadAs, word: string | null): Problem | null {
  const allowed = wordsOf(field, as);
  if (word === null || allowed === null || allowed.some((known) => known === word)) return null;
  return {
    code: "meaning.word",
    field: key,
    values: { given: word, as: field, allowed: allowed.join(", ") },
  };
}

type Issue = v.BaseIssue<unknown>;

function problemOf(issue: Issue): Problem {
  const key = keyPath(issue);
  const field = key === "" ? {} : { field: key };
  const given = shown(issue.input);
  const strict = issue.type === "strict_object";
  if (strict && issue.expected === "never") return { code: "meaning.unknown-key", ...field, values: { key } };
  if (issue.input === undefined) return { code: "meaning.missing", ...field, values: { key } };
  if (issue.type === "picklist" || issue.type === "literal" || issue.type === "variant") {
    const allowed = (issue.expected ?? "").replace(/^\(|\)$/g, "").replaceAll(" | ", ", ");
    return { code: "meaning.choice", ...field, values: { key: key || "–", given, allowed } };
  }
  const wanted = strict ? "object" : issue.type === "strict_tuple" ? "array" : issue.type;
  return { code: "meaning.type", ...field, values: { key: key || "–", given, wanted } };
}

/** `columns[2].field`, counted from 1. */
function keyPath(issue: Issue): string {
  let path = "";
  for (const { key } of issue.path ?? []) {
    path += typeof key === "number" ? `[${key + 1}]` : `${path === "" ? "" : "."}${String(key)}`;
  }
  return path;
}

function shown(input: unknown): string {
  const text = JSON.stringify(input) ?? "–";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
