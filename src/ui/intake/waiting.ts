/** Tables of files that were chosen and wait for a person to say what they are. Pure: what is known, no workers. */
import type { CheckFinding } from "../../core/intake/checks/finding.ts";
import type { Coverage } from "../../core/model/layers.ts";
import type { Problem } from "../../core/outcome.ts";
import type {
  CheckedTable,
  FindingLook,
  IntakeItem,
  IntakeView,
  MeaningChange,
  Opened,
} from "../../intake/protocol.ts";
import type { RegisterUpdate, StagedReading } from "../../plan/protocol.ts";
import type { SourceTexts } from "../source-texts.ts";
import type { RowLine } from "./row-list.ts";

/** What a person has said of one table beside its meaning, which the worker keeps. */
export interface Said {
  /** The place (`placeKey`) that was looked at on the map and found right. */
  readonly seen: string | null;
  readonly coverage: Coverage | null;
  /** The meaning for which leaving lost features out was accepted, and how many they were. */
  readonly skip: { readonly as: StagedReading["as"]; readonly lost: number } | null;
  readonly replace: boolean;
  /** Of households: the list is laid over the register. */
  readonly update: boolean;
  /** Who sent the file; "" when not told. */
  readonly sender: string;
  readonly source: SourceTexts;
  /** What the heights of a raster are counted from; "" when not told. */
  readonly datum: string;
  /** Findings whose repair was accepted. */
  readonly repairs: readonly CheckFinding[];
}
export const NOTHING_SAID: Said = {
  seen: null,
  coverage: null,
  skip: null,
  replace: false,
  update: false,
  sender: "",
  source: { date: "", provider: "", licence: "", accuracy: "", crs: "" },
  datum: "",
  repairs: [],
};

/** A line of the check with what the worker draws of it. */
export interface Looked {
  readonly line: RowLine;
  readonly look: FindingLook;
}

/** One table of one file, or a file on its way to becoming tables, or one nothing could be made of. */
export interface WaitingTable {
  readonly key: number;
  /** The files it came of, given together: `WaitingFiles.key`. */
  readonly from: number;
  /** Of the file, with the sheet or layer when there are several. */
  readonly name: string;
  readonly state: "reading" | "ready" | "taking" | "refused";
  readonly problem: Problem | null;
  readonly item: IntakeItem | null;
  readonly view: IntakeView | null;
  /** Null until the check of the present meaning has answered. */
  readonly checked: CheckedTable | null;
  /** Why there is no check; null when there is one or it is on its way. */
  readonly unchecked: Problem | null;
  /** Rows that the plan itself refuses, known once it has read them. */
  readonly late: readonly Problem[];
  /** The line of its check that is looked at on the map; null: none is. */
  readonly looked: Looked | null;
  /** Of households: what the list would change in the register; null: not known, or there is none. */
  readonly compared: RegisterUpdate | null;
  readonly said: Said;
  /** What a person changed of its meaning, in that order: done again after a stop. */
  readonly changes: readonly MeaningChange[];
}

/** Files that were given together and may belong to one another; kept to be read again after a stop. */
export interface WaitingFiles {
  readonly key: number;
  readonly files: readonly File[];
}

const EMPTY = {
  problem: null,
  item: null,
  view: null,
  checked: null,
  unchecked: null,
  late: [],
  looked: null,
  compared: null,
  changes: [],
} as const;

/** The part of a name before its first dot: what a `.shp`, `.dbf` and `.shp.xml` have in common. */
export function stemOf(name: string): string {
  const dot = name.indexOf(".", 1);
  return (dot < 0 ? name : name.slice(0, dot)).toLowerCase();
}

/** Files that may belong together, in the order in which the first of each group was given. */
export function groupFiles<F extends { readonly name: string }>(files: readonly F[]): readonly F[][] {
  const groups = new Map<string, F[]>();
  for (const file of files) {
    const stem = stemOf(file.name);
    const group = groups.get(stem);
    if (group) group.push(file);
    else groups.set(stem, [file]);
  }
  return [...groups.values()];
}

/** What stands in the queue while files are read: named after the largest, which is the one people mean. */
export function readingEntry(key: number, from: WaitingFiles): WaitingTable {
  const main = from.files.reduce((largest, file) => (file.size > largest.size ? file : largest));
  return { ...EMPTY, key, from: from.key, name: main.name, state: "reading", said: NOTHING_SAID };
}

/** A file nothing could be made of. */
export function refusedEntry(key: number, from: number, name: string, problem: Problem): WaitingTable {
  return { ...EMPTY, key, from, name, state: "refused", problem, said: NOTHING_SAID };
}

/** What the person sees of a table: its file, and the sheet or layer when there is one to tell apart. */
export function nameOf(item: Pick<IntakeItem, "file" | "table">): string {
  return item.table === "" ? item.file : `${item.file} · ${item.table}`;
}

/**
 * What became of the files of `entry`. A table that was waiting before a stop keeps what was said of it;
 * `old` are those. `nextKey` gives a key nobody has.
 */
export function openedEntries(
  entry: WaitingTable,
  opened: Opened,
  old: readonly WaitingTable[],
  nextKey: () => number,
): readonly WaitingTable[] {
  const several = opened.items.length > 1;
  const beforeOf = (item: IntakeItem) =>
    old.find((each) => each.item?.file === item.file && each.item.table === item.table);
  // After a stop only what was waiting comes back: the rest was left on purpose.
  const wanted = opened.items.filter((item) => old.length === 0 || beforeOf(item));
  const tables = wanted.map((item): WaitingTable => {
    const before = beforeOf(item);
    const name = several ? nameOf(item) : item.file;
    const said = before?.said ?? NOTHING_SAID;
    return { ...EMPTY, key: before?.key ?? nextKey(), from: entry.from, name, state: "reading", item, said };
  });
  const refused = opened.refused
    .map((problem) => refusedEntry(nextKey(), entry.from, problem.file ?? entry.name, problem))
    .filter(({ name }) => old.length === 0 || old.some((each) => each.problem && each.name === name));
  const all = [...tables, ...refused];
  if (all.length > 0) return all;
  const values = { file: opened.unused.join(", ") || entry.name };
  return [refusedEntry(nextKey(), entry.from, entry.name, { code: "intake.unused", values })];
}

/** Whether a person has said anything of a table that would be lost with it. */
export function hasWork({ changes, said }: WaitingTable): boolean {
  const { sender: _sender, ...own } = said;
  const { sender: _none, ...nothing } = NOTHING_SAID;
  return changes.length > 0 || JSON.stringify(own) !== JSON.stringify(nothing);
}

/** Replaces the entry with `key` by others, in its place. */
export function replaced(
  list: readonly WaitingTable[],
  key: number,
  by: readonly WaitingTable[],
): readonly WaitingTable[] {
  return list.flatMap((each) => (each.key === key ? by : [each]));
}

/** Changes parts of one entry. */
export function changed(
  list: readonly WaitingTable[],
  key: number,
  part: Partial<WaitingTable>,
): readonly WaitingTable[] {
  return list.map((each) => (each.key === key ? { ...each, ...part } : each));
}

/** Which entry is looked at after `key` has gone: the next one, else the one before, else none. */
export function nextActive(list: readonly WaitingTable[], key: number): number | null {
  const at = list.findIndex((each) => each.key === key);
  return (list[at + 1] ?? list[at - 1])?.key ?? null;
}

/** What was changed of a table before a stop, to be done again by the new worker. */
export function changesBefore(old: readonly WaitingTable[], key: number): readonly MeaningChange[] {
  return old.find((each) => each.key === key)?.changes ?? [];
}
