/** The intake worker: nothing but the wires between the page and the session. */
import { expose, transfer } from "comlink";
import { ProgressTeller } from "./progress.ts";
import type { IntakeApi } from "./protocol.ts";
import { IntakeSession } from "./session.ts";
import { browserTools } from "./tools.ts";

let session: IntakeSession | null = null;

/** `start` is called first, with the address of the page and where progress is told. */
function here(): IntakeSession {
  if (!session) throw new Error("the intake worker was asked before it was started");
  return session;
}

const api: IntakeApi & { start(base: string, progress: MessagePort): Promise<void> } = {
  async start(base, progress) {
    // Posted at once, though the worker is busy: the page hears of it while it waits for the answer.
    const teller = new ProgressTeller(
      (each) => progress.postMessage(each),
      () => performance.now(),
    );
    session = new IntakeSession(browserTools(base), teller);
  },
  setContext: async (context) => here().setContext(context),
  open: async (files) => here().open(files),
  view: async (id) => here().view(id),
  change: async (id, change) => here().change(id, change),
  rows: async (id, offset, limit) => here().rows(id, offset, limit),
  check: async (id) => here().check(id),
  repair: async (id, findings) => here().repair(id, findings),
  async result(id) {
    const made = await here().result(id);
    if (!made.ok) return made;
    const { bytes, rows } = made.value;
    return transfer(made, [bytes.buffer as ArrayBuffer, rows.buffer as ArrayBuffer]);
  },
  async raster(id) {
    const made = await here().raster(id);
    if (!made.ok) return made;
    const buffers = made.value.raster.tiles.map(({ png }) => png.buffer as ArrayBuffer);
    return transfer(made, buffers);
  },
  cells: async (id, rows) => here().cells(id, rows),
  lookAt: async (id, rows, finding) => here().lookAt(id, rows, finding),
  rejectedFile: async (id, reasons) => here().rejectedFile(id, reasons),
  forget: async (id) => here().forget(id),
};
expose(api);
