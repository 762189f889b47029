/** Which cells of a row a sentence speaks of, and which tell a person which row it is. Pure. */
import type { FieldName } from "../../core/intake/fields.ts";
import type { Json } from "../../core/model/household.ts";
import type { IntakeView, RowCells } from "../../intake/protocol.ts";

/** A cell of the file with the name of its column; `text` "" for an empty one. */
export interface ShownCell {
  readonly column: string;
  readonly text: string;
}

/** What people know a row by, in the order they say it. */
const KNOWN_BY: readonly FieldName[] = ["id", "code", "head", "name", "village", "kind"];
const MOST_KNOWN = 2;
/** A cell that holds a page of text is cut. */
const MOST_LETTERS = 80;

/**
 * Places in `meaning.columns` of the columns that `field` names: a column of the file, several of them, one of our
 * fields, or `lon` and `lat`, which stand for the columns of the place. Empty: none that the file has.
 */
export function columnsOf(view: IntakeView, field: string): readonly number[] {
  const { columns, meaning } = view;
  const by = (fits: (at: number) => boolean) => columns.flatMap((_column, at) => (fits(at) ? [at] : []));
  const named = by((at) => columns[at]!.name === field || columns[at]!.meaning.column === field);
  if (named.length > 0) return named;
  const { place } = meaning;
  if ((field === "lon" || field === "lat") && place?.kind === "columns") {
    return by((at) => [place.east, place.north].includes(columns[at]!.meaning.column));
  }
  const ours = by((at) => columns[at]!.meaning.field === field);
  if (ours.length > 0) return ours;
  const parts = field.split(", ");
  return parts.length > 1 ? [...new Set(parts.flatMap((part) => columnsOf(view, part)))] : [];
}

/** Names of those columns as in the file; null when the file has none of them. */
export function columnsTitle(view: IntakeView, field: string): string | null {
  const names = columnsOf(view, field).map((at) => view.columns[at]!.name);
  return names.length > 0 ? names.join(", ") : null;
}

/** The cells a sentence about `field` speaks of; none when it speaks of the whole row. */
export function cellsAbout(view: IntakeView, row: RowCells, field: string | undefined): readonly ShownCell[] {
  return field === undefined ? [] : columnsOf(view, field).map((at) => cell(view, row, at));
}

/** What the row is known by, without the columns of `field`; the first filled cells where nothing is recognised. */
export function cellsKnownBy(
  view: IntakeView,
  row: RowCells,
  field: string | undefined,
): readonly ShownCell[] {
  const about = new Set(field === undefined ? [] : columnsOf(view, field));
  const fields = KNOWN_BY.map((name) => view.columns.findIndex(({ meaning }) => meaning.field === name));
  const wanted = [...fields.filter((at) => at >= 0), ...view.columns.keys()];
  const places = [...new Set(wanted)].filter((at) => !about.has(at));
  return places
    .map((at) => cell(view, row, at))
    .filter(({ text }) => text !== "")
    .slice(0, MOST_KNOWN);
}

/** Every filled cell of a row. */
export function allCells(view: IntakeView, row: RowCells): readonly ShownCell[] {
  return view.columns.map((_column, at) => cell(view, row, at)).filter(({ text }) => text !== "");
}

function cell(view: IntakeView, { values }: RowCells, at: number): ShownCell {
  return { column: view.columns[at]!.name, text: textOf(values[at] ?? null) };
}

function textOf(value: Json): string {
  const text = value === null ? "" : typeof value === "string" ? value.trim() : JSON.stringify(value);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
