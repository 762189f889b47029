import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FAILED, type Task } from "../../src/compute/crew/task.ts";
import { twoThreads } from "../../src/compute/crew/two-threads.ts";
import { arealIndex, firstFeatures } from "../../src/core/geometry/areal-index.ts";
import { alone, type Crew } from "../../src/core/screening/crew.ts";
import { prepareScreening } from "../../src/core/screening/prepare.ts";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import { screen } from "../../src/core/screening/screen.ts";
import { syntheticPlan } from "./support/synthetic-plan.ts";

const { households, layers } = syntheticPlan({ seed: 51, households: 60_000, side: 6, span: 1.2 });
let worker: Worker;
const asked: string[] = [];

beforeAll(async () => {
  worker = new Worker(new URL("./support/crew-hand.mjs", import.meta.url));
  await once(worker, "message");
});
afterAll(() => worker.terminate());

function crewOf(post: (task: Task) => void, patienceMs?: number): Crew {
  const hand = {
    ready: () => true,
    post(task: Task) {
      asked.push(task.kernel);
      post(task);
    },
  };
  return twoThreads(hand, patienceMs);
}

/** Everything that is computed, by a crew. */
function everything(crew: Crew) {
  const { unit, roadM, forestRanks, hazardRanks, ...prepared } = prepareScreening(households, layers, {
    crew,
  });
  const whole = { ...prepared, unit, roadM, forestRanks, hazardRanks };
  const { eligible, tally } = screen(whole, DEFAULT_RULES);
  return { unit, roadM, forestRanks, hazardRanks, eligible, tally }; // by household: in memory of one's own
}

const wanted = everything(alone);

test("two threads give what one gives, and the second one does take part", () => {
  asked.length = 0;
  expect(everything(crewOf((task) => worker.postMessage(task)))).toEqual(wanted);
  expect([...asked].sort()).toEqual([
    "fewNeighbours",
    "firstFeatures",
    "highestRanks",
    "highestRanks",
    "nearestDistances",
  ]);
});

test("a helper that was given up and writes late writes where nobody reads", () => {
  const { points } = prepareScreening(households, layers).place;
  const { lon, lat, count } = points;
  const index = arealIndex(layers.units!.shapes);
  const late: Task[] = [];
  const crew = crewOf((task) => late.push(task), 5);
  const out = new Int32Array(crew.allocate(4 * count));
  const found = crew.run("firstFeatures", { index, lon, lat, out }, count);
  // On its way to an answer a kernel writes codes of cells.
  for (const { args, from, to } of late) args.out.fill(-9, from, to);
  expect(late).toHaveLength(1);
  expect(found).toEqual(firstFeatures(index, lon, lat));
});

test("a helper that fails or says nothing costs time, never an answer", () => {
  const failing = crewOf(({ state }) => {
    Atomics.store(state, 0, FAILED);
    Atomics.notify(state, 0);
  });
  expect(everything(failing)).toEqual(wanted);
  asked.length = 0;
  expect(everything(crewOf(() => undefined, 5))).toEqual(wanted);
  expect(asked).toHaveLength(1); // silence once: not asked again
});
