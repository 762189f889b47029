/** The page's end of the intake worker. */
import { transfer, wrap } from "comlink";
import type { IntakeProgress } from "./progress.ts";
import type { IntakeApi } from "./protocol.ts";

/** The calls of `IntakeApi`, answered by a worker of its own that is started with the first of them. */
export interface IntakeClient extends IntakeApi {
  /** Ends the worker and everything that waits in it; calls on their way are never answered. The next call starts anew. */
  stop(): void;
}

type Started = IntakeApi & { start(base: string, progress: MessagePort): Promise<void> };

/** The heavy engines lie beside the page; `base` is the page's address. `progress` hears how far long answers are. */
export function startIntake(base: string, progress?: (each: IntakeProgress) => void): IntakeClient {
  let worker: Worker | null = null;
  let remote: ReturnType<typeof wrap<Started>> | null = null;
  let heard: MessagePort | null = null;
  const call = () => {
    if (remote) return remote;
    worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "intake" });
    remote = wrap<Started>(worker);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<IntakeProgress>) => progress?.(data);
    heard = port1;
    void remote.start(base, transfer(port2, [port2]));
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
    raster: (id) => call().raster(id),
    cells: (id, rows) => call().cells(id, rows),
    lookAt: (id, rows, finding) => call().lookAt(id, rows, finding),
    rejectedFile: (id, reasons) => call().rejectedFile(id, reasons),
    forget: (id) => call().forget(id),
    stop() {
      worker?.terminate();
      // What was posted before the end is of a reading that nobody waits for.
      heard?.close();
      worker = null;
      remote = null;
    },
  };
}
