/** The page's end of the intake worker. */
import { transfer, wrap } from "comlink";
import type { IntakeApi } from "./protocol.ts";

/** The calls of `IntakeApi`, answered by a worker of its own that is started with the first of them. */
export interface IntakeClient extends IntakeApi {
  /** Ends the worker and everything that waits in it; calls on their way are never answered. The next call starts anew. */
  stop(): void;
}

/** The heavy engines lie beside the page; `base` is the page's address. */
export function startIntake(base: string): IntakeClient {
  let worker: Worker | null = null;
  let remote: ReturnType<typeof wrap<IntakeApi & { start(base: string): Promise<void> }>> | null = null;
  const call = () => {
    if (remote) return remote;
    worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "intake" });
    remote = wrap<IntakeApi & { start(base: string): Promise<void> }>(worker);
    void remote.start(base);
    return remote;
  };
  return {
    setContext: (context) => call().setContext(context),
    open(files) {
      const buffers = new Set(files.map(({ bytes }) => bytes.buffer as ArrayBuffer));
      return call().open(transfer([...files], [...buffers]));
    },
    view: (id) => call().view(id),
    change: (id, change) => call().change(id, change),
    rows: (id, offset, limit) => call().rows(id, offset, limit),
    check: (id) => call().check(id),
    repair: (id, findings) => call().repair(id, findings),
    result: (id) => call().result(id),
    rejectedFile: (id, reasons) => call().rejectedFile(id, reasons),
    forget: (id) => call().forget(id),
    stop() {
      worker?.terminate();
      worker = null;
      remote = null;
    },
  };
}
