/** Everything the wizard shows of a waiting table, for the meaning it now has. */
import { decodeText } from "../core/encodings/index.ts";
import { valueReader } from "../core/intake/columns/apply-values.ts";
import type { GivenValue } from "../core/intake/columns/column-sample.ts";
import { ethnicCounts } from "../core/intake/columns/ethnic-lists.ts";
import type { ColumnGuess } from "../core/intake/columns/guess-fields.ts";
import type { ValueGuess } from "../core/intake/columns/guess-values.ts";
import type { ColumnMeaning, Meaning } from "../core/intake/meaning.ts";
import { type Places, unitListOf } from "./places.ts";
import type { ColumnView, IntakeQuestion, IntakeView, RasterView, ValueCount } from "./protocol.ts";
import type { RawColumn } from "./table-samples.ts";
import type { WaitingTable } from "./waiting-table.ts";

/** So many values of a column are shown, and ways to read them. */
const SHOWN = 3;
/** A guess of what a table is below this, or with another so close behind, is asked. */
const CLEAR_AS = 0.4;
const CLEAR_STEP = 0.1;

/** `places` were looked for with this meaning. */
export function viewOf(waiting: WaitingTable, meaning: Meaning, places: Places): IntakeView {
  if (meaning.raster) return rasterView(waiting, meaning, places);
  const as = waiting.as(meaning);
  const guesses = waiting.fields(meaning);
  const values = meaning.columns.map((column, at) =>
    column.field === null ? null : waiting.values(meaning, at, column.field),
  );
  const columns = meaning.columns.map((column, at) =>
    columnView(waiting, meaning, at, guesses[at]!, needsValues(column, values[at] ?? null)),
  );
  const { item, answered, from, opened } = waiting;
  const questions = questionsOf(waiting, meaning, { as, guesses, values, columns, places });
  return {
    item,
    meaning,
    as,
    columns,
    places: places.views,
    placeConfidence: answered.has("place") ? "high" : places.confidence,
    raster: rasterOf(waiting),
    questions,
    from,
    notes: [...opened.notes, ...opened.table.notes],
  };
}

/** Of cells that are kept only the place is asked. */
function rasterView(waiting: WaitingTable, meaning: Meaning, places: Places): IntakeView {
  const { item, answered, opened } = waiting;
  const isAsked = places.views.length > 0 && places.confidence === "low" && !answered.has("place");
  return {
    item,
    meaning,
    as: [],
    columns: [],
    places: places.views,
    placeConfidence: answered.has("place") ? "high" : places.confidence,
    raster: rasterOf(waiting),
    questions: isAsked ? [{ kind: "place" }] : [],
    from: null,
    notes: [...opened.notes, ...opened.table.notes],
  };
}

function rasterOf({ opened }: WaitingTable): RasterView | null {
  const { raster: source } = opened.table;
  if (!source) return null;
  const { width, height } = source.raster;
  return { ...source.look, width, height, zones: source.zones };
}

/** Values with a meaning of their own, or of which a guess was made. */
function needsValues(column: ColumnMeaning, guess: ValueGuess | null): boolean {
  return (
    column.values?.kind === "words" ||
    column.values?.kind === "ethnic-codes" ||
    guess?.meaning?.kind === "words"
  );
}

function columnView(
  waiting: WaitingTable,
  meaning: Meaning,
  at: number,
  guess: ColumnGuess,
  listed: boolean,
): ColumnView {
  const { table } = waiting.opened;
  const raw = waiting.samples.columns[at]!;
  const column = meaning.columns[at]!;
  const name = waiting.names(meaning)[at]!;
  const shown = raw.texts.slice(0, SHOWN);
  const few = waiting.samples.sample(at, column, name);
  const counted = listed || column.field !== null ? waiting.samples.sample(at, column, name, true) : few;
  const rows = listed || column.field !== null ? table.count : few.filled;
  return {
    meaning: column,
    name,
    raw: shown,
    read: shown.map((text) => decodeText(text, column.encoding, table.text)),
    encodings: raw.encodings.ranked.slice(0, SHOWN).map((one) => ({
      ...one,
      read: shown.map((text) => decodeText(text, one.value, table.text)),
    })),
    encodingConfidence: waiting.answered.has(`column ${column.column}`) ? "high" : raw.encodings.confidence,
    fields: guess.ranked,
    values: listed ? valueCounts(column, counted.values) : null,
    lists: column.values?.kind === "ethnic-codes" ? ethnicCounts(counted.values) : null,
    empty: Math.max(0, rows - counted.filled),
    understood: column.field === null ? null : understood(column, counted.values, counted.filled),
  };
}

function valueCounts({ values }: ColumnMeaning, given: readonly GivenValue[]): ValueCount[] {
  const means = new Map(values?.kind === "words" ? values.means : []);
  return given.map((one) => ({ ...one, means: means.get(one.given) ?? null }));
}

/** Rows with a value that was understood. What was not looked at value by value counts as it came. */
function understood(column: ColumnMeaning, values: readonly GivenValue[], filled: number): number {
  const read = valueReader(column.field!, column);
  const not = values.reduce((sum, { given, rows }) => sum + ("unknown" in read(given) ? rows : 0), 0);
  return filled - not;
}

interface Guessed {
  readonly as: IntakeView["as"];
  readonly guesses: readonly ColumnGuess[];
  readonly values: readonly (ValueGuess | null)[];
  readonly columns: readonly ColumnView[];
  readonly places: Places;
}

/** What only a person can say, and has not. */
function questionsOf(
  waiting: WaitingTable,
  meaning: Meaning,
  { as, guesses, values, columns, places }: Guessed,
): IntakeQuestion[] {
  const { answered, from } = waiting;
  const known = new Set(from?.meaning.columns.map(({ column }) => column));
  const unicode = speaksUnicode(waiting);
  const out: IntakeQuestion[] = [];
  const [first, second] = as;
  const clear = first && first.score >= CLEAR_AS && first.score - (second?.score ?? 0) >= CLEAR_STEP;
  if (!clear && from === null && !answered.has("as")) out.push({ kind: "as" });
  if (!answered.has("place") && placeIsAsked(places, meaning.place, from !== null))
    out.push({ kind: "place" });
  for (const [at, { column, field, values: said }] of meaning.columns.entries()) {
    if (answered.has(`column ${column}`) || known.has(column)) continue;
    if (columns[at]!.encodingConfidence === "low" && isAsked(waiting.samples.columns[at]!, unicode))
      out.push({ kind: "encoding", column });
    if (field === null) continue;
    if (guesses[at]!.confidence === "low") out.push({ kind: "field", field });
    if (values[at]?.confidence === "low" && said !== null) out.push({ kind: "values", column });
  }
  const list = unitListOf(waiting, meaning);
  if (list?.confidence === "low" && !answered.has("unit-list") && from === null)
    out.push({ kind: "unit-list" });
  return out;
}

/**
 * Whether a person has to look at the place. A remembered one stands as long as the communes do not speak against it:
 * it is the best reading, or the next beside one that the proof cannot tell from it.
 */
function placeIsAsked({ views, confidence }: Places, place: Meaning["place"], remembered: boolean): boolean {
  if (views.length === 0) return false;
  if (!remembered) return confidence === "low";
  const said = JSON.stringify(place);
  const at = views.findIndex(({ value }) => JSON.stringify(value) === said);
  return confidence === "high" ? at !== 0 : at !== 0 && at !== 1;
}

/**
 * Whether a person has to say how a column is to be read. `unicode`: the table plainly speaks Unicode; then a column
 * that reads best so is not asked about for the sake of a few values that would be words in an old encoding too.
 */
function isAsked({ texts, encodings }: RawColumn, unicode: boolean): boolean {
  const [best] = encodings.ranked;
  const why = new Set(best?.why.map(({ code }) => code));
  if (why.has("encoding.written-out")) return true;
  if (unicode && best?.value === "unicode" && !why.has("encoding.mixed")) return false;
  return hasLetters(texts);
}

/** Letters with marks that no single byte of an old encoding gives, and no column that reads better otherwise. */
function speaksUnicode({ opened, samples }: WaitingTable): boolean {
  if (opened.table.text !== "unicode") return false;
  const sure = samples.columns.filter(({ texts }) => texts.some((text) => BEYOND_BYTES.test(text)));
  const old = samples.columns.some(({ encodings: { ranked, confidence } }) => {
    return confidence === "high" && ranked[0] !== undefined && ranked[0].value !== "unicode";
  });
  return sure.length > 0 && !old;
}

/** Vietnamese letters that are in none of the tables from bytes to signs by which old files are misread. */
const BEYOND_BYTES = /[\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;

/** Beyond plain letters and digits: only there an encoding makes a difference. */
function hasLetters(texts: readonly string[]): boolean {
  return texts.some((text) => /[^\x20-\x7e\s]/.test(text));
}
