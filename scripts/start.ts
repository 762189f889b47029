/**
 * `npm start`: builds the program when its sources are newer than the last build, serves it on this machine
 * and prints the address that opens the demo plan. Ctrl C stops it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { serveFolder } from "./serve/static-server.ts";

const ROOT = resolve(import.meta.dirname, "..");
const DIST = join(ROOT, "dist");
/** Everything the build reads. */
const SOURCES = ["src", "data", "tiles", "scripts", "index.html", "vite.config.ts", "package-lock.json"];

/** Time of the newest file below, in milliseconds; what the build itself writes does not count. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  if (statSync(path).isFile()) return statSync(path).mtimeMs;
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".gpkg"))
    .reduce((time, entry) => Math.max(time, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

const built = join(DIST, "index.html");
const stale =
  !existsSync(built) || SOURCES.some((source) => newest(join(ROOT, source)) > statSync(built).mtimeMs);
if (stale) {
  process.stdout.write("An Cư: đang dựng chương trình / building …\n");
  const done = spawnSync(process.execPath, ["--import", "tsx", join(ROOT, "scripts/build.ts")], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

const wanted = Number(process.env.PORT ?? 4173);
const server = await serveFolder(DIST, { port: wanted, orNext: !process.env.PORT });
process.stdout.write(
  [
    "",
    "An Cư đang chạy trên máy này. Mở phương án minh họa / open the demo plan:",
    `  ${server.url}?plan=demo`,
    "Trang đầu, không mở phương án nào / first page, no plan open:",
    `  ${server.url}`,
    "Dừng bằng Ctrl C / stop with Ctrl C.",
    "",
  ].join("\n"),
);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void server.close().then(() => process.exit(0)));
}
