/**
 * Vite plugin: serves and ships the files that are ours and are not code: tile archives, fonts and the
 * demo plan. They keep their names (archives carry their own content hash), so a copy is enough.
 */
import { cpSync, createReadStream, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "vite";

const ROOT = resolve(import.meta.dirname, "../..");
/** URL prefix → folder or file of the project. */
const OWN: ReadonlyArray<readonly [url: string, path: string]> = [
  ["/tiles/", "tiles"],
  ["/demo/demo.gpkg", "data/demo/demo.gpkg"],
  // GDAL is under the LGPL: its files stay as they came, apart from our code, and can be replaced.
  ["/gdal/gdal3.js", "node_modules/gdal3.js/dist/package/gdal3.js"],
  ["/gdal/gdal3WebAssembly.wasm", "node_modules/gdal3.js/dist/package/gdal3WebAssembly.wasm"],
  ["/gdal/gdal3WebAssembly.data", "node_modules/gdal3.js/dist/package/gdal3WebAssembly.data"],
  ["/gdal/LICENSE.txt", "node_modules/gdal3.js/LICENSE"],
  ["/gdal/NOTICE.txt", "scripts/build/gdal-notice.txt"],
];

export function ownFiles(): Plugin {
  return {
    name: "own-files",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = decodeURIComponent((request.url ?? "").split("?")[0]!);
        const own = OWN.find(([prefix]) => url.startsWith(prefix));
        const path = own && join(ROOT, own[1], url.slice(own[0].length));
        if (!path?.startsWith(ROOT) || !existsSync(path) || !statSync(path).isFile()) return next();
        const size = statSync(path).size;
        const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
        const start = range ? Number(range[1]) : 0;
        const end = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
        response.statusCode = range ? 206 : 200;
        if (range) response.setHeader("Content-Range", `bytes ${start}-${end}/${size}`);
        response.setHeader("Content-Length", end - start + 1);
        createReadStream(path, { start, end }).pipe(response);
      });
    },
    writeBundle(options) {
      for (const [url, path] of OWN) {
        const from = join(ROOT, path);
        if (!existsSync(from)) continue;
        const to = join(options.dir ?? join(ROOT, "dist"), url);
        mkdirSync(dirname(to), { recursive: true });
        cpSync(from, to, { recursive: true });
      }
    },
  };
}
