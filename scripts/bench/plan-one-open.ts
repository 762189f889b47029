/** Holds one database in memory at a time: several of half a million households do not fit beside each other. */
import type { Outcome } from "../../src/core/outcome.ts";
import { openOwnBytes } from "../../src/plan/plan-file.ts";
import { type Database, emptyDatabase, type Sqlite3Static } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";

/** A plan that is open. */
export interface OpenPlan {
  readonly store: PlanStore;
  readonly db: Database;
}

/** Whatever is opened closes what was open before. */
export class OnePlan {
  private current: {
    readonly db: Database;
    readonly plan: OpenPlan | null;
    readonly key: string | null;
  } | null = null;

  /** Plans are opened under the clock that stands at `day`, ISO 8601 in UTC. */
  constructor(
    readonly sqlite: Sqlite3Static,
    private readonly day: string,
  ) {}

  /** Opens a plan from its bytes. */
  open(bytes: Uint8Array, key: string | null = null): OpenPlan {
    this.close();
    const db = good(openOwnBytes(this.sqlite, bytes, "bench.gpkg"));
    const plan = { db, store: new PlanStore(this.sqlite, db, { now: () => this.day }) };
    this.current = { db, plan, key };
    return plan;
  }

  /** The plan that was opened under this key; opened anew when another was opened since. */
  keep(key: string, bytes: Uint8Array): OpenPlan {
    const { current } = this;
    return current?.plan && current.key === key ? current.plan : this.open(bytes, key);
  }

  /** A database without anything in it. */
  empty(): Database {
    this.close();
    const db = emptyDatabase(this.sqlite);
    this.current = { db, plan: null, key: null };
    return db;
  }

  private close(): void {
    this.current?.db.close();
    this.current = null;
  }
}

/** What it is when it was accepted; throws when it was not. */
export function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}
