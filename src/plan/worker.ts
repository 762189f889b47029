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
  setAuthor: async (name) => (await desk).setAuthor(name),
  run: async (name, input, group) => (await desk).run(name, input, group),
  blocked: async (name, input) => (await desk).blocked(name, input),
  checkEvents: async (input) => (await desk).checkEvents(input),
  undo: async () => (await desk).undo(),
  redo: async () => (await desk).redo(),
  history: async (query) => (await desk).history(query),
  audit: async (asOf) => (await desk).audit(asOf),
  progressKnownOn: async (request, knownOn) => (await desk).progressKnownOn(request, knownOn),
  lookMerge: async (files) => (await desk).lookMerge(files),
  merge: async (staged, choices) => (await desk).merge(staged, choices),
  storage: async () => (await desk).storage(),
  copies: async (id) => (await desk).copies(id),
  restore: async (id, key, mark) => (await desk).restore(id, key, mark),
  async copyBytes(id, key) {
    const found = await (await desk).copyBytes(id, key);
    return found.ok ? transfer(found, [found.value.buffer as ArrayBuffer]) : found;
  },
  recoverFile: async (name, bytes, mark) => (await desk).recoverFile(name, bytes, mark),
  recoverKept: async (id, mark) => (await desk).recoverKept(id, mark),
  logExport: async (entry) => (await desk).logExport(entry),
  exports: async (limit) => (await desk).exports(limit),
  read: async (file, bytes, origin) => (await desk).read(file, bytes, origin),
  compareRegister: async (staged) => (await desk).compareRegister(staged),
  intakeKnowledge: async () => (await desk).intakeKnowledge(),
  layers: async () => (await desk).layers(),
  rasters: async () => (await desk).rasters(),
  ground: async (householdId) => (await desk).ground(householdId),
  sites: async () => (await desk).sites(),
  rules: async () => (await desk).rules(),
  baselines: async () => (await desk).baselines(),
  household: async (id) => (await desk).household(id),
};

expose(api);
