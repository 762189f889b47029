/** A large made-up plan and the same data as the files that the command line takes. Visibly synthetic. */
import type { Bbox } from "../../src/core/units.ts";
import { BulkInsert } from "../../src/plan/bulk-insert.ts";
import { keepColumns } from "../../src/plan/columns-kept.ts";
import { columnsFromRows } from "../../src/plan/columns-rows.ts";
import { fillContainingUnits } from "../../src/plan/containing-unit.ts";
import { writeExtents } from "../../src/plan/extents.ts";
import { sealTables } from "../../src/plan/outside/seal.ts";
import { newPlan } from "../../src/plan/plan-file.ts";
import { packIndex } from "../../src/plan/spatial-index.ts";
import { bytesOf, type Database, type Sqlite3Static } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { withoutTriggers } from "../../src/plan/triggers.ts";
import { type AreaSize, type LargeArea, largeArea } from "./large-area.ts";
import { fieldsOf, HEADER, type LargeHousehold, largeRegister } from "./large-register.ts";

export interface LargeSize extends AreaSize {
  readonly households: number;
  /** Whether the columns are written beside the rows, as our program leaves a plan. Left out: yes. */
  readonly columns?: boolean;
}

const AT = "2026-10-15T02:00:00.000Z";
const KINDS = ["units", "forests", "hazards", "roads", "centres"] as const;
/** Every layer of the plan covers the whole area: outside its zones is clear. For `--hazard-coverage` and the like. */
export const COVERAGE = "all";
const REGISTER = "households";

/** The bytes of the plan's file. The same size gives the same bytes. */
export function largePlan(sqlite: Sqlite3Static, size: LargeSize): Uint8Array {
  const db = largeDatabase(sqlite, size);
  try {
    return bytesOf(sqlite, db);
  } finally {
    db.close();
  }
}

/** The plan as an open database: layers by commands, households by one prepared sentence. */
export function largeDatabase(sqlite: Sqlite3Static, size: LargeSize): Database {
  const area = largeArea(size);
  const db = newPlan(sqlite, { id: `mau-${size.seed}`, name: "Phương án mẫu lớn", demo: false, created: AT });
  let entries = 0;
  const store = new PlanStore(sqlite, db, { now: () => AT, newUid: () => `mau-${size.seed}-${++entries}` });
  for (const kind of KINDS) {
    const read = store.read(kind, `${kind}.geojson`, new TextEncoder().encode(area.files[kind]));
    if (!read.ok) throw new Error(read.problem.code);
    const input = {
      staged: kind,
      kind,
      name: `Lớp mẫu ${kind}`,
      coverage: COVERAGE,
      replace: false,
    } as const;
    const taken = store.run("layer.import", input);
    if (!taken.ok) throw new Error(taken.problem.code);
  }
  const fill = () => {
    const bounds = insertHouseholds(sqlite, db, largeRegister(size.seed, size.households, area));
    packIndex(sqlite, db, "household");
    writeExtents(db, new Map([["household", bounds]]));
    fillContainingUnits(sqlite, db);
    // The register came from outside the history: it is part of the starting point.
    db.exec("UPDATE plan SET value = (SELECT max(seq) FROM journal) WHERE key = 'undoable_after'");
    sealTables(db);
    if (size.columns !== false) keepColumns(db, columnsFromRows(sqlite, db), AT);
    else db.exec("UPDATE household_column_state SET stale = 1");
  };
  withoutTriggers(sqlite, db, () => db.transaction("IMMEDIATE", fill));
  return db;
}

/** Names and contents of the files of the same data: `households.csv` and a GeoJSON for each layer. */
export function largeFiles(size: LargeSize): ReadonlyMap<string, Uint8Array> {
  const area = largeArea(size);
  const text = new TextEncoder();
  const files = new Map<string, Uint8Array>([["households.csv", registerCsv(size, area)]]);
  for (const kind of KINDS) files.set(`${kind}.geojson`, text.encode(area.files[kind]));
  return files;
}

const COLUMNS = [
  "geom",
  "id",
  "head",
  "ethnicity",
  "members",
  "poverty",
  "migrant",
  "village",
  "commune_code",
  "import_id",
  "other",
];

/** The rows as `households.import` of `households.csv` makes them; says their bounds. */
function insertHouseholds(
  sqlite: Sqlite3Static,
  db: Database,
  register: Iterable<LargeHousehold>,
): Bbox | null {
  const names = HEADER.split(",").map((name) => JSON.stringify(name));
  const bulk = new BulkInsert(sqlite, db, "household", COLUMNS);
  const number = (value: number | null) => (value === null ? bulk.null() : bulk.integer(value));
  const text = (value: string) => bulk.text(value === "" ? null : value);
  try {
    for (const row of register) {
      bulk.point(row.lon ?? Number.NaN, row.lat ?? Number.NaN);
      text(row.id);
      text(row.head);
      text(row.ethnicity);
      number(row.members);
      text(row.poverty);
      number(row.migrant === null ? null : Number(row.migrant));
      text(row.village);
      text(row.communeCode);
      text(REGISTER);
      // No value needs an escape.
      text(
        `{${fieldsOf(row)
          .map((value, k) => `${names[k]}:"${value}"`)
          .join(",")}}`,
      );
      bulk.insert();
    }
    return bulk.bounds();
  } finally {
    bulk.close();
  }
}

function registerCsv({ seed, households }: LargeSize, area: LargeArea): Uint8Array {
  const text = new TextEncoder();
  let bytes = new Uint8Array(1 << 20);
  let end = 0;
  const put = (part: string) => {
    if (end + part.length * 3 > bytes.length) {
      const wider = new Uint8Array(bytes.length * 2 + part.length * 3);
      wider.set(bytes.subarray(0, end));
      bytes = wider;
    }
    end += text.encodeInto(part, bytes.subarray(end)).written;
  };
  put(`${HEADER}\n`);
  for (const row of largeRegister(seed, households, area)) put(`${fieldsOf(row).join(",")}\n`);
  return bytes.slice(0, end);
}
