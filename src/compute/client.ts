import { proxy, transfer, wrap } from "comlink";
import type { ComputeApi, ComputeEvent } from "./protocol.ts";
import type { ComputeWorkerApi } from "./worker.ts";

/** The calls of `ComputeApi`, answered by the worker, and what the worker says without being asked. */
export interface ComputeClient extends ComputeApi {
  /** Hears every event from now on. The returned function stops it. */
  subscribe(listener: (event: ComputeEvent) => void): () => void;
  /** Ends the worker; calls that wait are never answered. */
  stop(): void;
}

/** Starts the compute worker. Call once per page. */
export function startCompute(): ComputeClient {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "compute" });
  const remote = wrap<ComputeWorkerApi>(worker);
  const listeners = new Set<(event: ComputeEvent) => void>();
  const tell = (event: ComputeEvent) => {
    for (const listener of listeners) listener(event);
  };
  worker.addEventListener("error", (event) => {
    // A fault inside the worker was told by itself and has a message; without one it never came to run.
    if (event.message) return;
    tell({ type: "failed", problem: { code: "compute.fault", values: { detail: "worker" } } });
  });
  void remote.listen(proxy(tell));
  return {
    connect: (port) => remote.connect(transfer(port, [port])),
    screen: (rules) => remote.screen(rules),
    totals: () => remote.totals(),
    facts: (id) => remote.facts(id),
    page: (filter, sort, offset, limit) => remote.page(filter, sort, offset, limit),
    placeInList: (filter, sort, id) => remote.placeInList(filter, sort, id),
    choices: (column, filter) => remote.choices(column, filter),
    mark: (request) => remote.mark(request),
    chosenIds: () => remote.chosenIds(),
    search: (text, limit) => remote.search(text, limit),
    tile: (source, z, x, y) => remote.tile(source, z, x, y),
    checkSite: (geometry, exceptSiteId) => remote.checkSite(geometry, exceptSiteId),
    progress: (request) => remote.progress(request),
    candidates: (target) => remote.candidates(target),
    candidateCounts: (target) => remote.candidateCounts(target),
    exportGeoJson: (request) => remote.exportGeoJson(request),
    bounds: () => remote.bounds(),
    unitBounds: (code) => remote.unitBounds(code),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => worker.terminate(),
  };
}
