/** Who does the work over many points: this thread alone, or several that share their memory. */
import { type Allocate, ownBuffer } from "../geometry/packed.ts";
import { KERNELS, type KernelArgs, type KernelName } from "./kernels.ts";

export interface Crew {
  /** Room for what kernels read and write; threads can only help with what lies in it. */
  readonly allocate: Allocate;
  /** Runs a kernel over the points 0 … `count`; it is done when this returns. The answer never depends on who ran it. */
  run<K extends KernelName>(kernel: K, args: KernelArgs[K], count: number): void;
}

/** This thread. */
export const alone: Crew = {
  allocate: ownBuffer,
  run: (kernel, args, count) => KERNELS[kernel](args, 0, count),
};
