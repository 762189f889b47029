/**
 * Serves a built folder on the loopback address: range requests (tile archives need them), the headers that
 * make threads possible, and nothing else. No directory listing, no path outside the folder, no outside host.
 */
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".pmtiles": "application/octet-stream",
  ".gpkg": "application/geopackage+sqlite3",
};

/** Nothing but our own origin may be asked; blob workers and data images are our own. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** First and last byte asked for; null: no range asked; "bad": a range that cannot be served. */
export function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | "bad" | null {
  if (!header) return null;
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (!match || (!match[1] && !match[2])) return "bad";
  if (!match[1]) {
    const last = Number(match[2]);
    return last === 0 || size === 0 ? "bad" : { start: Math.max(0, size - last), end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  return start > end || start >= size ? "bad" : { start, end };
}

function answer(root: string, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Content-Security-Policy", POLICY);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  const refuse = (status: number, text: string): void => {
    response.statusCode = status;
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    response.end(text);
  };
  if (request.method !== "GET" && request.method !== "HEAD") {
    refuse(405, "GET or HEAD only");
    return;
  }

  let path: string;
  try {
    path = decodeURIComponent(new URL(request.url ?? "/", "http://loopback").pathname);
  } catch {
    refuse(400, "address cannot be read");
    return;
  }
  const file = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) {
    refuse(404, "not here");
    return;
  }
  const size = statSync(file).size;
  const range = parseRange(request.headers.range, size);
  response.setHeader("Accept-Ranges", "bytes");
  response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
  // Names under assets/ and tiles/ carry a content hash; everything else is asked for again.
  response.setHeader(
    "Cache-Control",
    /\/(assets|tiles)\/.*-[\w-]{8}\./.test(path) ? "max-age=31536000, immutable" : "no-cache",
  );
  if (range === "bad") {
    response.setHeader("Content-Range", `bytes */${size}`);
    refuse(416, "range cannot be served");
    return;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  response.statusCode = range ? 206 : 200;
  if (range) response.setHeader("Content-Range", `bytes ${start}-${end}/${size}`);
  response.setHeader("Content-Length", size === 0 ? 0 : end - start + 1);
  if (request.method === "HEAD" || size === 0) {
    response.end();
    return;
  }
  createReadStream(file, { start, end })
    .on("error", () => response.destroy())
    .pipe(response);
}

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts serving `folder` on 127.0.0.1. Port 0 takes any free one; a port that is taken is an error unless
 * `orNext`, which then tries the following nine.
 */
export async function serveFolder(
  folder: string,
  { port = 0, orNext = false }: { port?: number; orNext?: boolean } = {},
): Promise<RunningServer> {
  const root = resolve(folder);
  const listen = (candidate: number): Promise<Server> =>
    new Promise((done, failed) => {
      const server = createServer((request, response) => answer(root, request, response));
      server.once("error", failed);
      server.listen(candidate, "127.0.0.1", () => done(server));
    });
  let server: Server | null = null;
  for (let candidate = port; server === null; candidate++) {
    try {
      server = await listen(candidate);
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!taken || !orNext || candidate >= port + 9) throw error;
    }
  }
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  const running = server;
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((done) => {
        running.close(() => done());
        running.closeAllConnections();
      }),
  };
}
