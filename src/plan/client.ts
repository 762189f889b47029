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
  const askToKeep = () => {
    void askBrowserToKeep().then(async (asked) => {
      if (asked) tell({ type: "storage", state: await call.storage() });
    });
  };
  return {
    list: () => call.list(),
    open: (id) => call.open(id),
    create(name) {
      askToKeep();
      return call.create(name);
    },
    openFile(name, bytes) {
      askToKeep();
      // Handed over: copying a plan of a quarter of a gigabyte would hold the page up for half a second.
      return call.openFile(name, transfer(bytes, [bytes.buffer as ArrayBuffer]));
    },
    copy: () => call.copy(),
    discard: (id) => call.discard(id),
    close: () => call.close(),
    info: () => call.info(),
    setAuthor: (name) => call.setAuthor(name),
    run: (name, input, group) => call.run(name, input, group),
    blocked: (name, input) => call.blocked(name, input),
    checkEvents: (input) => call.checkEvents(input),
    undo: () => call.undo(),
    redo: () => call.redo(),
    history: (query) => call.history(query),
    audit: (asOf) => call.audit(asOf),
    progressKnownOn: (request, knownOn) => call.progressKnownOn(request, knownOn),
    lookMerge: (files) =>
      call.lookMerge(
        transfer(
          files,
          files.map(({ bytes }) => bytes.buffer as ArrayBuffer),
        ),
      ),
    merge: (staged, choices) => call.merge(staged, choices),
    storage: () => call.storage(),
    copies: (id) => call.copies(id),
    restore: (id, key, mark) => call.restore(id, key, mark),
    copyBytes: (id, key) => call.copyBytes(id, key),
    recoverFile(name, bytes, mark) {
      askToKeep();
      return call.recoverFile(name, transfer(bytes, [bytes.buffer as ArrayBuffer]), mark);
    },
    recoverKept: (id, mark) => call.recoverKept(id, mark),
    logExport: (entry) => call.logExport(entry),
    exports: (limit) => call.exports(limit),
    read: (file, bytes, origin) => call.read(file, bytes, origin),
    compareRegister: (staged) => call.compareRegister(staged),
    intakeKnowledge: () => call.intakeKnowledge(),
    layers: () => call.layers(),
    rasters: () => call.rasters(),
    ground: (householdId) => call.ground(householdId),
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
 * when a plan of the person's own begins. Refused or not known: plans are kept all the same, as long as there is
 * room. True when the question was put: then the answer is to be told.
 */
async function askBrowserToKeep(): Promise<boolean> {
  const storage = navigator.storage;
  if (!storage?.persisted || (await storage.persisted())) return false;
  await storage.persist();
  return true;
}
