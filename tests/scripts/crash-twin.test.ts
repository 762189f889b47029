/** What the crash rounds expect of a step does not depend on when it is done or how its entry is named. */
import { expect, test } from "vitest";
import { differing, stateOf } from "../../scripts/crash/plan-state.ts";
import { seeded } from "../../scripts/crash/random.ts";
import { drawRound, firstPlan, Twin } from "../../scripts/crash/steps.ts";
import { databaseFrom, loadSqlite } from "../../src/plan/sqlite.ts";

test("the steps of a round, done again elsewhere, give the states the twin gave, merges among them", async () => {
  const sqlite = await loadSqlite();
  const random = seeded(11);
  let merges = 0;
  let bytes = firstPlan(sqlite, 50);
  for (let n = 1; n <= 8; n++) {
    const round = drawRound(sqlite, bytes, random, { count: 10, large: 0, tag: `${n}`, merges: 0.35 });
    const db = databaseFrom(sqlite, bytes);
    const other = new Twin(sqlite, db);
    round.steps.forEach((step, i) => {
      const at = `round ${n}, step ${i}, ${step.do}`;
      expect(other.take(step), at).toBe(true);
      expect(differing(stateOf(db), round.states[i + 1]!), at).toEqual([]);
      if (step.do === "merge") merges++;
    });
    bytes = other.store.copy();
    db.close();
  }
  expect(merges).toBeGreaterThan(10);
});
