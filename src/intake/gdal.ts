/**
 * GDAL in the browser: a worker of its own whose script, program and data lie in the folder `gdal/` beside the
 * page, as the package gdal3.js ships them. They are fetched when the first file needs them and from nowhere else.
 */
import type { Gdal } from "../core/intake/dataset.ts";
import type { Outcome } from "../core/outcome.ts";
import { GDAL_SETTINGS, type GdalEngine, gdalWhenReady, type Restarting, restarting } from "./gdal-layers.ts";

let engine: Restarting | undefined;

/** `base` is the page's address, the same at every call. Refused: `intake.tool-missing`; asking again tries again. */
export function loadGdal(base: string): Promise<Outcome<Gdal>> {
  const folder = new URL("gdal/", base).href;
  engine ??= restarting(
    () => start(folder),
    ({ worker }) => worker.end("GDAL"),
  );
  return gdalWhenReady(engine);
}

interface Reply {
  readonly id: string;
  readonly success: boolean;
  readonly data: unknown;
}
interface Waiting {
  resolve(data: unknown): void;
  reject(error: Error): void;
}
/** Id under which the package's worker says that it is ready. */
const READY = "onload";

/** The package's own worker: `{ id, func, params }` in, `{ id, success, data }` out. */
class GdalWorker {
  private readonly worker: Worker;
  private readonly waiting = new Map<string, Waiting>();
  private asked = 0;

  constructor(private readonly folder: string) {
    this.worker = new Worker(`${folder}gdal3.js`);
    this.worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      const waiting = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.success) waiting?.resolve(data.data);
      else waiting?.reject(new Error(wordsOf(data.data)));
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.end(event.message);
    };
  }

  start(): Promise<unknown> {
    const config = { path: this.folder, env: GDAL_SETTINGS };
    return this.send(READY, { func: "constructor", params: { config } });
  }

  call(func: string, ...params: readonly unknown[]): Promise<unknown> {
    const id = `call ${++this.asked}`;
    return this.send(id, { id, func, params });
  }

  private send(id: string, message: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage(message);
    });
  }

  end(words: string): void {
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(new Error(words || "GDAL"));
    this.waiting.clear();
  }
}

async function start(folder: string): Promise<GdalEngine & { readonly worker: GdalWorker }> {
  const worker = new GdalWorker(folder);
  try {
    await worker.start();
  } catch (error) {
    worker.end("GDAL");
    throw error;
  }
  return { worker, translate: (files, options) => translate(worker, files, options) };
}

async function translate(
  worker: GdalWorker,
  ...[files, options]: Parameters<GdalEngine["translate"]>
): ReturnType<GdalEngine["translate"]> {
  const given = files.map(({ name, bytes }) => new File([bytes.slice()], name));
  const opened = (await worker.call("open", given)) as { readonly datasets: readonly { info: unknown }[] };
  const [dataset] = opened.datasets;
  if (!dataset) throw new Error("GDAL");
  const made = await worker.call("ogr2ogr", dataset, options);
  const geojson = (await worker.call("getFileBytes", made)) as Uint8Array;
  await worker.call("close", dataset);
  return { geojson, info: dataset.info };
}

function wordsOf(data: unknown): string {
  if (typeof data === "object" && data !== null && "message" in data) return String(data.message);
  return String(data);
}
