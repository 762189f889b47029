/** An engine in a test: its events are kept, and what it defers runs when the test says so. */
import { createEngine, type Engine } from "../../../src/compute/engine.ts";
import type { ComputeEvent } from "../../../src/compute/protocol.ts";
import type { PlanSnapshot } from "../../../src/core/model/snapshot.ts";

export interface TestEngine {
  readonly engine: Engine;
  readonly events: ComputeEvent[];
  /** Runs everything that was deferred. */
  settle(): void;
  /** Types of the events since the last call. */
  heard(): string[];
}

export function testEngine(plan?: PlanSnapshot): TestEngine {
  const events: ComputeEvent[] = [];
  const deferred: (() => void)[] = [];
  let time = 0;
  let read = 0;
  const engine = createEngine({
    emit: (event) => events.push(event),
    defer: (run) => deferred.push(run),
    now: () => time++,
  });
  if (plan) engine.take({ type: "plan", snapshot: plan });
  return {
    engine,
    events,
    settle() {
      for (const run of deferred.splice(0)) run();
    },
    heard() {
      const types = events.slice(read).map(({ type }) => type);
      read = events.length;
      return types;
    },
  };
}
