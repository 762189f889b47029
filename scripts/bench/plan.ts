/** What the plan file costs: taking a register in, one edit until it is saved, opening, undo and redo of the import. */
import type { PlanSnapshot } from "../../src/core/model/snapshot.ts";
import { eachRow } from "../../src/plan/columns-raw.ts";
import { newPlan } from "../../src/plan/plan-file.ts";
import { type Database, loadSqlite, type Sqlite3Static } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import type { Bench, Column, Contest, Contestant } from "./contest.ts";
import { communesJson } from "./data/communes-json.ts";
import { type Province, provinceOf } from "./data/index.ts";
import { registerCsv } from "./data/register.ts";
import { type PlainRows, plainInserts, rowsOf } from "./peers/sqlite-inserts.ts";
import { editContest } from "./plan-edit.ts";
import { good, OnePlan } from "./plan-one-open.ts";

/** Plans are made under this clock, so that the same seed gives the same bytes. */
const DAY = "2026-10-15T02:00:00.000Z";

/** `plan` */
export const plan: Bench = {
  name: "plan",
  n: 500_000,
  async prepare({ seed, n }) {
    const sqlite = await loadSqlite();
    const province = provinceOf(seed, n);
    const csv = registerCsv(seed, province.households);
    const one = new OnePlan(sqlite, DAY);
    const made = madePlans(sqlite, csv, province);
    const megabytes = ({ length }: Uint8Array) => (length / 1e6).toFixed(1);
    return {
      data: [
        `${n} households: a plan of ${megabytes(made.full)} MB, ${megabytes(made.undone)} MB with the import undone`,
      ],
      contests: [
        importContest(one, csv, made.empty, {
          key: "plan.import",
          title: "a register into an empty plan",
        }),
        importContest(one, csv, made.units, {
          key: "plan.import.units",
          title: "a register into a plan with 200 communes, each household's told",
        }),
        editContest(() => one.keep("plan.edit", made.full).store, n),
        openContest(one, made.full),
        turnContest(one, made.full, "undo"),
        turnContest(one, made.undone, "redo"),
      ],
    };
  },
};

interface MadePlans {
  readonly empty: Uint8Array;
  readonly units: Uint8Array;
  /** With the register and the communes. */
  readonly full: Uint8Array;
  /** The same with its import undone. */
  readonly undone: Uint8Array;
}

function madePlans(sqlite: Sqlite3Static, csv: Uint8Array, { coarse }: Province): MadePlans {
  const db = newPlan(sqlite, { id: "bench", name: "bench", demo: false, created: DAY });
  const store = new PlanStore(sqlite, db, { now: () => DAY });
  const empty = store.copy();
  good(store.read("units", "units.geojson", communesJson(coarse.degrees)));
  good(
    store.run("layer.import", { staged: "units", kind: "units", name: "x", coverage: "all", replace: false }),
  );
  const units = store.copy();
  good(store.read("register", "households.csv", csv));
  good(store.run("households.import", { staged: "register", replace: false }));
  const full = store.copy();
  good(store.undo());
  const undone = store.copy();
  store.close();
  return { empty, units, full, undone };
}

/** The command as it is, from the file that was read to the commit; against the same rows put in by plain sentences. */
function importContest(
  one: OnePlan,
  csv: Uint8Array,
  plan: Uint8Array,
  { key, title }: Pick<Contest, "key" | "title">,
): Contest {
  let store: PlanStore;
  let db: Database;
  let rows: PlainRows | null = null;
  const ours: Contestant = {
    name: "ours",
    before() {
      ({ store, db } = one.open(plan));
      good(store.read("register", "households.csv", csv));
    },
    run: () => void good(store.run("households.import", { staged: "register", replace: false })),
    answers() {
      rows ??= rowsOf(one.sqlite, db);
      return rowsAnswered(one.sqlite, db);
    },
  };
  return {
    key,
    title: `${title}, until it is committed`,
    ours,
    peers: [
      plainInserts(
        one,
        () => rows!,
        (filled) => rowsAnswered(one.sqlite, filled),
      ),
    ],
  };
}

/** Of each household: number, members, bytes of its shape, letters of its texts. */
function rowsAnswered(sqlite: Sqlite3Static, db: Database): Column[] {
  const count = Number(db.selectValue("SELECT count(*) FROM household"));
  const columns = Array.from({ length: 4 }, () => new Int32Array(count));
  const texts = ["id", "head", "ethnicity", "village", "other", "unit_code"];
  const letters = texts.map((name) => `coalesce(length(${name}), 0)`).join(" + ");
  let i = 0;
  const sql = `SELECT fid, members, length(geom), ${letters} FROM household ORDER BY fid`;
  eachRow(sqlite, db, sql, [], (row) => {
    columns.forEach((column, k) => {
      column[i] = row.number(k);
    });
    i++;
  });
  return columns;
}

/** From an open database to everything the compute worker needs. */
function openContest(one: OnePlan, plan: Uint8Array): Contest {
  const key = "plan.open";
  let taken: PlanSnapshot | null = null;
  return {
    key,
    title: "a stored plan: from its database to everything the compute worker needs",
    ours: {
      name: "ours",
      before: () => void one.keep(key, plan),
      run() {
        const { db } = one.keep(key, plan);
        taken = new PlanStore(one.sqlite, db, { now: () => DAY }).snapshot();
      },
      answers: () => [taken!.households.lon, taken!.households.lat],
    },
    peers: [],
    floor: {
      title: "reading the blobs of its columns",
      run: () => void one.keep(key, plan).db.selectValues("SELECT data FROM household_column"),
    },
  };
}

/** Undo, or redo, of the import of all households. */
function turnContest(one: OnePlan, plan: Uint8Array, kind: "undo" | "redo"): Contest {
  let store: PlanStore;
  return {
    key: `plan.${kind}`,
    title: `${kind} of the import of all households, until it is committed`,
    ours: {
      name: "ours",
      before() {
        store = one.open(plan).store;
      },
      run: () => void good(store[kind]()),
    },
    peers: [],
  };
}
