/** The plan worker: nothing but the wires between the page and the desk, which alone opens the kept plans. */
import { expose, transfer } from "comlink";
import { PlanDesk } from "./desk.ts";
import type { PlanApi, PlanEvent } from "./protocol.ts";
import { loadSqlite } from "./sqlite.ts";

/** What the page's side of the wire calls: the protocol, the start, and the compute worker's port. */
export interface PlanWorkerApi extends PlanApi {
  /** Called once, first. `tell` hears every event. */
  start(demoUrl: string, tell: (event: PlanEvent) => void): Promise<void>;
  connectCompute(port: MessagePort): Promise<void>;
}

let started: (desk: PlanDesk) => void;
const desk = new Promise<PlanDesk>((found) => {
  started = found;
});

const api: PlanWorkerApi = {
  async start(demoUrl, tell) {
    started(new PlanDesk(await loadSqlite(), { demoUrl, tell }));
  },
  connectCompute: async (port) => (await desk).connectCompute(port),
  list: async () => (await desk).list(),
  open: async (id) => (await desk).open(id),
  create: async (name) => (await desk).create(name),
  openFile: async (name, bytes) => (await desk).openFile(name, bytes),
  async copy() {
    const made = await (await desk).copy();
    return made.ok ? transfer(made, [made.value.buffer as ArrayBuffer]) : made;
  },
  discard: async (id) => (await desk).discard(id),
  close: async () => (await desk).close(),
  info: async () => (await desk).info(),
  run: async (name, input) => (await desk).run(name, input),
  blocked: async (name, input) => (await desk).blocked(name, input),
  checkEvents: async (input) => (await desk).checkEvents(input),
  undo: async () => (await desk).undo(),
  redo: async () => (await desk).redo(),
  history: async (limit) => (await desk).history(limit),
  read: async (file, bytes) => (await desk).read(file, bytes),
  layers: async () => (await desk).layers(),
  sites: async () => (await desk).sites(),
  rules: async () => (await desk).rules(),
  baselines: async () => (await desk).baselines(),
  household: async (id) => (await desk).household(id),
};

expose(api);
