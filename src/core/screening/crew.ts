/** Who does the work over many points: this thread alone, or several that share their memory. */
import { type Allocate, ownBuffer } from "../geometry/packed.ts";
import { KERNELS, type KernelArgs, type KernelName } from "./kernels.ts";

export interface Crew {
  /** Room for what kernels read and write; threads can only help with what lies in it. */
  readonly allocate: Allocate;
  /**
   * Runs a kernel over the points 0 … `count` and returns the column with the answers: `out` of the arguments,
   * or another when a thread that was given up might still write into that one. They never depend on who ran it.
   */
  run<K extends KernelName>(kernel: K, args: KernelArgs[K], count: number): KernelArgs[K]["out"];
}

/** This thread. */
export const alone: Crew = {
  allocate: ownBuffer,
  run(kernel, args, count) {
    KERNELS[kernel](args, 0, count);
    return args.out;
  },
};
