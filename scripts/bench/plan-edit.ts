/** One edit until it is saved, in a plan with all its households. */
import type { ArealGeometry } from "../../src/core/model/geometry.ts";
import type { Outcome } from "../../src/core/outcome.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import type { Contest } from "./contest.ts";
import { processClocks, quantile } from "./measure.ts";

/** Edits of each kind in one call. */
const EDITS = 20;
const HALF_SIZE = 0.005;

/** Reshaping a site, recording an event and moving a household, in turn; `plan` opens one with `n` households. */
export function editContest(plan: () => PlanStore, n: number): Contest {
  const times: Record<string, number[]> = {};
  let edits = 0;
  const timed = (kind: string, act: () => Outcome<unknown>) => {
    const from = processClocks.processorNow();
    const outcome = act();
    times[kind] = [...(times[kind] ?? []), processClocks.processorNow() - from];
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  };
  const idOf = (k: number) => `H${String(1 + ((k * 7919) % n)).padStart(7, "0")}`;
  return {
    key: "plan.edit",
    title: `${3 * EDITS} edits one after the other: a site, an event, a household; figures of a single one`,
    ours: {
      name: "ours",
      before() {
        const store = plan();
        if (store.sites().length > 0) return;
        const site = {
          id: "s",
          name: "x",
          form: "concentrated",
          capacity: 20,
          geometry: squareAt(0),
        } as const;
        const added = store.run("site.add", site);
        if (!added.ok) throw new Error(JSON.stringify(added.problem));
      },
      run() {
        const store = plan();
        for (let k = 0; k < EDITS; k++) {
          const edit = ++edits;
          const id = idOf(edit);
          const note = { document: null, note: null };
          timed("site.reshape", () => store.run("site.reshape", { id: "s", geometry: squareAt(edit) }));
          timed("event.add", () =>
            store.run("event.add", {
              id: `e${edit}`,
              householdId: id,
              kind: "identified",
              on: "2024-05-02",
              ...note,
            }),
          );
          timed("household.edit", () =>
            store.run("household.edit", {
              id,
              changes: { at: [108 + edit / 1e6, 12.5], members: 1 + (edit % 7) },
            }),
          );
        }
      },
      figures() {
        const all = Object.values(times).flat();
        const each = Object.entries(times).map(
          ([kind, some]) => [`${kind} p95`, quantile(some, 0.95)] as const,
        );
        return { p95: quantile(all, 0.95), slowest: Math.max(...all), ...Object.fromEntries(each) };
      },
    },
    peers: [],
  };
}

function squareAt(k: number): ArealGeometry {
  const [west, south] = [108 + (k % 100) / 1000, 12.5];
  const [east, north] = [west + 2 * HALF_SIZE, south + 2 * HALF_SIZE];
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
