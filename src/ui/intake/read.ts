/** Reads what was chosen: files one group after the other, then each table with its guesses and its check. */
import { MOST_SOURCE_MB, sizesFit } from "../../core/formats/source-limits.ts";
import { decodeText } from "../../core/formats/text/decode-text.ts";
import type { Outcome, Problem } from "../../core/outcome.ts";
import type { IntakeView, MeaningChange } from "../../intake/protocol.ts";
import { takeRules } from "../actions/rules-file.ts";
import { tell, tellProblem } from "../actions/tell.ts";
import { isRulesFile } from "../rules-text.ts";
import { setView, view } from "../store.ts";
import { giveContext } from "./context.ts";
import {
  changed,
  changesBefore,
  groupFiles,
  openedEntries,
  readingEntry,
  refusedEntry,
  replaced,
  type WaitingFiles,
  type WaitingTable,
} from "./waiting.ts";
import { endIntake, intake, intakeTurn } from "./worker-link.ts";

const RULES_AT_MOST_BYTES = 100_000;

const given = new Map<number, WaitingFiles>();
/** Tables as they were before a stop, by the files they came of. */
const beforeStop = new Map<number, readonly WaitingTable[]>();
let lastKey = 0;
const nextKey = () => ++lastKey;
/** The turn in which files are being read; -1 while none are. */
let readingTurn = -1;

/** Puts files into the queue and reads them; the first is looked at when nothing else is. */
export function takeIn(files: readonly File[]): void {
  const entries = groupFiles(files).map((group) => {
    const from: WaitingFiles = { key: nextKey(), files: group };
    given.set(from.key, from);
    return readingEntry(nextKey(), from);
  });
  const { waiting, wizard } = view();
  setView({ waiting: [...waiting, ...entries], wizard: wizard ?? entries[0]?.key ?? null });
  void readOn();
}

/** Changes one entry of the queue. */
export function setTable(key: number, part: Partial<WaitingTable>): void {
  setView({ waiting: changed(view().waiting, key, part) });
}

/** The entry with this key; undefined once it has gone. */
export function tableOf(key: number): WaitingTable | undefined {
  return view().waiting.find((each) => each.key === key);
}

/** Stops whatever the worker does. Files that were read are read again; the entry `key` goes. */
export function stopReading(key: number): void {
  const stopped = tableOf(key);
  if (!stopped) return;
  const rest = view().waiting.filter((each) => each !== stopped);
  endIntake();
  readingTurn = -1;
  const files = [...new Set(rest.map(({ from }) => from))];
  const again = files.flatMap((from): WaitingTable[] => {
    const of = rest.filter((each) => each.from === from);
    const files = given.get(from);
    if (!files || of.every(({ item }) => item === null)) return of;
    beforeStop.set(from, of);
    return [{ ...readingEntry(of[0]!.key, files), name: of[0]!.name, said: of[0]!.said }];
  });
  const wizard = view().wizard === key ? (again[0]?.key ?? null) : view().wizard;
  setView({ waiting: again, wizard: again.some((each) => each.key === wizard) ? wizard : null });
  tell("intake.stopped", { file: stopped.name });
  void readOn();
}

async function readOn(): Promise<void> {
  const turn = intakeTurn();
  if (readingTurn === turn) return;
  readingTurn = turn;
  for (;;) {
    const entry = view().waiting.find(({ state, item }) => state === "reading" && item === null);
    if (!entry) break;
    const tables = await openEntry(entry);
    if (turn !== intakeTurn()) return;
    for (const key of tables) await firstLook(key, entry.from);
    if (turn !== intakeTurn()) return;
    beforeStop.delete(entry.from);
  }
  readingTurn = -1;
}

/** Opens the files of an entry and puts their tables in its place; gives the keys of those that can be read on. */
async function openEntry(entry: WaitingTable): Promise<readonly number[]> {
  const refuse = (problem: Problem) => {
    setView({
      waiting: replaced(view().waiting, entry.key, [
        refusedEntry(entry.key, entry.from, entry.name, problem),
      ]),
    });
    tell("data.read.refused", { file: entry.name });
    return [];
  };
  const files = given.get(entry.from)?.files ?? [];
  tell("intake.reading", { file: entry.name });
  if (!sizesFit(files.map(({ size }) => size)))
    return refuse({ code: "intake.too-large", values: { file: entry.name, limit: MOST_SOURCE_MB } });
  let sources: { readonly name: string; readonly bytes: Uint8Array }[];
  try {
    sources = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
  } catch {
    return refuse({ code: "intake.not-readable-now", values: { file: entry.name } });
  }
  const rules = rulesIn(sources);
  if (rules) {
    dropEntry(entry.key);
    await takeRules(rules.text, rules.name);
    return [];
  }
  await giveContext();
  const turn = intakeTurn();
  const opened = await intake().open(sources);
  // Left while it was read: nothing of it is wanted.
  if (turn !== intakeTurn() || !tableOf(entry.key)) {
    for (const { id } of opened.items) void intake().forget(id);
    return [];
  }
  const old = beforeStop.get(entry.from) ?? [];
  const entries = openedEntries(entry, opened, old, nextKey);
  const { waiting, wizard } = view();
  const looking = wizard === entry.key && !entries.some(({ key }) => key === wizard);
  setView({
    waiting: replaced(waiting, entry.key, entries),
    wizard: looking ? (entries[0]?.key ?? null) : wizard,
  });
  for (const { name, state } of entries) if (state === "refused") tell("data.read.refused", { file: name });
  return entries.filter(({ state }) => state !== "refused").map(({ key }) => key);
}

function rulesIn(sources: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const [source, more] = sources;
  if (!source || more || source.bytes.length >= RULES_AT_MOST_BYTES) return null;
  const text = decodeText(source.bytes, source.name);
  return text.ok && isRulesFile(text.value) ? { text: text.value, name: source.name } : null;
}

async function firstLook(key: number, from: number): Promise<void> {
  const id = tableOf(key)?.item?.id;
  if (id === undefined) return;
  const changes = changesBefore(beforeStop.get(from) ?? [], key);
  let outcome = await intake().view(id);
  for (const change of changes) if (outcome.ok) outcome = await intake().change(id, change);
  if (outcome.ok) setTable(key, { changes });
  const table = tableOf(key);
  if (!table) return;
  if (!outcome.ok) {
    setTable(key, { state: "refused", problem: outcome.problem });
    return tell("data.read.refused", { file: table.name });
  }
  takeView(key, outcome);
  tell("data.read.done", { file: table.name });
  await checkTable(key);
}

/** The newest change asked of each table: answers to earlier ones come too late. */
const newest = new Map<number, number>();
let changes = 0;

/** Changes what a table means and shows the answer; refused: that is said and the meaning stays. */
export async function changeMeaning(key: number, change: MeaningChange): Promise<void> {
  const id = tableOf(key)?.item?.id;
  if (id === undefined) return;
  const mine = ++changes;
  newest.set(key, mine);
  setTable(key, { checked: null, unchecked: null, late: [], looked: null, compared: null });
  const outcome = await intake().change(id, change);
  const table = tableOf(key);
  if (!table) return;
  if (outcome.ok) setTable(key, { changes: [...table.changes, change] });
  if (newest.get(key) !== mine) return;
  if (outcome.ok) takeView(key, outcome);
  else tellProblem(outcome.problem);
  await checkTable(key, mine);
}

/** Accepts exactly these repairs; the check is made anew. */
export async function acceptRepairs(key: number, repairs: WaitingTable["said"]["repairs"]): Promise<void> {
  const table = tableOf(key);
  if (!table?.item) return;
  const mine = ++changes;
  newest.set(key, mine);
  setTable(key, { said: { ...table.said, repairs }, late: [], compared: null });
  await checkTable(key, mine, true);
}

function takeView(key: number, outcome: Outcome<IntakeView> & { readonly ok: true }): void {
  const { value } = outcome;
  const table = tableOf(key);
  if (!table) return;
  const sender = table.said.sender === "" && value.from ? value.from.sender : table.said.sender;
  setTable(key, { state: "ready", view: value, problem: null, said: { ...table.said, sender } });
}

/** `again`: repairs were accepted or taken back, so that none is an answer too. */
async function checkTable(key: number, mine = newest.get(key) ?? 0, again = false): Promise<void> {
  const table = tableOf(key);
  if (!table?.item) return;
  const ids = table.said.repairs.map(({ id }) => id);
  const outcome = await (ids.length > 0 || again
    ? intake().repair(table.item.id, ids)
    : intake().check(table.item.id));
  if ((newest.get(key) ?? 0) !== mine || !tableOf(key)) return;
  if (!outcome.ok) return setTable(key, { checked: null, unchecked: outcome.problem });
  const { value } = outcome;
  setTable(key, { checked: value, unchecked: null });
  tell("intake.checked", {
    n: value.read,
    accepted: value.accepted,
    rejected: value.rejected.length,
  });
}

/** Takes an entry out of the queue; nothing of it was in the plan. */
export function dropEntry(key: number): void {
  const { waiting, wizard } = view();
  const gone = tableOf(key);
  if (!gone) return;
  const rest = waiting.filter((each) => each !== gone);
  if (gone.item && rest.length > 0) void intake().forget(gone.item.id);
  newest.delete(key);
  if (!rest.some(({ from }) => from === gone.from)) given.delete(gone.from);
  setView({ waiting: rest, wizard: wizard === key ? nextOf(waiting, key) : wizard });
}

function nextOf(waiting: readonly WaitingTable[], key: number): number | null {
  const at = waiting.findIndex((each) => each.key === key);
  return (waiting[at + 1] ?? waiting[at - 1])?.key ?? null;
}

/** Once nothing waits any more the worker ends, and what it held with it. */
export function followWaiting(): void {
  given.clear();
  beforeStop.clear();
  newest.clear();
  readingTurn = -1;
  endIntake();
}
