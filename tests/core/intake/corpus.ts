/** The files of tests/broken/sources as groups, and what every reader owes whatever it is given. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { MOST_BROKEN, MOST_COLUMNS } from "../../../src/core/formats/source-limits.ts";
import type {
  Dataset,
  FileGroup,
  SourceFile,
  SourceReader,
  SourceTools,
} from "../../../src/core/intake/dataset.ts";
import { groupFiles } from "../../../src/core/intake/group-files.ts";
import { unpack } from "../../../src/core/intake/unpack.ts";
import type { Outcome, Problem } from "../../../src/core/outcome.ts";
import { problemText } from "../../../src/text/problem-text.ts";
import { TOOLS, walk } from "../formats/source-rows.ts";

export const CORPUS = join(import.meta.dirname, "../../broken/sources");

/** `folder/name` of a file in the corpus. */
export function corpusFile(path: string): SourceFile {
  return { name: path.slice(path.indexOf("/") + 1), bytes: new Uint8Array(readFileSync(join(CORPUS, path))) };
}

export const FOLDERS = readdirSync(CORPUS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** Archives are opened, so that what lies in them is read as well. */
export function opened(files: readonly SourceFile[]): {
  readonly groups: readonly FileGroup[];
  readonly refused: readonly Problem[];
  readonly unused: readonly string[];
} {
  const unpacked = unpack(files);
  const { groups, unused } = groupFiles(unpacked.files);
  return { groups, refused: unpacked.refused, unused: [...unpacked.unused, ...unused] };
}

export function filesOf(folder: string): readonly SourceFile[] {
  return readdirSync(join(CORPUS, folder))
    .sort()
    .map((name) => corpusFile(`${folder}/${name}`));
}

/** Everything that is said of a file, in the order a person sees it. */
export function told(read: Outcome<Dataset>): readonly Problem[] {
  if (!read.ok) return [read.problem];
  const tables = read.value.tables.flatMap(({ rejected, notes }) => [...rejected, ...notes]);
  return [...read.notes, ...read.value.notes, ...tables];
}

/** Each problem has a sentence in both languages, with every value it names. */
export function speaks(problems: readonly Problem[]): void {
  for (const problem of problems.slice(0, 200)) {
    for (const language of ["vi", "en"] as const)
      expect(problemText(language, problem).length).toBeGreaterThan(10);
  }
}

/** Rows and problems that the bytes of a group can account for: a cell or a line takes a byte at least. */
const FREE = 64;

/**
 * Reads a group and asks for everything in it. No throw, and nothing that the bytes do not account for: rows and
 * problems are counted against the size of the files, columns and lists of broken rows against their limits.
 */
export async function readBounded(
  reader: SourceReader,
  group: FileGroup,
  tools: SourceTools = TOOLS,
): Promise<Outcome<Dataset>> {
  const read = await reader.read(group, tools);
  speaks(told(read));
  if (!read.ok) return read;
  const bytes = [group.main, ...group.companions].reduce((sum, file) => sum + file.bytes.length, 0);
  expect(read.value.tables.length).toBeGreaterThan(0);
  for (const table of read.value.tables) {
    expect(table.columns.length).toBeLessThanOrEqual(MOST_COLUMNS);
    expect(table.count).toBeLessThanOrEqual(bytes);
    expect(table.rejected.length).toBeLessThanOrEqual(bytes + MOST_BROKEN + FREE);
    walk(table);
    // GeoJSON is handed on as it was written, 1e999 and texts as positions included: the check of shapes refuses them.
    if (table.format === "geojson" || table.format === "geojson-lines") continue;
    for (let row = 0; row < table.count; row++) noWildNumbers(table.geometry(row));
  }
  return read;
}

/** No NaN, no infinity anywhere in a shape, however deep: walked without recursion. */
function noWildNumbers(geometry: unknown): void {
  const stack: unknown[] = [geometry];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`a position of ${value}`);
    if (typeof value === "object" && value !== null)
      for (const inner of Object.values(value)) stack.push(inner);
  }
}
