/** Files of the command line into an intake session, with the files that belong to them. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { arealLayer } from "../../../src/core/formats/index.ts";
import { MOST_SOURCE_MB, sizesFit } from "../../../src/core/formats/source-limits.ts";
import type { SourceTools } from "../../../src/core/intake/dataset.ts";
import { LIST_VERSIONS } from "../../../src/core/intake/meaning.ts";
import type { ArealLayer, Unit } from "../../../src/core/model/layers.ts";
import { loadGdalInNode } from "../../../src/intake/gdal-node.ts";
import type { Opened } from "../../../src/intake/protocol.ts";
import { IntakeSession } from "../../../src/intake/session.ts";
import { loadSqliteReader } from "../../../src/intake/sqlite-reader.ts";
import { problemText } from "../../../src/text/problem-text.ts";
import { type Language, say } from "../../../src/text/say.ts";
import { readBytes, sizeOf } from "../files.ts";
import { REFUSED, type Refused, readLayer } from "../read-layer.ts";
import type { Terminal } from "../terminal.ts";

/** The engines from `node_modules`. */
const TOOLS: SourceTools = { gdal: loadGdalInNode, sqlite: loadSqliteReader };

/** A `.shp` without its `.dbf` has no names; these are looked for beside the file that was named. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  ".shp": [".dbf", ".prj", ".cpg", ".shx", ".dbt"],
  ".mif": [".mid"],
  ".tab": [".dat", ".map", ".id", ".ind", ".dbf"],
};

export interface OpenedSources extends Opened {
  readonly session: IntakeSession;
}

/** Null: a file cannot be opened; it was told. `units` is a file of communes to prove places by. */
export async function openSources(
  files: readonly string[],
  units: string | null,
  terminal: Terminal,
  language: Language,
): Promise<OpenedSources | null> {
  const session = new IntakeSession(TOOLS);
  const communes = units === null ? null : readUnits(units, terminal, language);
  if (communes === REFUSED) return null;
  if (communes !== null) {
    await session.setContext({ units: communes.layer, unitList: communes.list, remembered: [] });
  }
  const sources: { name: string; bytes: Uint8Array }[] = [];
  const wanted = [...new Set(files.flatMap((one) => [one, ...beside(one)]))];
  if (!sizesFit(wanted.map(sizeOf))) {
    const values = { file: path.basename(files[0]!), limit: MOST_SOURCE_MB };
    terminal.tell(problemText(language, { code: "intake.too-large", values }));
    return null;
  }
  for (const file of wanted) {
    const bytes = readBytes(file);
    if (bytes === null) {
      terminal.tell(say(language, "cli.no-file", { file }));
      return null;
    }
    sources.push({ name: path.basename(file), bytes: new Uint8Array(bytes) });
  }
  return { session, ...(await session.open(sources)) };
}

function readUnits(file: string, terminal: Terminal, language: Language) {
  const read = readLayer(file, "units", terminal, language);
  if (read === REFUSED) return read satisfies Refused;
  const layer: ArealLayer<Unit> = arealLayer(read.result.accepted, "all", { name: read.name, date: null });
  const lists = new Set(read.result.accepted.map(({ listVersion }) => listVersion));
  const [only] = lists;
  const list = lists.size === 1 ? (LIST_VERSIONS.find((known) => known === only) ?? null) : null;
  return { layer, list };
}

/** Files of the same name with an ending that belongs to it, however it is capitalised. */
function beside(file: string): string[] {
  const { dir, name, ext } = path.parse(file);
  const wanted = BESIDE[ext.toLowerCase()];
  if (!wanted) return [];
  let entries: string[];
  try {
    entries = readdirSync(dir === "" ? "." : dir);
  } catch {
    return [];
  }
  return entries
    .filter((entry) => {
      const other = path.parse(entry);
      return other.name.toLowerCase() === name.toLowerCase() && wanted.includes(other.ext.toLowerCase());
    })
    .map((entry) => path.join(dir, entry));
}
