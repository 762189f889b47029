/** GDAL on the command line: the same package as in the browser, from `node_modules`. Only Node loads this file. */
import { createRequire } from "node:module";
import { dirname, relative } from "node:path";
import type { Gdal } from "../core/intake/dataset.ts";
import type { Outcome } from "../core/outcome.ts";
import { GDAL_SETTINGS, type GdalEngine, gdalWhenReady, restarting } from "./gdal-layers.ts";

/** The part of gdal3.js that is used. */
interface GdalJs {
  readonly Module: {
    readonly FS: {
      writeFile(path: string, bytes: Uint8Array): void;
      readFile(path: string): Uint8Array;
      unlink(path: string): void;
    };
  };
  open(path: string): Promise<{ readonly datasets: readonly Dataset[]; readonly errors: readonly unknown[] }>;
  close(dataset: Dataset): Promise<void>;
  ogr2ogr(dataset: Dataset, options: readonly string[]): Promise<{ readonly local: string }>;
}
interface Dataset {
  readonly info: unknown;
}
type Start = (options: {
  path: string;
  env: Readonly<Record<string, string>>;
  logHandler(): void;
  errorHandler(): void;
}) => Promise<GdalJs>;

const engine = restarting(async () => engineOf(await start()), forget);

/** Loaded once. Refused: `intake.tool-missing`. */
export function loadGdalInNode(): Promise<Outcome<Gdal>> {
  return gdalWhenReady(engine);
}

const require = createRequire(import.meta.url);

async function start(): Promise<GdalJs> {
  const main = require.resolve("gdal3.js/node.js");
  const init = require(main) as Start;
  // The package wants its folder as seen from the working folder.
  const path = relative(process.cwd(), `${dirname(main)}/dist/package`);
  const quiet = () => undefined;
  return init({ path, env: GDAL_SETTINGS, logHandler: quiet, errorHandler: quiet });
}

/** The package keeps its one engine for itself: loaded anew it makes another. */
function forget(): void {
  for (const path of Object.keys(require.cache))
    if (/[\\/]gdal3\.js[\\/]/.test(path)) delete require.cache[path];
}

function engineOf(gdal: GdalJs): GdalEngine {
  const { FS } = gdal.Module;
  return {
    translate: async (files, options) => {
      const paths = files.map(({ name }) => `/input/${name}`);
      for (const [i, { bytes }] of files.entries()) FS.writeFile(paths[i]!, bytes);
      const [dataset] = (await gdal.open(paths[0]!).catch(wordsOf)).datasets;
      if (!dataset) throw new Error("GDAL");
      const made = (await gdal.ogr2ogr(dataset, options).catch(wordsOf)).local;
      const geojson = FS.readFile(made).slice();
      await gdal.close(dataset);
      for (const path of [...paths, made]) FS.unlink(path);
      return { geojson, info: dataset.info };
    },
  };
}

/** The package rejects with an error, or with a list of them. */
function wordsOf(reason: unknown): never {
  const [first] = Array.isArray(reason) ? (reason as unknown[]) : [reason];
  const said = typeof first === "object" && first !== null && "message" in first ? first.message : first;
  throw new Error(String(said));
}
