/** What has to be right in every row of a register: its id, its place, and the values that are understood or noted. */
import type { Household, RegisterField } from "../../model/household.ts";
import type { TextColumn } from "../../model/text-column.ts";
import type { CsvScan } from "../csv/csv-scan.ts";
import { decimalAt } from "../decimal.ts";
import { positionKind } from "../position.ts";
import { GrowingBytes } from "../text/growing-bytes.ts";
import { TextSet } from "../text/text-set.ts";
import { utf8Text } from "../text/utf8-text.ts";
import { numberOf, saysNotKnown, yesNoOf } from "../values.ts";
import { viewOf } from "../words.ts";
import { isMembers } from "./household-row.ts";
import { plainSpan } from "./plain-span.ts";

/** The fields looked at here, in the order of `column` of `takePlain`. */
export const FACT_FIELDS = [
  "id",
  "lon",
  "lat",
  "members",
  "migrant",
  "ethnicity",
] as const satisfies readonly RegisterField[];
const ID = 0;
const LON = 1;
const LAT = 2;
const MEMBERS = 3;
const MIGRANT = 4;
const ETHNICITY = 5;

/** Codes of `HouseholdColumns.migrant`, and one more. */
const NOT_KNOWN = 2;
const NOT_UNDERSTOOD = 3;

/** Filled row by row: plain rows straight from their bytes, others from the household that was made of them. */
export class RegisterFacts {
  count = 0;
  located = 0;
  readonly lon: Float64Array<ArrayBuffer>;
  readonly lat: Float64Array<ArrayBuffer>;
  readonly members: Int16Array<ArrayBuffer>;
  readonly migrant: Uint8Array<ArrayBuffer>;
  private readonly ids: TextSet;
  private readonly migrantWords = new Meanings(migrantMeaning);
  private readonly ethnicWords = new Meanings(ethnicMeaning);
  private readonly from = new Uint32Array(FACT_FIELDS.length);
  private readonly to = new Uint32Array(FACT_FIELDS.length);
  private readonly number = new Float64Array(3);
  private readonly spelling = new GrowingBytes();

  /** Room for so many rows. */
  constructor(rows: number) {
    this.ids = new TextSet(rows);
    this.lon = new Float64Array(rows).fill(Number.NaN);
    this.lat = new Float64Array(rows).fill(Number.NaN);
    this.members = new Int16Array(rows).fill(-1);
    this.migrant = new Uint8Array(rows).fill(NOT_KNOWN);
  }

  /** The ids in the order in which their households were taken. */
  id(): TextColumn {
    return this.ids.column();
  }

  /** Number of the household that was taken with this id, -1 when none was. */
  find(id: string): number {
    this.spelling.end = 0;
    this.spelling.text(id);
    return this.ids.find(viewOf(this.spelling.bytes), 0, this.spelling.end);
  }

  /**
   * Takes a row that needs no second look: an id of its own, a good place or none, every value understood. False
   * when `householdOf` has to judge it; nothing was taken then. `view` is the same bytes as the scan's, `column`
   * the column of each of `FACT_FIELDS`, or -1.
   */
  takePlain(scan: CsvScan, view: DataView, record: number, column: Int32Array): boolean {
    const { from, to, number } = this;
    const { bytes } = scan;
    for (let i = 0; i < column.length; i++) {
      if (!plainSpan(scan, record, column[i]!, from, to, i)) return false;
    }
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
    const migrant = this.migrantWords.of(bytes, view, from[MIGRANT]!, to[MIGRANT]!);
    if (migrant === NOT_UNDERSTOOD) return false;
    if (this.ethnicWords.of(bytes, view, from[ETHNICITY]!, to[ETHNICITY]!) === NOT_UNDERSTOOD) return false;
    if (this.ids.find(view, from[ID]!, to[ID]!) >= 0) return false;

    this.ids.add(view, from[ID]!, to[ID]!);
    const at = this.count++;
    if (placed) this.locate(at, number[0]!, number[1]!);
    if (hasMembers) this.members[at] = number[2]!;
    this.migrant[at] = migrant;
    return true;
  }

  /** Takes a household whose id is not there yet. */
  add({ id, lon, lat, members, migrant }: Household): void {
    const at = this.count++;
    this.find(id);
    this.ids.add(viewOf(this.spelling.bytes), 0, this.spelling.end);
    if (lon !== null && lat !== null) this.locate(at, lon, lat);
    this.members[at] = members ?? -1;
    this.migrant[at] = migrant === null ? NOT_KNOWN : Number(migrant);
  }

  private locate(at: number, lon: number, lat: number): void {
    this.lon[at] = lon;
    this.lat[at] = lat;
    this.located++;
  }
}

/** What the words of a column mean: each is asked once. */
class Meanings {
  private readonly words = new TextSet(16);
  private readonly meaning: number[] = [];

  constructor(private readonly ask: (text: string) => number) {}

  /** Nothing at all is not known. */
  of(bytes: Uint8Array, view: DataView, from: number, to: number): number {
    if (from === to) return NOT_KNOWN;
    let word = this.words.find(view, from, to);
    if (word < 0) {
      word = this.words.add(view, from, to);
      this.meaning.push(this.ask(utf8Text(bytes, from, to)));
    }
    return this.meaning[word]!;
  }
}

function migrantMeaning(text: string): number {
  const migrant = yesNoOf(text);
  return migrant === undefined ? NOT_UNDERSTOOD : migrant === null ? NOT_KNOWN : Number(migrant);
}

/** Words for "not known" are told in a note. */
function ethnicMeaning(text: string): number {
  return saysNotKnown(text) ? NOT_UNDERSTOOD : 1;
}

/** A number by the rules of `numberOf`; false when it is none. */
function numberAt(bytes: Uint8Array, from: number, to: number, out: Float64Array, i: number): boolean {
  if (decimalAt(bytes, from, to, out, i)) return true;
  const number = numberOf(utf8Text(bytes, from, to));
  if (typeof number !== "number") return false;
  out[i] = number;
  return true;
}
