import { alone, type Crew } from "../../core/screening/crew.ts";
import { KERNELS, type KernelArgs, type KernelName } from "../../core/screening/kernels.ts";
import { DONE, type Task, WAITING } from "./task.ts";

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
 * A half that fails is done again here. A half that does not come is done in memory of one's own: the other
 * thread may wake up and write, and kernels write codes into `out` before they turn them into answers.
 */
export function twoThreads(hand: Hand, patienceMs = PATIENCE_MS): Crew {
  let trusted = true;
  return {
    allocate: (bytes) => new SharedArrayBuffer(bytes),
    run<K extends KernelName>(kernel: K, args: KernelArgs[K], count: number): KernelArgs[K]["out"] {
      if (!trusted || count < WORTH_SHARING || !hand.ready()) return alone.run(kernel, args, count);
      const middle = count >>> 1;
      const state = new Int32Array(new SharedArrayBuffer(4));
      hand.post({ kernel, args, from: middle, to: count, state } as Task);
      KERNELS[kernel](args, 0, middle);
      Atomics.wait(state, 0, WAITING, patienceMs);
      const stands = Atomics.load(state, 0);
      if (stands === DONE) return args.out;
      trusted = stands !== WAITING;
      const last = trusted ? args : { ...args, out: args.out.slice() };
      KERNELS[kernel](last, middle, count);
      return last.out;
    },
  };
}
