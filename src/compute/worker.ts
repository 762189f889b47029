/** The compute worker: nothing but the wires between the engine, the plan worker's port and the page. */
import { expose, transfer } from "comlink";
import type { PlanToCompute } from "../core/model/snapshot.ts";
import { startCrew } from "./crew/start-crew.ts";
import { createEngine } from "./engine.ts";
import type { ComputeApi, ComputeEvent } from "./protocol.ts";

/** What the page's side of the wire calls: the protocol, and one call to be told events. */
export interface ComputeWorkerApi extends ComputeApi {
  listen(listener: (event: ComputeEvent) => void): Promise<void>;
}

const listeners = new Set<(event: ComputeEvent) => void>();

const engine = createEngine({
  emit: (event) => {
    for (const listener of listeners) listener(event);
  },
  defer: (run) => setTimeout(run, 0),
  now: () => performance.now(),
  crew: startCrew(),
});

const api: ComputeWorkerApi = {
  async listen(listener) {
    listeners.add(listener);
  },
  async connect(port) {
    port.onmessage = ({ data }: MessageEvent<PlanToCompute>) => engine.take(data);
  },
  screen: (rules) => engine.screen(rules),
  totals: async () => engine.totals(),
  facts: async (id) => engine.facts(id),
  page: async (filter, sort, offset, limit) => engine.page(filter, sort, offset, limit),
  placeInList: async (filter, sort, id) => engine.placeInList(filter, sort, id),
  choices: async (column, filter) => engine.choices(column, filter),
  mark: async (request) => engine.mark(request),
  chosenIds: async () => engine.chosenIds(),
  search: async (text, limit) => engine.search(text, limit),
  async tile(source, z, x, y) {
    const bytes = engine.tile(source, z, x, y);
    return bytes && transfer(bytes, [bytes]);
  },
  checkSite: async (geometry, exceptSiteId) => engine.checkSite(geometry, exceptSiteId),
  progress: async (request) => engine.progress(request),
  candidates: async (target) => engine.candidates(target),
  candidateCounts: async (target) => engine.candidateCounts(target),
  async exportGeoJson(request) {
    const made = engine.exportGeoJson(request);
    return made.ok ? transfer(made, [made.value.bytes.buffer as ArrayBuffer]) : made;
  },
  bounds: async () => engine.bounds(),
  unitBounds: async (code) => engine.unitBounds(code),
};

expose(api);
