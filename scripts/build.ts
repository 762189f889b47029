/** `npm run build`: the demo plan from its sources, then the program, into `dist/`. */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";

const ROOT = resolve(import.meta.dirname, "..");

/** Runs one of our scripts and stops everything when it fails. */
function run(script: string): void {
  const done = spawnSync(process.execPath, ["--import", "tsx", join(ROOT, script)], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

run("scripts/build-demo-plan.ts");
await build({ root: ROOT, configFile: join(ROOT, "vite.config.ts"), logLevel: "warn" });
process.stdout.write(`dist/ is built, ${(sizeOf(join(ROOT, "dist")) / 1e6).toFixed(1)} MB\n`);
