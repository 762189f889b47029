/** Fills the compute worker over its port: the whole plan, or the parts that changed. Buffers are handed over. */
import type { PlanToCompute, Touched } from "./protocol.ts";
import { buffersOf } from "./snapshot.ts";
import type { PlanStore } from "./store.ts";

export class ComputePort {
  private port: MessagePort | null = null;

  connect(port: MessagePort): void {
    this.port = port;
  }

  /** The plan as it stands. */
  send(store: PlanStore): void {
    if (!this.port) return;
    const snapshot = store.snapshot();
    this.port.postMessage({ type: "plan", snapshot } satisfies PlanToCompute, buffersOf(snapshot));
  }

  /** The parts that these tables make up. A revision is told even when compute needs none of them. */
  patch(store: PlanStore, touched: readonly Touched[]): void {
    if (!this.port) return;
    const patch = store.patch(touched);
    const { revision } = store.info();
    this.port.postMessage({ type: "patch", revision, patch } satisfies PlanToCompute, buffersOf(patch));
  }
}
