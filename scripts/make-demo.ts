/**
 * `npm run make-demo`: makes the fictional area of `data/demo` and its archives in `tiles` from a seed. The
 * same seed gives the same bytes. Archives of earlier runs are removed, since their names carry another hash.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
mkdirSync(DATA, { recursive: true });
mkdirSync(TILES, { recursive: true });
for (const name of readdirSync(TILES)) {
  if (OWN_ARCHIVE.test(name) && !demo.tiles.has(name)) rmSync(join(TILES, name));
}
let bytes = 0;
for (const [folder, files] of [
  [DATA, demo.data],
  [TILES, demo.tiles],
] as const) {
  for (const [name, content] of files) {
    writeFileSync(join(folder, name), content);
    bytes += content.length;
    say(`${(content.length / 1e6).toFixed(2).padStart(9)} MB  ${name}`);
  }
}
for (const [name, count] of Object.entries(demo.counts)) say(`${String(count).padStart(9)}  ${name}`);
for (const [name, counts] of Object.entries(demo.archives)) {
  say(
    `${String(counts.tiles).padStart(9)}  ${name} tiles (${counts.contents} different, ${counts.leaves} leaves)`,
  );
}
say(`${seconds()} s  done, ${(bytes / 1e6).toFixed(1)} MB`);
