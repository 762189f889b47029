/** The tables that wait: opened, guessed, told otherwise, checked and handed on. The same in the worker and in Node. */

import { type CanonicalRows, canonicalRows } from "../core/intake/canonical-bytes.ts";
import { communeCodes } from "../core/intake/commune-codes.ts";
import type { SourceFile, SourceTools } from "../core/intake/dataset.ts";
import { type Interpreted, interpret } from "../core/intake/interpret.ts";
import type { Meaning } from "../core/intake/meaning.ts";
import { openFiles } from "../core/intake/open.ts";
import { pointAt } from "../core/intake/place-list.ts";
import type { Json } from "../core/model/household.ts";
import { fail, type Outcome, ok } from "../core/outcome.ts";
import { acceptRepairs } from "./accept-repairs.ts";
import { checkRows } from "./check-rows.ts";
import { cellsOf, lookAt } from "./look-closely.ts";
import { type Places, placesOf, unitListOf } from "./places.ts";
import type { ProgressTeller } from "./progress.ts";
import type {
  CheckedTable,
  FindingLook,
  IntakeApi,
  IntakeContext,
  IntakeResult,
  IntakeView,
  MeaningChange,
  Opened,
  RasterResult,
  RowCells,
  RowReason,
} from "./protocol.ts";
import { checkCells, rasterResult } from "./raster-result.ts";
import { rejectedCsv } from "./rejected-csv.ts";
import { viewOf } from "./view.ts";
import { WaitingTable } from "./waiting-table.ts";

/** What was worked out of one table for one meaning. */
interface Worked {
  readonly meaning: Meaning;
  readonly rows: Interpreted;
  checked: CheckedTable | null;
  /** `rows` in our words; null until made, and again once they were handed on. */
  made: CanonicalRows | null;
}

/** Of the passes over all rows that a check is, those done once every row has its place, and once all are written. */
const PLACED = 0.25;
const WRITTEN = 0.6;

const KNOWS_NOTHING: IntakeContext = { units: null, unitList: null, remembered: [] };

export class IntakeSession implements IntakeApi {
  private context = KNOWS_NOTHING;
  private readonly tables = new Map<string, WaitingTable>();
  private readonly places = new Map<string, { readonly asked: string; readonly places: Places }>();
  private readonly worked = new Map<string, Worked>();
  private opened = 0;

  /** `progress` hears how far the long answers are. */
  constructor(
    private readonly tools: SourceTools,
    private readonly progress: ProgressTeller | null = null,
  ) {}

  async setContext(context: IntakeContext): Promise<void> {
    this.context = context;
    this.places.clear();
    this.worked.clear();
  }

  async open(files: readonly SourceFile[]): Promise<Opened> {
    this.progress?.begin("open", null);
    const { tables, refused, unused } = await openFiles(files, this.tools, (share) =>
      this.progress?.tell("open", null, share),
    );
    const items = tables.map((table) => {
      const waiting = new WaitingTable(`t${++this.opened}`, table);
      this.tables.set(waiting.id, waiting);
      return waiting.item;
    });
    return { items, refused, unused };
  }

  async view(id: string): Promise<Outcome<IntakeView>> {
    this.progress?.begin("view", id);
    return this.with(id, (waiting) => this.look(waiting));
  }

  async change(id: string, change: MeaningChange): Promise<Outcome<IntakeView>> {
    return this.with(id, (waiting) => {
      waiting.change(change, this.context);
      // Findings were of other values: what was accepted is asked again.
      waiting.edits.clear();
      waiting.accepted.clear();
      this.worked.delete(id);
      return this.look(waiting);
    });
  }

  async rows(id: string, offset: number, limit: number): Promise<readonly Readonly<Record<string, Json>>[]> {
    const waiting = this.tables.get(id);
    if (!waiting || this.settled(waiting).raster) return [];
    const { rows } = this.work(waiting);
    const end = Math.min(rows.rows.length, offset + limit);
    return Array.from({ length: Math.max(0, end - offset) }, (_, i) => {
      const at = rows.source[offset + i]!;
      const place = rows.points && pointAt(rows.points, offset + i);
      const values = rows.columns.map(({ name, value }) => [name, value(at)] as const);
      return Object.fromEntries([...values, ["lon", place?.[0] ?? null], ["lat", place?.[1] ?? null]]);
    });
  }

  async check(id: string): Promise<Outcome<CheckedTable>> {
    return this.with(id, (waiting) => this.cellsChecked(waiting) ?? ok(this.checked(waiting)));
  }

  async repair(id: string, findings: readonly string[]): Promise<Outcome<CheckedTable>> {
    return this.with(id, (waiting) => {
      const cells = this.cellsChecked(waiting);
      if (cells) return cells;
      const wanted = new Set(findings);
      if ([...waiting.accepted].some((one) => !wanted.has(one))) {
        // What is taken back leaves no trace: the others are made anew on the rows as they were.
        waiting.edits.clear();
        waiting.accepted.clear();
        this.worked.delete(id);
      }
      // One repair may bring out what another is about.
      for (let before = -1; waiting.accepted.size > before; ) {
        before = waiting.accepted.size;
        acceptRepairs(waiting, this.work(waiting).rows, this.checked(waiting).findings, findings);
        if (waiting.accepted.size > before) this.worked.delete(id);
      }
      return ok(this.checked(waiting));
    });
  }

  async raster(id: string): Promise<Outcome<RasterResult>> {
    return this.with(id, (waiting) => rasterResult(waiting, this.settled(waiting)));
  }

  async result(id: string): Promise<Outcome<IntakeResult>> {
    return this.with(id, (waiting) => {
      const { file } = waiting.item;
      if (this.settled(waiting).raster) return fail("raster.kept", { file }, { file });
      const worked = this.work(waiting);
      const { rows, meaning } = worked;
      const { bytes } = worked.made ?? this.written(waiting.id, worked, "result");
      // Who gets them may pass them on to another worker.
      worked.made = null;
      const { table, notes } = waiting.opened;
      return ok({
        as: meaning.as,
        name: waiting.item.table || waiting.item.file.replace(/\.[^.]+$/, ""),
        bytes,
        rows: rows.rows.slice(),
        rowIs: table.rowIs,
        rejected: rows.rejected,
        notes: [...notes, ...rows.notes()],
        format: table.format,
        meaning,
      });
    });
  }

  /** The rows in our words, for the command line; null when the table has gone. */
  interpreted(id: string): Interpreted | null {
    const waiting = this.tables.get(id);
    return waiting ? this.work(waiting).rows : null;
  }

  async cells(id: string, rows: readonly number[]): Promise<readonly RowCells[]> {
    const waiting = this.tables.get(id);
    return waiting ? cellsOf(waiting, this.settled(waiting), rows) : [];
  }

  async lookAt(id: string, rows: readonly number[], finding: string | null): Promise<FindingLook | null> {
    const waiting = this.tables.get(id);
    if (!waiting) return null;
    return lookAt(waiting, this.work(waiting).rows, this.checked(waiting), rows, finding);
  }

  async rejectedFile(id: string, reasons: readonly RowReason[]): Promise<Outcome<Uint8Array>> {
    return this.with(id, (waiting) => ok(rejectedCsv(waiting, this.work(waiting).meaning, reasons)));
  }

  async forget(id: string): Promise<void> {
    this.tables.delete(id);
    this.places.delete(id);
    this.worked.delete(id);
  }

  private with<T>(id: string, answer: (waiting: WaitingTable) => Outcome<T>): Outcome<T> {
    const waiting = this.tables.get(id);
    return waiting ? answer(waiting) : fail("intake.gone");
  }

  private look(waiting: WaitingTable): Outcome<IntakeView> {
    const meaning = this.settled(waiting);
    return ok(viewOf(waiting, meaning, this.placesFor(waiting, meaning)));
  }

  /** The meaning with everything that is guessed from the rest of it. */
  private settled(waiting: WaitingTable): Meaning {
    const list = unitListOf(waiting, waiting.meaning(this.context));
    if (list) waiting.guessUnitList(list.list, this.context);
    const places = this.placesFor(waiting, waiting.meaning(this.context));
    if (waiting.from === null) waiting.guessPlace(places.views[0]?.value ?? null, this.context);
    return waiting.meaning(this.context);
  }

  /** Proving is the costly part; it depends on what a row says of its commune, and on nothing else that changes. */
  private placesFor(waiting: WaitingTable, meaning: Meaning): Places {
    const asked = JSON.stringify([
      meaning.as,
      meaning.unitList,
      meaning.columns.filter(({ field }) => field !== null && SAYS_COMMUNE.has(field)),
    ]);
    const known = this.places.get(waiting.id);
    if (known?.asked === asked) return known.places;
    const places = placesOf(waiting, meaning, this.context);
    this.places.set(waiting.id, { asked, places });
    return places;
  }

  /** The check of a table whose cells are kept; null for others. */
  private cellsChecked(waiting: WaitingTable): Outcome<CheckedTable> | null {
    const { raster } = this.settled(waiting);
    return raster ? checkCells(waiting, raster) : null;
  }

  private work(waiting: WaitingTable): Worked {
    const meaning = this.settled(waiting);
    const known = this.worked.get(waiting.id);
    if (known?.meaning === meaning) return known;
    const codes = communeCodes(this.context.unitList, this.context.units);
    const { table } = waiting.opened;
    const rows = interpret(table, meaning, waiting.edits, codes, (done) =>
      this.progress?.tell("check", waiting.id, (PLACED * done) / Math.max(1, table.count)),
    );
    const worked: Worked = { meaning, rows, checked: null, made: null };
    this.worked.set(waiting.id, worked);
    return worked;
  }

  private written(id: string, { rows }: Worked, stage: "check" | "result"): CanonicalRows {
    const [from, to] = stage === "check" ? [PLACED, WRITTEN] : [0, 1];
    const count = Math.max(1, rows.rows.length);
    return canonicalRows(rows, (done) => this.progress?.tell(stage, id, from + ((to - from) * done) / count));
  }

  private checked(waiting: WaitingTable): CheckedTable {
    const worked = this.work(waiting);
    if (worked.checked) return worked.checked;
    this.progress?.begin("check", waiting.id, PLACED);
    worked.made ??= this.written(waiting.id, worked, "check");
    this.progress?.begin("check", waiting.id, WRITTEN);
    const checked = checkRows(waiting, worked.rows, worked.made, this.context);
    worked.checked = checked;
    return checked;
  }
}

const SAYS_COMMUNE: ReadonlySet<string> = new Set([
  "commune_code",
  "commune_name",
  "district_name",
  "code",
  "name",
]);
