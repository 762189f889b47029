/** What was said of a sender's earlier file, said of the next one: columns may have come, gone and moved. */
import { foldName } from "../../formats/fields.ts";
import { saysNotKnown } from "../../formats/values.ts";
import type { Problem } from "../../outcome.ts";
import type { FieldName } from "../fields.ts";
import type { ColumnMeaning, Meaning, PlaceMeaning, ValueMeaning } from "../meaning.ts";
import type { ColumnSample, GivenValue } from "./column-sample.ts";
import { guessColumns } from "./guess-fields.ts";
import { guessValues } from "./guess-values.ts";
import { isCommuneCode, type KnownCode } from "./value-fit.ts";

/** A column of the new file with its key (`columnKeys` of the names as the file says them). */
export interface KeyedSample extends ColumnSample {
  readonly key: string;
}

export interface SuggestedMeaning {
  /** For the columns of the new file, in their order. */
  readonly meaning: Meaning;
  /** Share of the columns that meant something and are here again, 0 … 1. Little of it: another kind of file. */
  readonly kept: number;
  /** Keys of columns that were not there the last time. */
  readonly added: readonly string[];
  /** Columns of the last time that meant something and are not here. */
  readonly gone: readonly { readonly column: string; readonly field: FieldName }[];
  /** Values that had no meaning the last time, in columns that give values one. */
  readonly values: readonly { readonly column: string; readonly given: readonly GivenValue[] }[];
  /** The same as sentences. */
  readonly notes: readonly Problem[];
}

/** So many new values of a column are told one by one. */
const MOST_TOLD = 20;

/**
 * The remembered meaning on the columns of another file. A column is found by its key, else by its name without
 * accents, capitals and signs where only one is called so. New columns are guessed among the fields nobody has
 * (`guess` false: they are kept under their own names). New values get the meaning a guess gives them, or none.
 */
export function suggestMeaning(
  remembered: Meaning,
  columns: readonly KeyedSample[],
  {
    guess = true,
    file,
    known = isCommuneCode,
  }: { readonly guess?: boolean; readonly file?: string; readonly known?: KnownCode } = {},
): SuggestedMeaning {
  const at = file === undefined ? {} : { file };
  const found = findColumns(remembered, columns);
  const used = new Set(found.filter((old) => old !== null).map(({ column }) => column));
  const gone = remembered.columns.flatMap(({ column, field }) =>
    field === null || used.has(column) ? [] : [{ column, field }],
  );
  const taken = new Set(found.map((old) => old?.field ?? null));
  const guesses = guess ? guessColumns(columns, remembered.as, known) : [];
  const notes: Problem[] = gone.map(({ column, field }) => {
    return { code: "meaning.column-gone", ...at, field: column, values: { given: column, as: field } };
  });
  const added: string[] = [];
  const newValues: { column: string; given: readonly GivenValue[] }[] = [];
  const meanings = columns.map((sample, i): ColumnMeaning => {
    const { key } = sample;
    const old = found[i]!;
    if (old !== null) {
      const { values, fresh } = extended(old, sample, remembered);
      if (fresh.length > 0) newValues.push({ column: key, given: fresh });
      for (const { given } of fresh.slice(0, MOST_TOLD)) {
        notes.push({ code: "meaning.value-new", ...at, field: key, values: { given } });
      }
      return { ...old, column: key, values };
    }
    added.push(key);
    notes.push({ code: "meaning.column-added", ...at, field: key, values: { given: key } });
    const own = guesses[i]?.field ?? null;
    const field = own === null || taken.has(own) ? null : own;
    taken.add(field);
    const values =
      field === null
        ? null
        : guessValues(field, sample.values, { as: remembered.as, column: sample.name }).meaning;
    return { column: key, encoding: encodingOf(remembered), capitals: "as-written", field, values };
  });
  const place = placeOf(remembered.place, found, columns);
  if (place.missing !== null) {
    notes.push({
      code: "meaning.place-column",
      ...at,
      field: place.missing,
      values: { given: place.missing },
    });
  }
  const meant = remembered.columns.filter(({ field }) => field !== null).length;
  return {
    meaning: { ...remembered, columns: meanings, place: place.place },
    kept: meant === 0 ? 0 : (meant - gone.length) / meant,
    added,
    gone,
    values: newValues,
    notes,
  };
}

/**
 * The remembered meaning with a newly guessed one beside it: what was said holds for the columns that are here
 * again, also their letters; columns and values that are new are as guessed. A new value that is a number has no
 * meaning, for codes are the sender's word.
 */
export function meaningFor(remembered: Meaning, guessed: Meaning): Meaning {
  const keyed = guessed.columns.map(({ column }) => ({ key: column }));
  const found = findColumns(remembered, keyed);
  const taken = new Set(found.flatMap((old) => (old === null || old.field === null ? [] : [old.field])));
  const columns = guessed.columns.map((now, i): ColumnMeaning => {
    const old = found[i]!;
    if (old !== null) return { ...old, column: now.column, values: withNew(old.values, now.values) };
    const field = now.field === null || taken.has(now.field) ? null : now.field;
    return { ...now, field, values: field === null ? null : now.values };
  });
  const { place } = placeOf(remembered.place, found, keyed);
  return { ...remembered, columns, place: place ?? guessed.place };
}

function withNew(old: ValueMeaning | null, now: ValueMeaning | null): ValueMeaning | null {
  if (old?.kind !== "words" || now?.kind !== "words") return old;
  const known = new Set(old.means.map(([given]) => given));
  const fresh = now.means.filter(([given]) => !known.has(given));
  const means = fresh.map(([given, word]): readonly [string, string | null] => [
    given,
    /\d/.test(given) ? null : word,
  ]);
  return { kind: "words", means: [...old.means, ...means] };
}

/** What each new column was the last time, null for one that was not there. No old column is found twice. */
function findColumns(
  remembered: Meaning,
  columns: readonly Pick<KeyedSample, "key">[],
): readonly (ColumnMeaning | null)[] {
  const byKey = new Map(remembered.columns.map((old) => [old.column, old]));
  const left = new Set(remembered.columns);
  const found = columns.map(({ key }) => {
    const old = byKey.get(key) ?? null;
    if (old !== null) left.delete(old);
    return old;
  });
  const byName = (names: readonly string[]) => {
    const times = new Map<string, number>();
    for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
    return times;
  };
  const oldTimes = byName([...left].map(({ column }) => foldName(column)));
  const newTimes = byName(columns.filter((_, i) => found[i] === null).map(({ key }) => foldName(key)));
  return found.map((old, i) => {
    const name = foldName(columns[i]!.key);
    if (old !== null || name === "" || oldTimes.get(name) !== 1 || newTimes.get(name) !== 1) return old;
    return [...left].find(({ column }) => foldName(column) === name) ?? null;
  });
}

/** The remembered list of values with those that are new; they are told, whatever a guess makes of them. */
function extended(
  old: ColumnMeaning,
  sample: KeyedSample,
  { as }: Meaning,
): { readonly values: ValueMeaning | null; readonly fresh: readonly GivenValue[] } {
  if (old.values?.kind !== "words" || old.field === null) return { values: old.values, fresh: [] };
  const known = new Set(old.values.means.map(([given]) => given));
  const fresh = sample.values.filter(({ given }) => !known.has(given) && !saysNotKnown(given));
  if (fresh.length === 0) return { values: old.values, fresh };
  const guessed = guessValues(old.field, fresh, { as, column: sample.name });
  // Codes and scales are the sender's word: a guess that is not sure is not put beside it.
  const sure =
    guessed.confidence === "high" && guessed.meaning?.kind === "words" ? guessed.meaning.means : [];
  const meansOf = new Map(sure);
  const means = fresh.map(({ given }): readonly [string, string | null] => [
    given,
    meansOf.get(given) ?? null,
  ]);
  return { values: { kind: "words", means: [...old.values.means, ...means] }, fresh };
}

/** Most columns of a file are in one encoding; the person sees what a new column looks like in it. */
function encodingOf({ columns }: Meaning): ColumnMeaning["encoding"] {
  const times = new Map<ColumnMeaning["encoding"], number>();
  for (const { encoding } of columns) times.set(encoding, (times.get(encoding) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "unicode";
}

function placeOf(
  place: PlaceMeaning | null,
  found: readonly (ColumnMeaning | null)[],
  columns: readonly Pick<KeyedSample, "key">[],
): { readonly place: PlaceMeaning | null; readonly missing: string | null } {
  if (place?.kind !== "columns") return { place, missing: null };
  // A column that says the place and nothing else need not be among those that mean something.
  const keyOf = (old: string) =>
    (columns.find((_, i) => found[i]?.column === old) ?? columns.find(({ key }) => key === old))?.key ?? null;
  const east = keyOf(place.east);
  const north = keyOf(place.north);
  if (east === null || north === null)
    return { place: null, missing: east === null ? place.east : place.north };
  return { place: { ...place, east, north }, missing: null };
}
