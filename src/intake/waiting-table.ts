/** One table that waits: what it was guessed to mean, what a person said instead, and what follows from both. */
import type { TextKind } from "../core/encodings/index.ts";
import type { ReadAs } from "../core/formats/layers/layer-reader.ts";
import type { RasterKind } from "../core/formats/raster/raster-kind.ts";
import { type ColumnSample, sampleColumn } from "../core/intake/columns/column-sample.ts";
import { guessAs } from "../core/intake/columns/guess-as.ts";
import { guessConstants } from "../core/intake/columns/guess-constants.ts";
import { type ColumnGuess, guessColumns } from "../core/intake/columns/guess-fields.ts";
import { guessValues, type ValueGuess } from "../core/intake/columns/guess-values.ts";
import { meaningFor } from "../core/intake/columns/suggest-meaning.ts";
import { decodedNames, decodedTableName } from "../core/intake/decoded-names.ts";
import type { RowEdit } from "../core/intake/edits.ts";
import type { FieldName } from "../core/intake/fields.ts";
import type { ColumnMeaning, Meaning } from "../core/intake/meaning.ts";
import type { OpenedTable } from "../core/intake/open.ts";
import type { Ranked, Why } from "../core/intake/ranked.ts";
import { rowNotesAmong } from "../core/intake/row-notes.ts";
import type { IntakeContext, IntakeItem, MeaningChange, Remembered } from "./protocol.ts";
import { shapesOf } from "./shapes-of.ts";
import { type RawColumn, TableSamples } from "./table-samples.ts";

export class WaitingTable {
  readonly samples: TableSamples;
  readonly item: IntakeItem;
  /** Repairs that were accepted, by row from 0, and the findings they answer. */
  readonly edits = new Map<number, RowEdit>();
  readonly accepted = new Set<string>();
  /** Columns, fields and the place that a person has spoken of: they are asked no more. */
  readonly answered = new Set<string>();
  /** The sender's earlier reading that was taken over. */
  from: Remembered | null = null;
  private said: Meaning | null = null;

  constructor(
    readonly id: string,
    readonly opened: OpenedTable,
  ) {
    const { table, files } = opened;
    this.samples = new TableSamples(table);
    this.item = {
      id,
      file: table.file,
      format: table.format,
      table: decodedTableName(table),
      read: table.count + table.rejected.length,
      columns: table.columns.length,
      shapes: shapesOf(table, this.samples.rows),
      files,
    };
  }

  /** What it means now: guessed until a person has spoken. The place is guessed by `places.ts`. */
  meaning(context: IntakeContext): Meaning {
    this.said ??= this.opened.table.raster?.zones === false ? this.cellsKept() : this.first(context);
    return this.said;
  }

  /** Everything a person says stays said until it is said otherwise. */
  change(change: MeaningChange, context: IntakeContext): void {
    const meaning = this.meaning(context);
    switch (change.kind) {
      case "as":
        this.answered.add("as");
        this.said = this.guessed(change.as, meaning.columns.map(lettersOf));
        break;
      case "place":
        this.answered.add("place");
        this.said = { ...meaning, place: change.place };
        break;
      case "column":
        this.changeColumn(meaning, change.column);
        break;
      case "constant":
        this.answered.add(`field ${change.field}`);
        this.said = { ...meaning, constants: withConstant(meaning.constants, change.field, change.value) };
        break;
      case "unit-list":
        this.answered.add("unit-list");
        // Choices were between units of the list that was said before.
        this.said = { ...meaning, unitList: change.unitList, unitChoices: undefined };
        break;
      case "unit-choice": {
        const { from, to } = change;
        const others = (meaning.unitChoices ?? []).filter(([code]) => code !== from);
        this.said = { ...meaning, unitChoices: to === null ? others : [...others, [from, to]] };
        break;
      }
      case "raster":
        this.answered.add("as");
        this.said = this.withRaster(meaning, change.raster);
        break;
      case "whole":
        this.answered.add("place");
        this.said = meaningFor(change.meaning, this.guessed(change.meaning.as, this.plainLetters()));
        break;
    }
  }

  /** Sets the place that was guessed; a person's own stays. */
  guessPlace(place: Meaning["place"], context: IntakeContext): void {
    const meaning = this.meaning(context);
    // The same meaning stays the same object: what was worked out for it is kept by that.
    const same = JSON.stringify(place) === JSON.stringify(meaning.place);
    if (!this.answered.has("place") && !same) this.said = { ...meaning, place };
  }

  /** The list its commune codes were guessed to be of. */
  guessUnitList(unitList: Meaning["unitList"], context: IntakeContext): void {
    const meaning = this.meaning(context);
    if (!this.answered.has("unit-list") && meaning.unitList !== unitList)
      this.said = { ...meaning, unitList };
  }

  /** Names of the columns as people read them. */
  names(meaning: Meaning): readonly string[] {
    return decodedNames(this.opened.table, meaning);
  }

  /** Samples of every column as now decoded. */
  decoded(meaning: Pick<Meaning, "columns">, names: readonly string[]): readonly ColumnSample[] {
    const notes = rowNotesAmong(names);
    return meaning.columns.map((column, at) => {
      const name = names[at]!;
      const sample = this.samples.sample(at, column, name);
      // What we wrote beside the rows says nothing of them.
      return notes.has(name) ? sampleColumn("", 0, () => null) : sample;
    });
  }

  /** What it could be, best first. */
  as(meaning: Meaning): readonly Ranked<ReadAs>[] {
    const names = this.names(meaning);
    const { table } = this.opened;
    return guessAs(this.decoded(meaning, names), this.item.shapes, table.name, table.file);
  }

  fields(meaning: Meaning): readonly ColumnGuess[] {
    return guessColumns(this.decoded(meaning, this.names(meaning)), meaning.as);
  }

  /** What the values of a column mean by themselves, every row counted. */
  values(meaning: Meaning, at: number, field: FieldName): ValueGuess {
    const name = this.names(meaning)[at]!;
    const sample = this.samples.sample(at, meaning.columns[at]!, name, true);
    return guessValues(field, sample.values, { as: meaning.as, column: name });
  }

  private cellsKept(): Meaning {
    const { guess } = this.opened.table.raster!.look;
    const columns = this.plainLetters();
    return { as: "units", columns, place: null, constants: [], unitList: null, raster: guess };
  }

  /** Without areas the cells are all there is. What rows mean says nothing while the cells are kept. */
  private withRaster(meaning: Meaning, kind: RasterKind | null): Meaning {
    const { raster: _before, ...rest } = meaning;
    const raster = kind ?? (this.opened.table.raster?.zones ? null : "terrain");
    if (raster !== null) return { ...rest, as: "units", constants: [], raster };
    return meaning.raster ? this.readAfresh(rest.place) : rest;
  }

  /** Rows that were not looked at while the cells were kept. */
  private readAfresh(place: Meaning["place"]): Meaning {
    const letters = this.plainLetters();
    const blank: Meaning = { as: "hazards", columns: letters, place: null, constants: [], unitList: null };
    return { ...this.guessed(this.as(blank)[0]?.value ?? "hazards", letters), place };
  }

  private plainLetters(): ColumnMeaning[] {
    return this.samples.columns.map((column) => plainLetters(column, this.opened.table.text));
  }

  private first(context: IntakeContext): Meaning {
    const letters = this.plainLetters();
    const blank: Meaning = { as: "households", columns: letters, place: null, constants: [], unitList: null };
    const guessed = this.guessed(this.as(blank)[0]?.value ?? LIKELIEST[this.item.shapes], letters);
    const known = context.remembered.find((one) => isLike(one.meaning, guessed));
    if (!known) return guessed;
    this.from = known;
    return this.takenOver(known.meaning);
  }

  /** Fields and values guessed anew for columns whose letters are known. */
  private guessed(as: ReadAs, letters: readonly ColumnMeaning[]): Meaning {
    const blank: Meaning = { as, columns: letters, place: null, constants: [], unitList: null };
    const fields = this.fields(blank);
    const columns = letters.map((column, at): ColumnMeaning => {
      const field = fields[at]?.field ?? null;
      if (field === null) return { ...column, field, values: null };
      return { ...column, field, values: this.values(blank, at, field).meaning };
    });
    const names = this.names(blank);
    const named = columns.map(({ field }, at) => ({ name: names[at]!, field }));
    const { table } = this.opened;
    const constants = guessConstants(as, named, table.name, table.file).map(({ constant }) => constant);
    return { ...blank, columns, constants };
  }

  private changeColumn(meaning: Meaning, next: ColumnMeaning): void {
    this.answered.add(`column ${next.column}`);
    const columns = meaning.columns.map((column, at): ColumnMeaning => {
      // A field is one column's: whoever had it before loses it.
      if (column.column !== next.column) {
        return next.field !== null && column.field === next.field
          ? { ...column, field: null, values: null }
          : column;
      }
      const sameField = column.field === next.field;
      const said = next.values !== null && JSON.stringify(next.values) !== JSON.stringify(column.values);
      if (sameField || said || next.field === null) return next;
      return {
        ...next,
        values: this.values({ ...meaning, columns: meaning.columns.with(at, next) }, at, next.field).meaning,
      };
    });
    this.said = { ...meaning, columns };
  }

  /** A remembered reading on these columns: what it says of them holds, the rest is guessed. */
  private takenOver(known: Meaning): Meaning {
    return meaningFor(known, this.guessed(known.as, this.plainLetters()));
  }
}

function lettersOf({ column, encoding, capitals }: ColumnMeaning): ColumnMeaning {
  return { column, encoding, capitals, field: null, values: null };
}

function plainLetters({ key, encodings, capitals }: RawColumn, text: TextKind): ColumnMeaning {
  const sure = capitals.confidence === "high" ? capitals.ranked[0]?.value : null;
  const [best] = encodings.ranked;
  // Text that is broken in every encoding is left as the file has it: decoding would break it once more.
  const keep = best === undefined || (text === "unicode" && !reads(best.why));
  const encoding = keep ? "unicode" : best.value;
  return { column: key, encoding, capitals: sure ?? "as-written", field: null, values: null };
}

/** Whether an encoding makes words of most of a column, and not mere letters. */
function reads(why: readonly Why[]): boolean {
  const of = (code: Why["code"]) => why.find((one) => one.code === code)?.values;
  const [garbled, words] = [of("encoding.garbled"), of("encoding.words")];
  if (garbled === undefined) return true;
  const known = words === undefined || 2 * Number(words.count) >= Number(words.of);
  return known && Number(garbled.count) <= MOST_GARBLED * Number(garbled.of);
}

/** A column of names in a minority's language has words that no list knows. */
const MOST_GARBLED = 1 / 3;

/** What a table is taken for that looks like nothing: the layer its shapes fit. */
const LIKELIEST: Readonly<Record<IntakeItem["shapes"], ReadAs>> = {
  area: "units",
  line: "roads",
  point: "households",
  mixed: "households",
  none: "households",
};

function withConstant(
  constants: Meaning["constants"],
  field: FieldName,
  value: string | number | null,
): Meaning["constants"] {
  const others = constants.filter((constant) => constant.field !== field);
  return value === null ? others : [...others, { field, value }];
}

/** Most of the columns are the same by name: the same kind of file again. */
function isLike(known: Meaning, now: Meaning): boolean {
  const names = new Set(known.columns.map(({ column }) => column));
  const same = now.columns.filter(({ column }) => names.has(column)).length;
  return same >= ALIKE * Math.max(names.size, now.columns.length);
}

/** A newer list may have a column more or less. */
const ALIKE = 0.7;
