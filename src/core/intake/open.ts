/** The way in: files as they were chosen to the tables they hold. */
import { binaryName, textName } from "../formats/known-content.ts";
import type { Problem } from "../outcome.ts";
import type { FileGroup, SourceFile, SourceTable, SourceTools } from "./dataset.ts";
import { groupFiles } from "./group-files.ts";
import { SOURCE_READERS } from "./readers.ts";
import { unpack } from "./unpack.ts";

/** A table and the files it was made of. */
export interface OpenedTable {
  readonly table: SourceTable;
  /** Names, the main file first. */
  readonly files: readonly string[];
  /** Of the file as a whole; the table's own come after them. */
  readonly notes: readonly Problem[];
}

export interface OpenedFiles {
  readonly tables: readonly OpenedTable[];
  /** One for every file that nothing could be made of. */
  readonly refused: readonly Problem[];
  /** Files that help no other and hold nothing for us. */
  readonly unused: readonly string[];
}

/** Enough of a text to recognise it by. */
const START = 4000;

/**
 * Takes files apart, one after the other; what one of them has wrong stops no other. Never throws because of content.
 * `tell` hears before each file what share of all bytes is done; a file alone is done at its end only.
 */
export async function openFiles(
  files: readonly SourceFile[],
  tools: SourceTools,
  tell?: (share: number) => void,
): Promise<OpenedFiles> {
  const unpacked = unpack(files);
  const { groups, unused } = groupFiles(unpacked.files);
  const tables: OpenedTable[] = [];
  const refused: Problem[] = [...unpacked.refused];
  const total = groups.reduce((sum, group) => sum + sizeOf(group), 0);
  let done = 0;
  for (const group of groups) {
    if (groups.length > 1) tell?.(done / Math.max(1, total));
    done += sizeOf(group);
    const names = [group.main, ...group.companions].map(({ name }) => name);
    const reader = SOURCE_READERS.find((each) => each.recognise(group));
    if (!reader) {
      refused.push(unknown(group));
      continue;
    }
    const opened = await reader.read(group, tools);
    if (!opened.ok) {
      refused.push({ file: group.main.name, ...opened.problem });
      continue;
    }
    const { tables: found, notes } = opened.value;
    for (const table of found) tables.push({ table, files: names, notes: [...opened.notes, ...notes] });
  }
  return { tables, refused, unused: [...unpacked.unused, ...unused] };
}

function sizeOf({ main, companions }: FileGroup): number {
  return companions.reduce((sum, { bytes }) => sum + bytes.length, main.bytes.length);
}

/** Says what a file that no reader knows looks like. */
function unknown({ main }: FileGroup): Problem {
  const { name: file, bytes } = main;
  if (bytes.length === 0) return { code: "file.empty", file };
  const text = String.fromCharCode(...bytes.subarray(0, START));
  const looksLike = binaryName(bytes) ?? textName(text);
  return looksLike === null
    ? { code: "file.unknown-format", file }
    : { code: "file.other-format", file, values: { looksLike } };
}
