/**
 * What crosses the boundary of the plan worker: plain objects only. `client.ts` gives these calls to map and
 * interface, `worker.ts` answers them, `store.ts` does the work (the same in Node for the command line).
 */

import type { Baseline, BaselineTarget, EventKind, HouseholdEvent } from "../core/model/event.ts";
import type { ArealGeometry } from "../core/model/geometry.ts";
import type { Household, Json } from "../core/model/household.ts";
import type { Coverage, LayerKind } from "../core/model/layers.ts";
import type { Site, SiteForm, SiteStatus } from "../core/model/site.ts";
import type { Outcome, Problem } from "../core/outcome.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import type { IsoDate } from "../core/units.ts";

/** A plan kept in this browser. */
export interface StoredPlan {
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
  readonly bytes: number;
}

/** Names what undo or redo would do: the command's name and the values its sentence (`command.<name>`) names. */
export interface JournalLabel {
  readonly seq: number;
  readonly command: CommandName;
  readonly values: Readonly<Record<string, string | number | null>>;
  /** When it was recorded, ISO 8601 with zone. */
  readonly at: string;
}

export type ReadOnlyReason = "other-tab" | "newer";

export interface PlanInfo {
  readonly id: string;
  readonly name: string;
  /** True for the made-up area: the badge "Dữ liệu minh họa" is shown. */
  readonly demo: boolean;
  /** Number of journal entries; figures name it. */
  readonly revision: number;
  /** Time of the last entry, ISO 8601, null in an untouched plan. */
  readonly savedAt: string | null;
  readonly readOnly: ReadOnlyReason | null;
  readonly undo: JournalLabel | null;
  readonly redo: JournalLabel | null;
}

/** One layer of the plan as a row, without its shapes. */
export interface LayerRow {
  readonly id: string;
  readonly kind: LayerKind;
  readonly name: string;
  readonly coverage: Coverage;
  readonly date: IsoDate | null;
  readonly features: number;
  readonly source: string | null;
}

/** Which rows a command touched. `all` when naming them would be longer than reading the table again. */
export interface Touched {
  readonly table: "household" | "layer" | "site" | "event" | "baseline" | "rule_set" | "plan";
  readonly ids: readonly string[] | "all";
}

/** The answer to every command, undo and redo: the plan as it now is, and what moved. */
export interface Change {
  readonly info: PlanInfo;
  readonly label: JournalLabel;
  readonly touched: readonly Touched[];
}

/** Every command, its name and what it takes. One file each in `commands/`. Geometry is WGS 84. */
export interface Commands {
  "site.add": {
    readonly id: string;
    readonly name: string;
    readonly form: SiteForm;
    readonly capacity: number | null;
    readonly geometry: ArealGeometry;
  };
  "site.reshape": { readonly id: string; readonly geometry: ArealGeometry };
  "site.describe": {
    readonly id: string;
    readonly name: string;
    readonly form: SiteForm;
    readonly status: SiteStatus;
    readonly capacity: number | null;
    readonly note: string | null;
  };
  "site.remove": { readonly id: string };
  "event.add": {
    readonly id: string;
    readonly householdId: string;
    readonly kind: EventKind;
    readonly on: IsoDate;
    readonly document: string | null;
    readonly note: string | null;
  };
  "event.remove": { readonly id: string };
  /**
   * Records one thing that happened to many households. `partly`: for those that can take it, else for all or
   * none. `id` begins the name of each event.
   */
  "events.add": {
    readonly id: string;
    readonly householdIds: readonly string[];
    readonly kind: EventKind;
    readonly on: IsoDate;
    readonly document: string | null;
    readonly note: string | null;
    readonly partly: boolean;
  };
  /** Records many events at once, all or none; `file` names the table they came from, null when none did. */
  "events.import": { readonly file: string | null; readonly events: readonly Commands["event.add"][] };
  "rules.set": { readonly rules: Rules };
  "plan.rename": { readonly name: string };
  /** Freezes the named households; who they are was decided by a screening. */
  "baseline.freeze": {
    readonly id: string;
    readonly name: string;
    readonly target: BaselineTarget;
    readonly on: IsoDate;
    readonly householdIds: readonly string[];
  };
  "layer.remove": { readonly id: string };
  /** Takes a file read before (`read`) into the plan as a layer; `replace` first removes layers of this kind. */
  "layer.import": {
    readonly staged: string;
    readonly kind: LayerKind;
    readonly name: string;
    readonly coverage: Coverage;
    /** Date of the data as far as known. */
    readonly date?: IsoDate | null;
    readonly replace: boolean;
  };
  /** Takes a household file read before into the plan; `replace` first removes every household. */
  "households.import": { readonly staged: string; readonly replace: boolean };
}
export type CommandName = keyof Commands;
export const COMMAND_NAMES = [
  "site.add",
  "site.reshape",
  "site.describe",
  "site.remove",
  "event.add",
  "event.remove",
  "events.add",
  "events.import",
  "rules.set",
  "plan.rename",
  "baseline.freeze",
  "layer.remove",
  "layer.import",
  "households.import",
] as const satisfies readonly CommandName[];

/** Who could take what `events.add` records: `can` and the refused are all of its households. */
export interface EventsCheck {
  /** What is wrong with the event itself; then nobody was asked. */
  readonly problem: Problem | null;
  readonly can: number;
  /** By reason: the first household's problem, how many there are, and the ids of the first few. */
  readonly refused: readonly {
    readonly first: Problem;
    readonly households: number;
    readonly ids: readonly string[];
  }[];
}

/** What a file turned out to be; nothing is in the plan yet. `as` null: it could be none or several of ours. */
export interface StagedFile {
  readonly staged: string;
  readonly file: string;
  readonly format: "geojson" | "csv";
  /** What the file holds, recognised by its columns and shapes; the person may choose otherwise. */
  readonly as: LayerKind | "households" | null;
  /** Every reading that is possible, best first, with its counts; the person chooses one. */
  readonly readings: readonly StagedReading[];
}
export interface StagedReading {
  readonly as: LayerKind | "households";
  readonly read: number;
  readonly accepted: number;
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
  /** Households with coordinates, for a household reading; else null. */
  readonly located: number | null;
}

/** One household as the card shows it: its own row and what happened to it. */
export interface HouseholdDetail {
  readonly household: Household;
  readonly events: readonly HouseholdEvent[];
  readonly properties: Readonly<Record<string, Json>>;
}

/** What the compute worker is given over its port, straight from the plan worker. */
export type { PlanPatch, PlanSnapshot, PlanToCompute } from "../core/model/snapshot.ts";

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

  run<K extends CommandName>(name: K, input: Commands[K]): Promise<Outcome<Change>>;
  /** Null when the command would be accepted, else why not. Changes and loads nothing. */
  blocked<K extends CommandName>(name: K, input: Commands[K]): Promise<Problem | null>;
  /** Who could take this event and who could not; changes nothing. */
  checkEvents(input: Commands["events.add"]): Promise<EventsCheck>;
  undo(): Promise<Outcome<Change>>;
  redo(): Promise<Outcome<Change>>;
  /** Newest first. */
  history(limit: number): Promise<readonly (JournalLabel & { readonly undone: boolean })[]>;

  read(file: string, bytes: Uint8Array): Promise<Outcome<StagedFile>>;
  layers(): Promise<readonly LayerRow[]>;
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
  /** The tab that held the plan has closed: opening it again would make it writable. */
  | { readonly type: "writer-gone" };
