/** What crosses from the compute worker to the one that helps it: numbers and views of memory that both see. */
import { KERNELS, type KernelArgs, type KernelName } from "../../core/screening/kernels.ts";

/** The points `from` … `to` of a kernel. */
export interface Task<K extends KernelName = KernelName> {
  readonly kernel: K;
  readonly args: KernelArgs[K];
  readonly from: number;
  readonly to: number;
  /** One number, in shared memory: how the task stands. */
  readonly state: Int32Array;
}

/** Values of `state`. */
export const WAITING = 0;
export const DONE = 1;
export const FAILED = 2;

/** Does a task and says so; the thread that waits for it is woken whatever happens. */
export function doTask<K extends KernelName>({ kernel, args, from, to, state }: Task<K>): void {
  let outcome = FAILED;
  try {
    KERNELS[kernel](args, from, to);
    outcome = DONE;
  } finally {
    Atomics.store(state, 0, outcome);
    Atomics.notify(state, 0);
  }
}
