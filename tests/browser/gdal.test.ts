/**
 * GDAL in a worker of a page of the built program, under its rules of content: our reader, made into one script,
 * and the files of the folder `gdal/` as they are shipped. `openApp` fails when anything leaves this machine.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, type Rolldown } from "vite";
import { afterAll, expect, test } from "vitest";
import { openApp, stopServer } from "./support/app.ts";

const ROOT = resolve(import.meta.dirname, "../..");
afterAll(stopServer);

/** A worker that reads one group of files and answers with what its first table says. */
const WORKER = `
  import { gdalFormats } from "${ROOT}/src/core/formats/gdal/gdal-formats.ts";
  import { loadGdal } from "${ROOT}/src/intake/gdal.ts";
  self.onmessage = async ({ data: { base, main, companions } }) => {
    const found = await gdalFormats.read({ main, companions }, { gdal: () => loadGdal(base), sqlite: null });
    if (!found.ok) return self.postMessage(found);
    const [table] = found.value.tables;
    const { columns, text, count, crs } = table;
    const first = columns.map((_, column) => table.value(0, column));
    self.postMessage({ columns, text, count, crs, first, shape: table.geometry(0).type });
  };`;

async function workerScript(): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: "worker-of-the-test",
        resolveId: (id) => (id === "test-worker" ? id : null),
        load: (id) => (id === "test-worker" ? WORKER : null),
      },
    ],
    build: { write: false, target: "es2022", minify: false, rolldownOptions: { input: "test-worker" } },
  })) as Rolldown.RolldownOutput;
  return made.output[0].code;
}

test("a TAB with letters in TCVN3 opens; GDAL is asked of our own origin and only then", async () => {
  const app = await openApp();
  const asked: string[] = [];
  app.context.on("request", (request) => asked.push(request.url()));
  const folder = join(import.meta.dirname, "../intake/tab-tcvn3");
  const files = ["tab", "dat", "map", "id"].map((ending) => ({
    name: `xa.${ending}`,
    base64: readFileSync(join(folder, `xa.${ending}`)).toString("base64"),
  }));
  expect(asked.filter((url) => url.includes("/gdal/"))).toEqual([]);
  const said = await app.page.evaluate(
    async ({ script, given }) => {
      const [main, ...companions] = given.map(({ name, base64 }) => ({
        name,
        bytes: Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)),
      }));
      const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
      const worker = new Worker(address, { type: "module" });
      const said = await new Promise<unknown>((done, failed) => {
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = ({ message }) => failed(new Error(message));
        worker.postMessage({ base: document.baseURI, main, companions });
      });
      worker.terminate();
      return said;
    },
    { script: await workerScript(), given: files },
  );
  expect(said).toMatchObject({
    columns: ["Ten", "So"],
    text: "bytes",
    count: 2,
    first: ["\u00a7\u00bek L\u00bek", 1],
    shape: "Point",
    crs: { kind: "wkt" },
  });
  const names = asked
    .filter((url) => url.includes("/gdal/"))
    .map((url) => url.slice(url.lastIndexOf("/") + 1));
  expect([...new Set(names)].sort()).toEqual(["gdal3.js", "gdal3WebAssembly.data", "gdal3WebAssembly.wasm"]);
  await app.close();
});
