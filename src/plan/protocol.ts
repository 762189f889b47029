/**
 * What crosses the boundary of the plan worker: plain objects only. `client.ts` gives these calls to map and
 * interface, `worker.ts` answers them, `store.ts` does the work (the same in Node for the command line).
 */

import type { Baseline } from "../core/model/event.ts";
import type { Site } from "../core/model/site.ts";
import type { Outcome, Problem } from "../core/outcome.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import type { PlanProgressRequest } from "../core/targets/plan-progress.ts";
import type { ProgressReport } from "../core/targets/progress.ts";
import type { IsoDate } from "../core/units.ts";
import type { Change, EventsCheck } from "./protocol/change.ts";
import type { CommandName, Commands } from "./protocol/commands.ts";
import type { ExportEntry, ExportLine } from "./protocol/export-entry.ts";
import type { Audit, HistoryLine, HistoryQuery, HouseholdDetail } from "./protocol/history.ts";
import type { FileOrigin, IntakeKnowledge, RegisterUpdate, StagedFile } from "./protocol/incoming.ts";
import type { LayerRow } from "./protocol/layer-row.ts";
import type { MergeChoices, MergePreview } from "./protocol/merge.ts";
import type { PlanInfo, StoredPlan } from "./protocol/plan-info.ts";
import type { Ground, RasterRow } from "./protocol/raster.ts";
import type { PlanCopy, Recovery, StorageState } from "./protocol/storage.ts";

/** What the compute worker is given over its port, straight from the plan worker. */
export type { PlanPatch, PlanSnapshot, PlanToCompute } from "../core/model/snapshot.ts";
export type { Change, EventsCheck, Touched } from "./protocol/change.ts";
export { COMMAND_NAMES, type CommandName, type Commands, type HouseholdFacts } from "./protocol/commands.ts";
export type { ExportEntry, ExportLine } from "./protocol/export-entry.ts";
export type {
  Audit,
  FieldChange,
  HistoryLine,
  HistoryQuery,
  HouseholdDetail,
  LateChange,
} from "./protocol/history.ts";
export type {
  FileOrigin,
  IntakeKnowledge,
  RegisterChange,
  RegisterUpdate,
  StagedFile,
  StagedReading,
} from "./protocol/incoming.ts";
export type { LayerRow, Provenance } from "./protocol/layer-row.ts";
export type { MergeChoices, MergeConflict, MergePreview, MergeSide } from "./protocol/merge.ts";
export type { EntryName, JournalLabel, PlanInfo, ReadOnlyReason, StoredPlan } from "./protocol/plan-info.ts";
export type { Ground, RasterInput, RasterRow } from "./protocol/raster.ts";
export type { PlanCopy, Recovery, StorageState } from "./protocol/storage.ts";

/** What the store can be asked. Every call answers in order; commands run one at a time. */
export interface PlanApi {
  /** Plans kept in this browser. */
  list(): Promise<readonly StoredPlan[]>;
  /** Opens a kept plan; `demo` is fetched from our own origin the first time. */
  open(id: string): Promise<Outcome<PlanInfo>>;
  create(name: string): Promise<Outcome<PlanInfo>>;
  /** Takes a `.gpkg` file in as a further kept plan and opens it; a file that is no plan is refused and nothing changes. */
  openFile(name: string, bytes: Uint8Array): Promise<Outcome<PlanInfo>>;
  /** The open plan as the bytes of a `.gpkg`. */
  copy(): Promise<Outcome<Uint8Array>>;
  /** Removes a kept plan from this browser (not the open one). */
  discard(id: string): Promise<Outcome<null>>;
  close(): Promise<void>;
  info(): Promise<PlanInfo | null>;

  /** Who works here from now on; written into every entry. Null: not told. */
  setAuthor(name: string | null): Promise<void>;

  /** `group`: commands of one intention, undone together. */
  run<K extends CommandName>(name: K, input: Commands[K], group?: string): Promise<Outcome<Change>>;
  /** Null when the command would be accepted, else why not. Changes and loads nothing. */
  blocked<K extends CommandName>(name: K, input: Commands[K]): Promise<Problem | null>;
  /** Who could take this event and who could not; changes nothing. */
  checkEvents(input: Commands["events.add"]): Promise<EventsCheck>;
  undo(): Promise<Outcome<Change>>;
  redo(): Promise<Outcome<Change>>;
  /** Newest first. */
  history(query: HistoryQuery): Promise<readonly HistoryLine[]>;
  /** What was changed, after a day was over, of what had happened up to it. */
  audit(asOf: IsoDate): Promise<Audit>;
  /** Progress as it was known at the end of a past day: by the events as they were recorded then. */
  progressKnownOn(request: PlanProgressRequest, knownOn: IsoDate): Promise<Outcome<ProgressReport>>;

  /** Compares copies of this plan with it. Nothing is changed; the merge waits until `merge` or the next look. */
  lookMerge(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): Promise<Outcome<MergePreview>>;
  /** Takes in what the copies have, by one entry. Refused while a conflict has no choice. */
  merge(staged: string, choices: MergeChoices): Promise<Outcome<Change>>;

  storage(): Promise<StorageState>;
  /** Copies made when a plan was opened, newest first. */
  copies(id: string): Promise<readonly PlanCopy[]>;
  /** Opens a copy as a further plan; the plan it is of stays as it is. `mark` is written after its name. */
  restore(id: string, key: string, mark: string): Promise<Outcome<PlanInfo>>;
  /** A copy as the bytes of a `.gpkg`; works also when the kept plans themselves cannot be opened. */
  copyBytes(id: string, key: string): Promise<Outcome<Uint8Array>>;
  /**
   * Reads what can be read of a damaged file and opens it as a further plan. `mark` is written after its name.
   * Refused: `recover.nothing`, `plan.newer`; then nothing is kept.
   */
  recoverFile(name: string, bytes: Uint8Array, mark: string): Promise<Outcome<Recovery>>;
  /** The same for a plan kept here; the damaged one stays where it is. */
  recoverKept(id: string, mark: string): Promise<Outcome<Recovery>>;
  /** Writes into the plan's log that a file left the program. Null: nothing could be written. */
  logExport(entry: ExportEntry): Promise<void>;
  /** Files that left the program, newest first, at most so many. */
  exports(limit: number): Promise<readonly ExportLine[]>;

  /** `origin`: the bytes were made from another file; sentences then name that file and its rows. */
  read(file: string, bytes: Uint8Array, origin?: FileOrigin): Promise<Outcome<StagedFile>>;
  intakeKnowledge(): Promise<IntakeKnowledge>;
  /** What `households.update` would do with a file that was read; writes nothing. Refused: `import.expired`. */
  compareRegister(staged: string): Promise<Outcome<RegisterUpdate>>;
  layers(): Promise<readonly LayerRow[]>;
  rasters(): Promise<readonly RasterRow[]>;
  /** What the rasters say of where a household lives; empty when it has no place or there are none. */
  ground(householdId: string): Promise<readonly Ground[]>;
  sites(): Promise<readonly Site[]>;
  rules(): Promise<Rules>;
  baselines(): Promise<readonly Baseline[]>;
  household(id: string): Promise<HouseholdDetail | null>;
}

/** What the worker says without being asked. */
export type PlanEvent =
  /** A change was written (also one by undo or redo). */
  | { readonly type: "changed"; readonly change: Change }
  /** Truth about storage: shown in the bar. */
  | { readonly type: "saving" }
  | { readonly type: "saved"; readonly info: PlanInfo }
  | { readonly type: "not-saved"; readonly problem: Problem }
  | { readonly type: "storage"; readonly state: StorageState }
  /** The tab that held the plan has closed: opening it again would make it writable. */
  | { readonly type: "writer-gone" };
