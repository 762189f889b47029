/** How long it takes until the register is there: from a CSV file, and from a plan that was saved. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openTable, readerFor } from "../../src/core/formats/index.ts";
import type { HouseholdColumns } from "../../src/core/model/household.ts";
import type { Outcome } from "../../src/core/outcome.ts";
import { createPlan, savePlanFile } from "../../src/plan/node.ts";
import { openOwnBytes } from "../../src/plan/plan-file.ts";
import { loadSqlite, type Sqlite3Static } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import type { Bench, Column, Contest } from "./contest.ts";
import { provinceOf } from "./data/index.ts";
import { registerCsv } from "./data/register.ts";
import { newFolder, removeFolder } from "./peers/hand-over.ts";
import { papaparse } from "./peers/papaparse.ts";
import { sqliteRows } from "./peers/sqlite-rows.ts";

const FILE = "households.csv";
/** Plans are made under this clock, so that the same seed gives the same bytes. */
const DAY = "2026-10-15T02:00:00.000Z";

/** `open` */
export const open: Bench = {
  name: "open",
  n: 500_000,
  async prepare({ seed, n }) {
    const csv = registerCsv(seed, provinceOf(seed, n).households);
    const plan = await planBytes(csv);
    const megabytes = ({ length }: Uint8Array) => (length / 1e6).toFixed(1);
    return {
      data: [`${n} households: CSV of ${megabytes(csv)} MB, plan of ${megabytes(plan)} MB`],
      contests: await openContests(csv, plan),
    };
  },
};

async function openContests(csv: Uint8Array, plan: Uint8Array): Promise<Contest[]> {
  const sqlite = await loadSqlite();
  let read: HouseholdColumns | null = null;
  let taken: HouseholdColumns | null = null;
  const floor = {
    title: "adding up the bytes of the file",
    run: () => void sumOf(csv),
  };
  const store = openStore(sqlite, plan);
  return [
    {
      key: "open.csv",
      title: "a register as CSV: from bytes to columns",
      ours: {
        name: "ours",
        run() {
          read = readerFor("households").read(good(openTable(csv, FILE))).columns;
        },
        answers: () => placesOf(read!),
      },
      peers: papaparse(csv),
      floor,
    },
    {
      key: "open.plan",
      title: "a plan: from the bytes of its file to everything the compute worker needs",
      ours: {
        name: "ours",
        run() {
          const opened = openStore(sqlite, plan);
          taken = opened.snapshot().households;
          opened.close();
        },
        answers: () => placesOf(taken!),
      },
      peers: [sqliteRows(sqlite, plan, "from bytes")],
    },
    {
      key: "open.columns",
      title: "a plan that is open: everything the compute worker needs",
      ours: {
        name: "ours",
        run() {
          taken = store.snapshot().households;
        },
        answers: () => placesOf(taken!),
      },
      peers: [sqliteRows(sqlite, plan, "open")],
    },
  ];
}

/** What is compared: places to the last bit, and members. */
export function placesOf({ lon, lat, members }: Pick<HouseholdColumns, "lon" | "lat" | "members">): Column[] {
  return [lon, lat, Int32Array.from(members)];
}

/** A plan with the register, made by the commands a planner uses and saved as a file. */
async function planBytes(csv: Uint8Array): Promise<Uint8Array> {
  const folder = newFolder();
  try {
    const store = await createPlan({ id: "bench", name: "bench" }, () => DAY);
    good(store.read("register", FILE, csv));
    good(store.run("households.import", { staged: "register", replace: false }));
    const file = join(folder, "bench.gpkg");
    await savePlanFile(file, store);
    store.close();
    return readFileSync(file);
  } finally {
    removeFolder(folder);
  }
}

function openStore(sqlite: Sqlite3Static, plan: Uint8Array): PlanStore {
  return new PlanStore(sqlite, good(openOwnBytes(sqlite, plan, "bench.gpkg")), { now: () => DAY });
}

function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) sum += bytes[i]!;
  return sum;
}
