/**
 * Which unit contains each household, written beside its row (`household.unit_code`) for other programs and for
 * freezing a baseline. It is made from the rows, so it stands outside the history: whatever moved a household or the
 * units, a command, an undo, a merge, another program, this puts it right in the same transaction.
 *
 * The rule is that of screening: the containing unit, and on a shared border the one with the smallest code.
 */
import { firstFeatures } from "../core/geometry/areal-index.ts";
import type { Category } from "../core/model/household.ts";
import { CategoryWriter } from "./columns-category.ts";
import { RawRows } from "./columns-raw.ts";
import type { TouchedRows } from "./recorder.ts";
import type { TableName } from "./rows.ts";
import { indexOf } from "./spatial-index.ts";
import { readIndexBounds } from "./spatial-index-bounds.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";
import { readUnitShapes, type UnitShapes } from "./unit-shapes.ts";
import { type UnitCodeChanges, writeUnitCodes } from "./write-unit-codes.ts";

/** Puts right the households that may be elsewhere now. The caller holds the transaction open, triggers off. */
export function deriveContainingUnits(
  sqlite: Sqlite3Static,
  db: Database,
  touched: ReadonlyMap<TableName, TouchedRows>,
): void {
  const households = touched.get("household");
  if (unitsMoved(db, touched) || households === "all") fillContainingUnits(sqlite, db);
  else if (households) fillNamed(sqlite, db, [...households]);
}

/**
 * The unit that contains each position (WGS 84 degrees, NaN: none), for rows that are about to be written by the
 * hundred thousand: said from the start, nothing has to be put right in them.
 */
export function containingUnits(
  sqlite: Sqlite3Static,
  db: Database,
  lon: Float64Array,
  lat: Float64Array,
): Category {
  const { index, code } = readUnitShapes(sqlite, db, lon.length, null);
  return { values: code, index: firstFeatures(index, lon, lat) };
}

/** Puts every household right; only rows that say something else are written. */
export function fillContainingUnits(sqlite: Sqlite3Static, db: Database): void {
  const count = Number(db.selectValue("SELECT count(*) FROM household"));
  if (count === 0) return;
  const sql = "SELECT fid, geom, unit_code FROM household ORDER BY fid";
  const read = readPlaces(sqlite, db, count, [{ sql, values: [] }]);
  putRight(sqlite, db, read, readUnitShapes(sqlite, db, count, null));
}

/** A few households: of the units only those near them are read. */
function fillNamed(sqlite: Sqlite3Static, db: Database, ids: readonly string[]): void {
  const sql = "SELECT fid, geom, unit_code FROM household WHERE id = ?";
  const read = readPlaces(
    sqlite,
    db,
    ids.length,
    ids.map((id) => ({ sql, values: [id] })),
  );
  putRight(sqlite, db, read, readUnitShapes(sqlite, db, read.count, unitsNear(db, read)));
}

/** Whether the units are others now: their shapes, or which layers are layers of units. */
function unitsMoved(db: Database, touched: ReadonlyMap<TableName, TouchedRows>): boolean {
  if (touched.has("unit")) return true;
  const layers = touched.get("layer");
  if (!layers) return false;
  if (layers === "all") return true;
  return [...layers].some(
    (id) => db.selectValue("SELECT 1 FROM unit WHERE layer_id = ? LIMIT 1", [id]) === 1,
  );
}

/** Households as read; those without a place have NaN. */
interface Places {
  readonly count: number;
  readonly fid: Float64Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** The code that stands in each row. */
  readonly written: Category;
}

function readPlaces(
  sqlite: Sqlite3Static,
  db: Database,
  most: number,
  questions: readonly { readonly sql: string; readonly values: readonly string[] }[],
): Places {
  const fid = new Float64Array(most);
  const lon = new Float64Array(most).fill(Number.NaN);
  const lat = new Float64Array(most).fill(Number.NaN);
  const written = new CategoryWriter(most);
  const bounds = new Float64Array(4);
  let count = 0;
  for (const { sql, values } of questions) {
    const row = new RawRows(sqlite, db, sql, values);
    try {
      for (; row.next(); count++) {
        fid[count] = row.number(0);
        if (row.bytes(1) && readIndexBounds(row, bounds)) {
          lon[count] = bounds[0]!;
          lat[count] = bounds[1]!;
        }
        if (row.bytes(2)) written.add(row.memory, row.at, row.at + row.length);
        else written.addNothing();
      }
    } finally {
      row.close();
    }
  }
  const own = (column: Float64Array) => column.subarray(0, count);
  return { count, fid: own(fid), lon: own(lon), lat: own(lat), written: written.category() };
}

/** Row numbers of the units whose bounds hold one of the places. */
function unitsNear(db: Database, { count, lon, lat }: Places): number[] {
  const near = new Set<number>();
  const statement = db.prepare(
    `SELECT id FROM "${indexOf("unit")}" WHERE minx <= ?1 AND maxx >= ?1 AND miny <= ?2 AND maxy >= ?2`,
  );
  try {
    for (let i = 0; i < count; i++) {
      if (Number.isNaN(lon[i]!)) continue;
      statement.bind([lon[i]!, lat[i]!]);
      while (statement.step()) near.add(Number(statement.get(0)));
      statement.reset();
    }
  } finally {
    statement.finalize();
  }
  return [...near].sort((a, b) => a - b);
}

function putRight(sqlite: Sqlite3Static, db: Database, places: Places, { index, code }: UnitShapes): void {
  const { count, fid, lon, lat, written } = places;
  const found = firstFeatures(index, lon, lat);
  // Several units may carry one code, and a code may stand in a row that no unit has: both are compared as texts.
  const numberOf = new Map<string, number>();
  for (const text of [...code, ...written.values]) {
    if (!numberOf.has(text)) numberOf.set(text, numberOf.size);
  }
  const wantedNumber = code.map((text) => numberOf.get(text)!);
  const writtenNumber = written.values.map((text) => numberOf.get(text)!);
  const changes: UnitCodeChanges = { codes: [...numberOf.keys()], fid: [], code: [] };
  for (let i = 0; i < count; i++) {
    const wanted = found[i]! < 0 ? -1 : wantedNumber[found[i]!]!;
    const there = written.index[i]! < 0 ? -1 : writtenNumber[written.index[i]!]!;
    if (wanted === there) continue;
    changes.fid.push(fid[i]!);
    changes.code.push(wanted);
  }
  writeUnitCodes(sqlite, db, changes);
}
