/** Draws what is done in a round, by doing it in a twin of the plan in memory: so the outcome of each step is known. */
import { randomUUID } from "node:crypto";
import { newPlan } from "../../src/plan/plan-file.ts";
import type { CommandName, Commands } from "../../src/plan/protocol.ts";
import type { Database, Sqlite3Static } from "../../src/plan/sqlite.ts";
import { databaseFrom } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { stateOf } from "./plan-state.ts";
import { below, oneOf, type Random } from "./random.ts";

/** One thing to do in the program. `text`: a file to read first, whose name goes into the input as `staged`. */
export type Step =
  | { readonly do: "run"; readonly name: CommandName; readonly input: unknown; readonly text?: string }
  | { readonly do: "undo" }
  | { readonly do: "redo" }
  /** A copy of the plan in which something else was done; base64. */
  | { readonly do: "merge"; readonly bytes: string };

export interface Round {
  readonly steps: readonly Step[];
  /** What the plan says before the first step, and after each. */
  readonly states: readonly string[];
}

const KINDS = ["identified", "planned", "land-allocated"] as const;
const now = () => new Date().toISOString();

/** The bytes a first plan is made of: a small register. */
export function firstPlan(sqlite: Sqlite3Static, households: number): Uint8Array {
  const db = newPlan(sqlite, { id: "crash", name: "Thử ngắt", demo: false, created: now() });
  const twin = new Twin(sqlite, db);
  twin.take({
    do: "run",
    name: "households.import",
    input: { replace: false },
    text: register("H", households),
  });
  const bytes = twin.store.copy();
  db.close();
  return bytes;
}

/** Share of the steps that are merges, when nothing else is asked for. */
export const MERGES = 0.05;

/**
 * Draws `count` steps from where the plan stands. `large`: begins with the import of so many households. `merges`:
 * share of the steps that are merges.
 */
export function drawRound(
  sqlite: Sqlite3Static,
  bytes: Uint8Array,
  random: Random,
  {
    count,
    large,
    tag,
    merges = MERGES,
  }: {
    readonly count: number;
    readonly large: number;
    readonly tag: string;
    readonly merges?: number;
  },
): Round {
  const db = databaseFrom(sqlite, bytes);
  const twin = new Twin(sqlite, db);
  const steps: Step[] = [];
  const states = [stateOf(db)];
  try {
    for (let tries = 0; steps.length < count && tries < count * 4; tries++) {
      const id = `${tag}-${tries}`;
      const isMerge = random() < merges && !(large && tries === 0);
      const step = isMerge
        ? mergeOf(sqlite, bytes, random, id)
        : drawStep(twin, random, id, tries === 0 ? large : 0);
      if (!twin.take(step)) continue;
      steps.push(step);
      states.push(stateOf(db));
    }
    return { steps, states };
  } finally {
    db.close();
  }
}

/** The plan beside the one in the browser. */
export class Twin {
  readonly store: PlanStore;

  constructor(
    sqlite: Sqlite3Static,
    readonly db: Database,
  ) {
    this.store = new PlanStore(sqlite, db, { now });
  }

  /** True when it was accepted and changed the plan. */
  take(step: Step): boolean {
    const before = this.store.info().revision;
    if (step.do === "undo") this.store.undo();
    else if (step.do === "redo") this.store.redo();
    else if (step.do === "merge") {
      const look = this.store.lookMerge("merge", [
        { name: "ban-sao.gpkg", bytes: Buffer.from(step.bytes, "base64") },
      ]);
      if (look.ok && look.value.conflicts.length === 0) this.store.merge("merge", {});
    } else {
      const input = { ...(step.input as object) };
      if (step.text) {
        const staged = randomUUID();
        this.store.read(staged, "ho.csv", new TextEncoder().encode(step.text));
        Object.assign(input, { staged });
      }
      this.store.run(step.name, input as Commands[CommandName]);
    }
    return this.store.info().revision > before;
  }
}

function drawStep(twin: Twin, random: Random, id: string, large: number): Step {
  const drawn = random();
  if (large > 0) return importOf(id, large);
  const sites = twin.store.sites();
  const households = Number(twin.db.selectValue("SELECT count(*) FROM household"));
  const household = () =>
    String(twin.db.selectValue("SELECT id FROM household LIMIT 1 OFFSET ?", [below(random, households)]));
  if (drawn < 0.2) {
    const [lon, lat] = [108 + random() * 0.5, 12.4 + random() * 0.5];
    const ring = [
      [lon, lat],
      [lon + 0.01, lat],
      [lon + 0.01, lat + 0.01],
      [lon, lat + 0.01],
      [lon, lat],
    ];
    const geometry = { type: "Polygon", coordinates: [ring] };
    return run("site.add", { id, name: `Điểm ${id}`, form: "concentrated", capacity: 20, geometry });
  }
  if (drawn < 0.28 && sites.length > 0) return run("site.remove", { id: oneOf(random, sites).id });
  if (drawn < 0.5) {
    const on = `2025-0${1 + below(random, 9)}-1${below(random, 9)}`;
    return run("event.add", {
      id,
      householdId: household(),
      kind: oneOf(random, KINDS),
      on,
      document: null,
      note: id,
    });
  }
  if (drawn < 0.58) return run("plan.rename", { name: `Thử ngắt ${id}` });
  if (drawn < 0.66) {
    const householdIds = [...new Set(Array.from({ length: 30 }, household))];
    return run("baseline.freeze", {
      id,
      name: `Gốc ${id}`,
      target: "relocation",
      on: "2021-12-31",
      householdIds,
    });
  }
  if (drawn < 0.74) return importOf(id, 40);
  return drawn < 0.92 ? { do: "undo" } : { do: "redo" };
}

function run<K extends CommandName>(name: K, input: unknown): Step {
  return { do: "run", name, input };
}

function importOf(id: string, households: number): Step {
  const input = { replace: false };
  return { do: "run", name: "households.import", input, text: register(`${id}-`, households) };
}

/**
 * A copy of the plan as it was when the round began, in which somebody else recorded something. Not as it stands: what
 * the twin did since has other names there than in the browser, and would come in a second time.
 */
function mergeOf(sqlite: Sqlite3Static, start: Uint8Array, random: Random, id: string): Step {
  const db = databaseFrom(sqlite, start);
  try {
    const other = new Twin(sqlite, db);
    const households = db.selectValues("SELECT id FROM household ORDER BY id").map(String);
    // Others each time: what two merges say of one household would be asked about, and not be taken in.
    const event = { householdId: oneOf(random, households), kind: oneOf(random, KINDS), on: "2024-02-03" };
    other.take(run("event.add", { id: `${id}-merged`, ...event, document: null, note: id }));
    const members = 10 + below(random, 90);
    other.take(run("household.edit", { id: oneOf(random, households), changes: { members } }));
    return { do: "merge", bytes: Buffer.from(other.store.copy()).toString("base64") };
  } finally {
    db.close();
  }
}

/** A register of so many made-up households, as CSV. */
export function register(prefix: string, count: number): string {
  const lines = ["id,head,ethnicity,members,poverty,migrant,village,commune_code,lon,lat"];
  for (let i = 1; i <= count; i++) {
    lines.push(
      `${prefix}${i},Y Ê ${i},Ê Đê,${1 + (i % 6)},nghèo,${i % 2},Buôn ${i % 4},24163,${108 + (i % 900) / 1000},${12 + (i % 700) / 1000}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
