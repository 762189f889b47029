/** The plan as map and interface see it: typed calls to the worker, and what the worker says by itself. */
import { proxy, type Remote, transfer, wrap } from "comlink";
import type { PlanApi, PlanEvent } from "./protocol.ts";
import type { PlanWorkerApi } from "./worker.ts";

export interface PlanClient extends PlanApi {
  /** Hears every event from now on. The returned function stops it. */
  subscribe(listener: (event: PlanEvent) => void): () => void;
  /** The compute worker's end of a channel; households go there without passing the page. */
  connectCompute(port: MessagePort): void;
  /** Ends the worker. What was answered is saved; calls that wait are never answered. */
  stop(): void;
}

/** Starts the plan worker. Call once per page. `demoUrl` is where the demo plan's file lies, on our own origin. */
export function startPlan({ demoUrl }: { readonly demoUrl: string }): PlanClient {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "plan" });
  const remote: Remote<PlanWorkerApi> = wrap<PlanWorkerApi>(worker);
  const listeners = new Set<(event: PlanEvent) => void>();
  const tell = (event: PlanEvent) => {
    for (const listener of listeners) listener(event);
  };
  void remote.start(demoUrl, proxy(tell));
  const call = remote as unknown as PlanApi;
  return {
    list: () => call.list(),
    open: (id) => call.open(id),
    create(name) {
      void askToKeep();
      return call.create(name);
    },
    openFile(name, bytes) {
      void askToKeep();
      // Handed over: copying a plan of a quarter of a gigabyte would hold the page up for half a second.
      return call.openFile(name, transfer(bytes, [bytes.buffer as ArrayBuffer]));
    },
    copy: () => call.copy(),
    discard: (id) => call.discard(id),
    close: () => call.close(),
    info: () => call.info(),
    run: (name, input) => call.run(name, input),
    blocked: (name, input) => call.blocked(name, input),
    checkEvents: (input) => call.checkEvents(input),
    undo: () => call.undo(),
    redo: () => call.redo(),
    history: (limit) => call.history(limit),
    read: (file, bytes) => call.read(file, bytes),
    layers: () => call.layers(),
    sites: () => call.sites(),
    rules: () => call.rules(),
    baselines: () => call.baselines(),
    household: (id) => call.household(id),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connectCompute(port) {
      void remote.connectCompute(transfer(port, [port]));
    },
    stop: () => worker.terminate(),
  };
}

/**
 * Asks the browser not to clear our files by itself when the disk runs full. Only a page may ask, and it asks
 * when a plan of the person's own begins. Refused or not known: plans are kept all the same, as long as there is room.
 */
async function askToKeep(): Promise<void> {
  const storage = navigator.storage;
  if (storage?.persisted && !(await storage.persisted())) await storage.persist();
}
