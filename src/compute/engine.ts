import type { PlanToCompute } from "../core/model/snapshot.ts";
import { alone, type Crew } from "../core/screening/crew.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import { type Answers, answersFrom } from "./answers.ts";
import { derivations } from "./derivations.ts";
import { legendOf } from "./legend.ts";
import {
  type Clock,
  type PlanState,
  stateOf,
  touchedBox,
  touchedTiles,
  withPatch,
  withRules,
} from "./plan-state.ts";
import { type ComputeEvent, TILE_SOURCES, type Totals } from "./protocol.ts";

/** What an engine needs of the place it runs in; a test gives its own. */
export interface EngineHost {
  emit(event: ComputeEvent): void;
  /** Runs something after what already waits to be heard. */
  defer(run: () => void): void;
  /** Milliseconds. */
  now(): number;
  /** Who does the work over many households; left out: the thread the engine runs on. */
  readonly crew?: Crew;
}

/** The compute worker without the worker: takes the plan in, screens, and answers. */
export interface Engine extends Answers {
  /** Takes in what the plan worker sends. A fault is told as `failed`, empties the engine and is thrown on. */
  take(message: PlanToCompute): void;
  /** Screens under other rules without saving them. Null: replaced by a newer call, or no plan is open. */
  screen(rules: Rules): Promise<Totals | null>;
}

interface Waiting {
  readonly rules: Rules;
  readonly resolve: (totals: Totals | null) => void;
  readonly reject: (fault: unknown) => void;
}

/** An engine without a plan; every answer is empty until one arrives. */
export function createEngine({ emit, defer, now, crew = alone }: EngineHost): Engine {
  let state: PlanState | null = null;
  let waiting: Waiting | null = null;
  const derived = derivations();
  const clock: Clock = { crew, now, progress: (done, total) => emit({ type: "progress", done, total }) };

  function take(message: PlanToCompute): void {
    const before = state;
    state = null; // no figures at all rather than figures of another plan, if this fails
    try {
      state = after(before, message);
    } catch (fault) {
      const detail = fault instanceof Error ? fault.message : String(fault);
      emit({ type: "failed", problem: { code: "compute.fault", values: { detail } } });
      throw fault;
    }
    emit({ type: "totals", totals: state.current.totals });
    const whole = message.type === "plan";
    if (whole || message.patch.layers) emit(legendOf(state.plan.layers));
    const sources = whole ? TILE_SOURCES : touchedTiles(message.patch);
    const within = whole || !before ? null : touchedBox(before, message.patch, derived.positions);
    if (sources.length > 0) emit({ type: "tiles", sources, ...(within && { within }) });
  }

  function after(before: PlanState | null, message: PlanToCompute): PlanState {
    if (message.type === "plan") {
      waiting?.resolve(null); // it was asked of another plan
      waiting = null;
      return stateOf(message.snapshot, clock);
    }
    if (!before) throw new Error("a patch arrived before its plan");
    return withPatch(before, message.revision, message.patch, clock);
  }

  function screenWaiting(): void {
    const asked = waiting;
    waiting = null;
    if (!asked) return;
    const before = state;
    if (!before) {
      asked.resolve(null);
      return;
    }
    try {
      state = withRules(before, asked.rules, clock);
      const { totals, screening } = state.current;
      asked.resolve(totals);
      if (state === before) return;
      emit({ type: "totals", totals });
      const moved = !sameBytes(before.current.screening.eligible, screening.eligible);
      if (moved) emit({ type: "tiles", sources: ["findings", "statuses"] });
    } catch (fault) {
      asked.reject(fault);
    }
  }

  return {
    ...answersFrom(() => state, derived),
    take,
    screen(rules) {
      waiting?.resolve(null);
      return new Promise((resolve, reject) => {
        waiting = { rules, resolve, reject };
        defer(screenWaiting);
      });
    },
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
