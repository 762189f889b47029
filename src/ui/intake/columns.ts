/** Columns of a waiting table: which are shown first, what they can be, what is asked of them. Pure. */
import { crsDefinition } from "../../core/crs/definitions.ts";
import { FIELDS_OF, type FieldName } from "../../core/intake/fields.ts";
import { type ColumnMeaning, ENCODINGS, type Encoding } from "../../core/intake/meaning.ts";
import type { ColumnView, IntakeView } from "../../intake/protocol.ts";
import { neededQuestions } from "./questions.ts";

/** So many are shown before all are asked for, beside those that ask something. */
const FIRST = 8;

/** The question about a column, the hardest first; null when there is none. */
export function questionOf(
  view: IntakeView,
  { column, field }: ColumnMeaning,
): "values" | "encoding" | "field" | null {
  const about = neededQuestions(view).filter((question) =>
    question.kind === "field" ? question.field === field : "column" in question && question.column === column,
  );
  const kinds = about.map(({ kind }) => kind);
  return (["values", "encoding", "field"] as const).find((kind) => kinds.includes(kind)) ?? null;
}

/** What a column does for the place of the rows. */
export function coordinateOf(
  { meaning: { place } }: IntakeView,
  column: string,
): "north" | "east" | "both" | "latitude" | "longitude" | null {
  if (place?.kind !== "columns") return null;
  const degrees = crsDefinition(place.crs)?.unit === "degree";
  if (place.north === place.east) return place.north === column ? "both" : null;
  if (place.north === column) return degrees ? "latitude" : "north";
  if (place.east === column) return degrees ? "longitude" : "east";
  return null;
}

/** Columns that ask something, always; then those that became something, at most eight; in the order of the file. */
export function columnsInSight(view: IntakeView): readonly ColumnView[] {
  const asks = (each: ColumnView) => questionOf(view, each.meaning) !== null;
  const known = (each: ColumnView) =>
    each.meaning.field !== null || coordinateOf(view, each.meaning.column) !== null;
  const first = new Set(view.columns.filter((each) => known(each) && !asks(each)).slice(0, FIRST));
  const shown = view.columns.filter((each) => asks(each) || first.has(each));
  return shown.length > 0 ? shown : view.columns.slice(0, FIRST);
}

/** Encodings in the order of a menu: the best guesses first. */
export function encodingsOf(column: ColumnView): readonly Encoding[] {
  const guessed = column.encodings.map(({ value }) => value);
  return [...guessed, ...ENCODINGS.filter((encoding) => !guessed.includes(encoding))];
}

/** Fields in the order of a menu: the best guesses first. */
export function fieldsOf(view: IntakeView, column: ColumnView): readonly FieldName[] {
  const guessed = column.fields.map(({ value }) => value);
  return [...guessed, ...FIELDS_OF[view.meaning.as].filter((field) => !guessed.includes(field))];
}

/** Fields that are asked for and no column has. */
export function fieldsAsked(view: IntakeView): readonly FieldName[] {
  const had = new Set(view.columns.map(({ meaning }) => meaning.field));
  return neededQuestions(view).flatMap((question) =>
    question.kind === "field" && !had.has(question.field) ? [question.field] : [],
  );
}

/** The column of the file that a problem speaks of by the name of our field; another name as it is. */
export function columnName(view: IntakeView, field: string): string {
  return view.columns.find(({ meaning }) => meaning.field === field)?.name ?? field;
}

/** True for a column of plain numbers, in which no encoding makes a difference. */
export function isNumbers({ raw }: ColumnView): boolean {
  return raw.every((text) => /^[\d\s.,;+-]*$/.test(text));
}
