/** A table of events: `household, kind, on, document, note`. Every bad row is named, and one is enough to take none. */
import { randomUUID } from "node:crypto";
import path from "node:path";
import { openTable, type RawFeature, type RawTable } from "../../../src/core/formats/index.ts";
import { EVENT_KINDS, type EventKind } from "../../../src/core/model/event.ts";
import { textsOf } from "../../../src/core/model/text-column.ts";
import type { Problem } from "../../../src/core/outcome.ts";
import { type DatedKind, orderProblem } from "../../../src/plan/commands/event-order.ts";
import { isPastDate } from "../../../src/plan/commands/input.ts";
import type { Commands } from "../../../src/plan/protocol.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { placeText } from "../../../src/text/problem-text.ts";
import { readBytes } from "../files.ts";
import type { Speaker } from "./speaker.ts";

type Events = Commands["events.import"] & { readonly file: string };
type Row = Events["events"][number] & { readonly row: number };

const NEEDED = ["household", "kind", "on"] as const;

/** The events of a file, null when it cannot be taken: everything wrong with it was told. */
export function readEventsFile(file: string, store: PlanStore, speaker: Speaker): Events | null {
  const name = path.basename(file);
  speaker.tell("cli.reading", { file });
  const bytes = readBytes(file);
  if (bytes === null) return refused(speaker.stop("cli.no-file", { file }));
  const opened = openTable(bytes, name);
  if (!opened.ok) return refused(speaker.refuse(opened.problem));
  const table = opened.value;
  const lacking = NEEDED.filter((column) => !table.columns.includes(column));
  if (lacking.length > 0) {
    return refused(speaker.stop("cli.plan.event.columns", { file: name, columns: lacking.join(", ") }));
  }
  const rows = table.features.map(eventOf);
  const faults: Fault[] = [...table.rejected, ...badRows(rows, store)];
  if (faults.length > 0) {
    for (const fault of faults.sort((a, b) => (a.row ?? 0) - (b.row ?? 0))) tell(fault, table, speaker);
    return refused(speaker.stop("cli.plan.event.none-taken", { file: name, count: faults.length }));
  }
  if (rows.length === 0) return refused(speaker.stop("cli.plan.event.empty", { file: name }));
  return { file: name, events: rows.map(({ row: _row, ...event }) => event) };
}

/** A kind of event that there is none of has its words in the command line's own list. */
type Fault = Problem | { readonly row: number; readonly field: "kind"; readonly kind: string };

function tell(fault: Fault, { file, format }: RawTable, speaker: Speaker): void {
  const place = { file, ...(format === "geojson" && { rowIs: "feature" as const }) };
  if ("code" in fault) {
    speaker.refuse({ ...fault, ...place });
    return;
  }
  const { row, field, kind } = fault;
  const where = placeText(speaker.language, { code: "command.input", row, field, ...place });
  speaker.tell("cli.plan.event.kind", { where, kind, allowed: EVENT_KINDS.join(", ") });
}

function refused(_code: 0 | 1 | 2): null {
  return null;
}

function eventOf({ row, properties }: RawFeature): Row {
  const text = (column: string) => {
    const value = properties[column];
    const given = value === undefined || value === null ? "" : String(value).normalize("NFC").trim();
    return given === "" ? null : given;
  };
  return {
    row,
    id: randomUUID(),
    householdId: text("household") ?? "",
    kind: (text("kind") ?? "") as EventKind,
    on: text("on") ?? "",
    document: text("document"),
    note: text("note"),
  };
}

/** One problem for each row that cannot be recorded, by the rules of the command itself. */
function badRows(rows: readonly Row[], store: PlanStore): Fault[] {
  const plan = store.snapshot();
  const known = new Set(textsOf(plan.households.id));
  const now = new Date().toISOString();
  const problems: Fault[] = [];
  const good = new Map<string, Row[]>();
  for (const event of rows) {
    const fault = ownFault(event, known, now);
    const own = good.get(event.householdId);
    if (fault) problems.push(fault);
    else if (own) own.push(event);
    else good.set(event.householdId, [event]);
  }
  const recorded = new Map<string, DatedKind[]>();
  for (const { householdId, kind, on } of plan.events) {
    if (!good.has(householdId)) continue;
    const list = recorded.get(householdId);
    if (list) list.push({ kind, on });
    else recorded.set(householdId, [{ kind, on }]);
  }
  for (const [householdId, own] of good) {
    problems.push(...badOrder(householdId, recorded.get(householdId) ?? [], own));
  }
  return problems;
}

/** Takes the rows of one household one after another: each that cannot stand with those before it is named. */
function badOrder(householdId: string, recorded: readonly DatedKind[], own: readonly Row[]): Problem[] {
  const all = orderProblem(householdId, [...recorded, ...own]);
  if (!all) return [];
  const problems: Problem[] = [];
  const standing: DatedKind[] = [...recorded];
  for (const event of [...own].sort((a, b) => (a.on < b.on ? -1 : +(a.on > b.on)))) {
    const problem = orderProblem(householdId, [...standing, event]);
    if (problem) problems.push({ ...problem, row: event.row, field: "on" });
    else standing.push(event);
  }
  return problems.length > 0 ? problems : [{ ...all, row: own[0]!.row, field: "on" }];
}

function ownFault(
  { row, householdId, kind, on }: Row,
  known: ReadonlySet<unknown>,
  now: string,
): Fault | null {
  if (!known.has(householdId)) {
    return { code: "household.missing", row, field: "household", values: { id: householdId } };
  }
  if (!EVENT_KINDS.includes(kind)) return { row, field: "kind", kind };
  if (isPastDate(on, now)) return null;
  return { code: "event.date", row, field: "on", values: { id: householdId, on } };
}
