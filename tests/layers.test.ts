/** The layer table of src/README.md is the whole import rule: any other import between our folders fails here. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** Who may import whom. `main.tsx` joins the pieces and is a layer of its own. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  core: [],
  text: ["core"],
  plan: ["core"],
  compute: ["core"],
  intake: ["core"],
  map: ["core", "text", "plan", "compute"],
  ui: ["core", "text", "plan", "compute", "intake", "map"],
  main: ["core", "text", "plan", "compute", "intake", "map", "ui"],
  scripts: ["core", "text", "plan", "intake"],
  // Measures every layer that has no page.
  bench: ["core", "text", "plan", "compute", "intake", "scripts"],
};
/** Of a worker's folder, other layers may use the client and the protocol alone: never the inside of the worker. */
const DOORS: Readonly<Record<string, RegExp>> = {
  plan: /^src\/plan\/(client|protocol)\.ts$/,
  compute: /^src\/compute\/(client|protocol)\.ts$/,
  intake: /^src\/intake\/(client|protocol)\.ts$/,
};
/** `core` is pure: these packages or Node modules would make it impure. */
const CORE_PACKAGES = /^(?!node:)(?!react|maplibre|@mantine|zustand|comlink|@sqlite)/;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

/** Every import of a file: static, `export … from`, dynamic, and `new URL("…", import.meta.url)` of workers. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const found: Import[] = [];
  const patterns = [
    /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?["']([^"']+)["']/gm,
    /\bimport\(\s*()["']([^"']+)["']\s*\)/g,
    /new URL\(\s*()["']([^"']+\.tsx?)["'],\s*import\.meta\.url/g,
  ];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      found.push({ from: file, to: match[2]!, typeOnly: Boolean(match[1]) });
    }
  }
  return found;
}

function layerOf(file: string): string {
  if (file === "src/main.tsx") return "main";
  const [top, folder] = file.split("/");
  if (/^scripts\/bench(\/|\.ts$)/.test(file)) return "bench";
  return top === "src" ? folder! : top!;
}

const files = [...sources("src"), ...sources("scripts")].filter((file) => file !== "src/vite-env.d.ts");
const imports = files.flatMap(importsOf);

describe("imports point down", () => {
  test("there are sources to look at", () => {
    expect(files.length).toBeGreaterThan(30);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  test("no import breaks the table", () => {
    const broken: string[] = [];
    for (const { from, to } of imports) {
      if (!to.startsWith(".")) continue;
      const path = to.split("?")[0]!;
      const target = relative(ROOT, resolve(ROOT, dirname(from), path))
        .split(sep)
        .join("/");
      const source = layerOf(from);
      if (!target.startsWith("src/") && !target.startsWith("scripts/")) {
        // Data, tiles and package.json are files, not code.
        if (/\.(ts|tsx)$/.test(target)) broken.push(`${from} imports ${target}`);
        continue;
      }
      const wanted = layerOf(target);
      if (source === wanted) continue;
      if (!MAY[source]?.includes(wanted)) broken.push(`${from} (${source}) imports ${target} (${wanted})`);
      else if (DOORS[wanted] && source !== "scripts" && source !== "bench" && !DOORS[wanted].test(target)) {
        broken.push(`${from} reaches behind the door of ${wanted}: ${target}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test("core uses no package that needs a browser, a database or a map", () => {
    const broken = imports
      .filter(({ from, to }) => layerOf(from) === "core" && !to.startsWith(".") && !CORE_PACKAGES.test(to))
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(broken).toEqual([]);
  });

  test("every layer is in the table", () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => !(layer in MAY))).toEqual([]);
  });
});

test("the top level is exactly what it should be", () => {
  const allowed = new Set(
    "src data tiles scripts tests index.html vite.config.ts package.json tsconfig.json README.md LICENSE package-lock.json".split(
      " ",
    ),
  );
  const built = new Set(["node_modules", "dist"]);
  const strange = readdirSync(ROOT).filter(
    (name) => !name.startsWith(".") && !allowed.has(name) && !built.has(name),
  );
  expect(strange).toEqual([]);
});
