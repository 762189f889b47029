/**
 * `npm run make-demo`: makes the fictional area of `data/demo` and its archives in `tiles` from a seed. The
 * same seed gives the same bytes. Archives of earlier runs are removed, since their names carry another hash.
 * With `-- --check` nothing is written: it says which files differ from what would be made (exit status 1).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DEMO_SEED } from "./demo/area.ts";
import { makeDemo } from "./demo/make.ts";

const ROOT = resolve(import.meta.dirname, "..");
const DATA = join(ROOT, "data/demo");
const TILES = join(ROOT, "tiles");
const OWN_ARCHIVE = /^demo-(relief|base)-[0-9a-f]{8}\.pmtiles$/;

const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1).padStart(6);
const say = (text: string) => process.stdout.write(`${text}\n`);

const demo = makeDemo(DEMO_SEED, (stage) => say(`${seconds()} s  ${stage}`));
const files = [
  ...[...demo.data].map(([name, bytes]) => ({ path: join(DATA, name), name, bytes })),
  ...[...demo.tiles].map(([name, bytes]) => ({ path: join(TILES, name), name, bytes })),
];
if (process.argv.includes("--check")) check();
else write();

function write(): void {
  mkdirSync(DATA, { recursive: true });
  mkdirSync(TILES, { recursive: true });
  for (const name of readdirSync(TILES)) {
    if (OWN_ARCHIVE.test(name) && !demo.tiles.has(name)) rmSync(join(TILES, name));
  }
  for (const { path, name, bytes } of files) {
    writeFileSync(path, bytes);
    say(`${(bytes.length / 1e6).toFixed(2).padStart(9)} MB  ${name}`);
  }
  for (const [name, count] of Object.entries(demo.counts)) say(`${String(count).padStart(9)}  ${name}`);
  for (const [name, { tiles, contents, leaves }] of Object.entries(demo.archives)) {
    say(`${String(tiles).padStart(9)}  ${name} tiles (${contents} different, ${leaves} leaf directories)`);
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  say(`${seconds()} s  done, ${(total / 1e6).toFixed(1)} MB`);
}

function check(): void {
  const differ = files.filter(
    ({ path, bytes }) => !existsSync(path) || Buffer.compare(readFileSync(path), bytes) !== 0,
  );
  for (const { name } of differ) say(`differs: ${name}`);
  say(`${seconds()} s  ${files.length - differ.length} of ${files.length} files are what the seed gives`);
  process.exitCode = differ.length === 0 ? 0 : 1;
}
