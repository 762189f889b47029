import { alone, type Crew } from "../../core/screening/crew.ts";
import type { KernelArgs, KernelName } from "../../core/screening/kernels.ts";
import { DONE, doTask, type Task, WAITING } from "./task.ts";

/** The other thread, as far as a crew needs it. */
export interface Hand {
  /** True once it listens. */
  ready(): boolean;
  post(task: Task): void;
}

/** Fewer points than this are not worth a message to another thread. */
const WORTH_SHARING = 20_000;
/** A hand that says nothing for so long is gone; its half is done here, and it is not asked again. */
const PATIENCE_MS = 20_000;

/**
 * This thread and one more over shared memory. Each takes half of the points; this one then waits for the other
 * without letting go of the thread, so that whoever asked gets the answer at once and nothing comes between.
 * A half that fails is done again here: both write the same numbers into the same places.
 */
export function twoThreads(hand: Hand, patienceMs = PATIENCE_MS): Crew {
  let trusted = true;
  return {
    allocate: (bytes) => new SharedArrayBuffer(bytes),
    run<K extends KernelName>(kernel: K, args: KernelArgs[K], count: number): void {
      if (!trusted || count < WORTH_SHARING || !hand.ready()) {
        alone.run(kernel, args, count);
        return;
      }
      const middle = count >>> 1;
      const state = new Int32Array(new SharedArrayBuffer(4));
      hand.post({ kernel, args, from: middle, to: count, state } as Task);
      const own = { kernel, args, from: 0, to: middle, state: new Int32Array(new SharedArrayBuffer(4)) };
      doTask(own);
      if (Atomics.wait(state, 0, WAITING, patienceMs) === "timed-out") trusted = false;
      if (Atomics.load(state, 0) !== DONE) doTask({ ...own, from: middle, to: count });
    },
  };
}
