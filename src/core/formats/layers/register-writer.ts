/** Fills the columns of a register row by row: plain rows straight from their bytes, others from the household. */
import type { Category, Household, HouseholdColumns, RegisterField } from "../../model/household.ts";
import { REGISTER_FIELDS } from "../../model/household.ts";
import { textsOf } from "../../model/text-column.ts";
import type { CsvScan } from "../csv-scan.ts";
import { decimalAt } from "../decimal.ts";
import { GrowingBytes } from "../growing-bytes.ts";
import { positionKind } from "../position.ts";
import { TextSet } from "../text-set.ts";
import { utf8Text } from "../utf8-text.ts";
import { numberOf, saysNotKnown, yesNoOf } from "../values.ts";
import { viewOf } from "../words.ts";
import { isMembers } from "./household-row.ts";
import { plainSpans } from "./plain-spans.ts";

const place = (field: RegisterField) => REGISTER_FIELDS.indexOf(field);
const ID = place("id");
const HEAD = place("head");
const ETHNICITY = place("ethnicity");
const MEMBERS = place("members");
const POVERTY = place("poverty");
const MIGRANT = place("migrant");
const VILLAGE = place("village");
const COMMUNE = place("commune_code");
const LON = place("lon");
const LAT = place("lat");

/** Codes of `HouseholdColumns.migrant`, and one more. */
const NOT_KNOWN = 2;
const NOT_UNDERSTOOD = 3;

/** As many rows as the table has fit in; `columns` cuts to those that were taken. */
export class RegisterWriter {
  count = 0;
  located = 0;
  private readonly id: TextSet;
  private readonly head = new GrowingBytes();
  private readonly headStart: Uint32Array<ArrayBuffer>;
  private readonly lon: Float64Array<ArrayBuffer>;
  private readonly lat: Float64Array<ArrayBuffer>;
  private readonly members: Int16Array<ArrayBuffer>;
  private readonly migrant: Uint8Array<ArrayBuffer>;
  private readonly ethnicity: Texts;
  private readonly poverty: Texts;
  private readonly village: Texts;
  private readonly commune: Texts;
  /** Words of the column `migrant`, and what each means. */
  private readonly yesNo = new TextSet(8);
  private readonly meaning: number[] = [];
  private readonly from = new Uint32Array(REGISTER_FIELDS.length);
  private readonly to = new Uint32Array(REGISTER_FIELDS.length);
  private readonly number = new Float64Array(3);
  private readonly scratch = new GrowingBytes();

  constructor(rows: number) {
    this.id = new TextSet(rows);
    this.head.room(rows * 16);
    this.headStart = new Uint32Array(rows + 1);
    this.lon = new Float64Array(rows).fill(Number.NaN);
    this.lat = new Float64Array(rows).fill(Number.NaN);
    this.members = new Int16Array(rows).fill(-1);
    this.migrant = new Uint8Array(rows).fill(NOT_KNOWN);
    this.ethnicity = new Texts(rows);
    this.poverty = new Texts(rows);
    this.village = new Texts(rows);
    this.commune = new Texts(rows);
  }

  /** Number of the household that was taken with this id, -1 when none was. */
  find(id: string): number {
    const { bytes, end } = this.spelled(id);
    return this.id.find(viewOf(bytes), 0, end);
  }

  /**
   * Takes a row that needs no second look: an id of its own, a good place or none, every value understood. False
   * when `householdOf` has to judge it; nothing was changed then. `view` is
   * the same bytes as the scan's; `column` is the column of each field, or -1.
   */
  takePlain(scan: CsvScan, view: DataView, record: number, column: Int32Array): boolean {
    const { from, to, number } = this;
    const { bytes } = scan;
    if (!plainSpans(scan, record, column, from, to)) return false;
    if (from[ID] === to[ID]) return false;
    const placed = from[LON]! < to[LON]!;
    if (placed !== from[LAT]! < to[LAT]!) return false;
    if (placed) {
      if (!numberAt(bytes, from[LON]!, to[LON]!, number, 0)) return false;
      if (!numberAt(bytes, from[LAT]!, to[LAT]!, number, 1)) return false;
      if (positionKind(number[0]!, number[1]!) !== "good") return false;
    }
    const hasMembers = from[MEMBERS]! < to[MEMBERS]!;
    if (hasMembers) {
      if (!numberAt(bytes, from[MEMBERS]!, to[MEMBERS]!, number, 2) || !isMembers(number[2]!)) return false;
    }
    const migrant = this.migrantAt(bytes, view, from[MIGRANT]!, to[MIGRANT]!);
    if (migrant === NOT_UNDERSTOOD) return false;
    const ethnicity = this.ethnicity.find(view, from[ETHNICITY]!, to[ETHNICITY]!);
    if (ethnicity === NEW && saysNotKnown(utf8Text(bytes, from[ETHNICITY]!, to[ETHNICITY]!))) return false;
    if (this.id.find(view, from[ID]!, to[ID]!) >= 0) return false;

    const at = this.count++;
    this.id.add(view, from[ID]!, to[ID]!);
    this.head.copy(view, from[HEAD]!, to[HEAD]!);
    this.headStart[at + 1] = this.head.end;
    if (placed) this.locate(at, number[0]!, number[1]!);
    if (hasMembers) this.members[at] = number[2]!;
    this.migrant[at] = migrant;
    this.ethnicity.put(at, ethnicity, view, from[ETHNICITY]!, to[ETHNICITY]!);
    this.poverty.set(at, view, from[POVERTY]!, to[POVERTY]!);
    this.village.set(at, view, from[VILLAGE]!, to[VILLAGE]!);
    this.commune.set(at, view, from[COMMUNE]!, to[COMMUNE]!);
    return true;
  }

  /** Takes a household whose id is not there yet. */
  add(household: Household): void {
    const at = this.count++;
    const id = this.spelled(household.id);
    this.id.find(viewOf(id.bytes), 0, id.end);
    this.id.add(viewOf(id.bytes), 0, id.end);
    this.head.text(household.head ?? "");
    this.headStart[at + 1] = this.head.end;
    if (household.lon !== null && household.lat !== null) this.locate(at, household.lon, household.lat);
    this.members[at] = household.members ?? -1;
    this.migrant[at] = household.migrant === null ? NOT_KNOWN : Number(household.migrant);
    for (const [texts, text] of [
      [this.ethnicity, household.ethnicity],
      [this.poverty, household.poverty],
      [this.village, household.village],
      [this.commune, household.communeCode],
    ] as const) {
      const { bytes, end } = this.spelled(text ?? "");
      texts.set(at, viewOf(bytes), 0, end);
    }
  }

  columns(): HouseholdColumns {
    const { count } = this;
    return {
      count,
      id: this.id.column(),
      head: {
        count,
        bytes: this.head.bytes.slice(0, this.head.end),
        start: this.headStart.slice(0, count + 1),
      },
      lon: cut(this.lon, count),
      lat: cut(this.lat, count),
      members: cut(this.members, count),
      migrant: cut(this.migrant, count),
      ethnicity: this.ethnicity.category(count),
      poverty: this.poverty.category(count),
      village: this.village.category(count),
      communeCode: this.commune.category(count),
    };
  }

  private locate(at: number, lon: number, lat: number): void {
    this.lon[at] = lon;
    this.lat[at] = lat;
    this.located++;
  }

  private migrantAt(bytes: Uint8Array, view: DataView, from: number, to: number): number {
    if (from === to) return NOT_KNOWN;
    let word = this.yesNo.find(view, from, to);
    if (word < 0) {
      const migrant = yesNoOf(utf8Text(bytes, from, to));
      word = this.yesNo.add(view, from, to);
      this.meaning[word] =
        migrant === undefined ? NOT_UNDERSTOOD : migrant === null ? NOT_KNOWN : Number(migrant);
    }
    return this.meaning[word]!;
  }

  private spelled(text: string): GrowingBytes {
    this.scratch.end = 0;
    this.scratch.text(text);
    return this.scratch;
  }
}

/** A text that was not set before. */
const NEW = -1;
/** The empty text. */
const NONE = -2;

/** A column of repeated texts; the empty text is not known. */
class Texts {
  private readonly texts = new TextSet(64);
  private readonly index: Int32Array<ArrayBuffer>;

  constructor(rows: number) {
    this.index = new Int32Array(rows).fill(-1);
  }

  /** Number of a text that was set before, `NEW` or `NONE`. */
  find(source: DataView, from: number, to: number): number {
    return from === to ? NONE : this.texts.find(source, from, to);
  }

  /** Sets the text of a row that `find` has just numbered. */
  put(at: number, found: number, source: DataView, from: number, to: number): void {
    if (found === NONE) return;
    this.index[at] = found === NEW ? this.texts.add(source, from, to) : found;
  }

  set(at: number, source: DataView, from: number, to: number): void {
    this.put(at, this.find(source, from, to), source, from, to);
  }

  category(count: number): Category {
    const values = textsOf(this.texts.column()) as string[];
    return { values, index: cut(this.index, count) };
  }
}

/** The first of a list in a buffer of their own: the list itself when these are all. */
function cut<T extends Float64Array | Int32Array | Int16Array | Uint8Array>(list: T, count: number): T {
  return list.length === count ? list : (list.slice(0, count) as T);
}

/** A number by the rules of `numberOf`; false when it is none. */
function numberAt(bytes: Uint8Array, from: number, to: number, out: Float64Array, i: number): boolean {
  if (decimalAt(bytes, from, to, out, i)) return true;
  const number = numberOf(utf8Text(bytes, from, to));
  if (typeof number !== "number") return false;
  out[i] = number;
  return true;
}
