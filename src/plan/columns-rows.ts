/** The register as columns from its rows: what counts whenever the kept columns cannot be taken. */
import { type HouseholdColumns, REGISTER_FIELDS } from "../core/model/household.ts";
import { TextColumnWriter } from "../core/model/text-column.ts";
import { CategoryWriter } from "./columns-category.ts";
import { NOT_PLAIN, ownFields } from "./columns-own-fields.ts";
import { eachRow, type RawRows } from "./columns-raw.ts";
import { decodePoint } from "./geometry-blob.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";

/** Order of the columns of `ROWS`. */
const [FID, ID, HEAD, GEOM, MEMBERS, MIGRANT, CATEGORIES, OTHER] = [0, 1, 2, 3, 4, 5, 6, 10];
const ROWS = `SELECT fid, id, head, geom, members, migrant, ethnicity, village, commune_code, poverty, other
  FROM household ORDER BY fid`;
/** The source's own fields, without those that are columns of the register; null when nothing else is there. */
const OWN_FIELDS = `SELECT nullif(json_remove(other, ${REGISTER_FIELDS.map((field) => `'$.${field}'`).join(", ")}), '{}')
  FROM household WHERE fid = ?`;
/** The most that a column of 16 bits holds, as in `columnsFrom`. */
const MOST_MEMBERS = 32_767;
const POINT_BYTES = 21;
const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;

interface Filling {
  readonly id: TextColumnWriter;
  readonly head: TextColumnWriter;
  readonly lon: Float64Array<ArrayBuffer>;
  readonly lat: Float64Array<ArrayBuffer>;
  readonly members: Int16Array<ArrayBuffer>;
  readonly migrant: Uint8Array<ArrayBuffer>;
  readonly categories: readonly CategoryWriter[];
  readonly properties: TextColumnWriter;
}

/**
 * Every household in file order. A number that is none of a household's (a word, a size beyond all measure) is
 * not known. Throws on a shape that is no point, on own fields that are no JSON, and what the engine throws.
 */
export function columnsFromRows(sqlite: Sqlite3Static, db: Database): HouseholdColumns {
  const count = Number(db.selectValue("SELECT count(*) FROM household"));
  const into: Filling = {
    id: new TextColumnWriter(count),
    head: new TextColumnWriter(count),
    lon: new Float64Array(count).fill(Number.NaN),
    lat: new Float64Array(count).fill(Number.NaN),
    members: new Int16Array(count).fill(-1),
    migrant: new Uint8Array(count).fill(2),
    categories: Array.from({ length: 4 }, () => new CategoryWriter(count)),
    properties: new TextColumnWriter(0),
  };
  const own = new OwnFields(sqlite, db, into.properties);
  let i = 0;
  eachRow(sqlite, db, ROWS, [], (row) => fillRow(row, i++, into, own));
  const [ethnicity, village, communeCode, poverty] = into.categories.map((one) => one.category());
  return {
    count,
    id: into.id.column(),
    head: into.head.column(),
    lon: into.lon,
    lat: into.lat,
    ethnicity: ethnicity!,
    village: village!,
    communeCode: communeCode!,
    poverty: poverty!,
    members: into.members,
    migrant: into.migrant,
    properties: into.properties.column(),
  };
}

function fillRow(row: RawRows, i: number, into: Filling, own: OwnFields): void {
  addText(row, ID, into.id);
  addText(row, HEAD, into.head);
  if (row.bytes(GEOM)) setPlace(row, i, into.lon, into.lat);
  const members = row.number(MEMBERS);
  if (members >= 0 && members <= MOST_MEMBERS) into.members[i] = Math.round(members);
  const migrant = row.number(MIGRANT);
  if (!Number.isNaN(migrant)) into.migrant[i] = migrant === 0 ? 0 : 1;
  for (let k = 0; k < into.categories.length; k++) {
    const category = into.categories[k]!;
    if (row.bytes(CATEGORIES + k)) category.add(row.memory, row.at, row.at + row.length);
    else category.addNothing();
  }
  own.add(row);
}

function addText(row: RawRows, column: number, into: TextColumnWriter): void {
  if (row.bytes(column)) into.addBytes(row.memory.subarray(row.at, row.at + row.length));
  else into.add(null);
}

/** A point as this program and most others write it; any other form is decoded the long way. */
function setPlace(
  { memory, view, at, length }: RawRows,
  i: number,
  lon: Float64Array,
  lat: Float64Array,
): void {
  const flags = memory[at + 3]!;
  const start = at + 8 + (ENVELOPE_BYTES[(flags >> 1) & 0b111] ?? 0);
  const plain =
    length >= start - at + POINT_BYTES &&
    view.getUint16(at) === 0x4750 &&
    (flags & 0b11001) === 1 && // little-endian, not empty; an envelope of unknown kind is told the long way
    (flags & 0b1110) <= 0b1000 &&
    memory[start] === 1 &&
    view.getUint32(start + 1, true) === 1;
  let x: number;
  let y: number;
  if (plain) {
    x = view.getFloat64(start + 5, true);
    y = view.getFloat64(start + 13, true);
  } else {
    const found = decodePoint(memory.slice(at, at + length));
    if (!found) return;
    [x, y] = found;
  }
  if (!Number.isFinite(x) || !Number.isFinite(y)) return;
  lon[i] = x;
  lat[i] = y;
}

/** Packs what the source said beyond the register's columns. */
class OwnFields {
  private room = new Uint8Array(1024);

  constructor(
    private readonly sqlite: Sqlite3Static,
    private readonly db: Database,
    private readonly into: TextColumnWriter,
  ) {}

  add(row: RawRows): void {
    if (!row.isText(OTHER)) {
      if (row.isNull(OTHER)) this.into.add(null);
      else this.ask(row);
      return;
    }
    row.bytes(OTHER);
    if (row.length >= this.room.length) this.room = new Uint8Array(row.length * 2);
    const length = ownFields(row.memory, row.at, row.at + row.length, this.room);
    if (length === NOT_PLAIN) this.ask(row);
    else this.into.addBytes(this.room.subarray(0, length));
  }

  /** The engine reads every form of JSON, and throws when it is none. */
  private ask(row: RawRows): void {
    eachRow(this.sqlite, this.db, OWN_FIELDS, [row.number(FID)], (answer) => addText(answer, 0, this.into));
  }
}
