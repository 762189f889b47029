/**
 * What crosses the boundary of the plan worker: plain objects only. `client.ts` gives these calls to map and
 * interface, `worker.ts` answers them, `store.ts` does the work (the same in Node for the command line).
 */

import type { SourceFormat } from "../core/intake/dataset.ts";
import type { ListVersion, Meaning } from "../core/intake/meaning.ts";
import type { Decision, DecisionChoice } from "../core/model/decision.ts";
import type { Baseline, BaselineTarget, EventKind, HouseholdEvent } from "../core/model/event.ts";
import type { ArealGeometry } from "../core/model/geometry.ts";
import type { Household, Json } from "../core/model/household.ts";
import type { ArealLayer, Coverage, LayerKind, Unit } from "../core/model/layers.ts";
import type { Site, SiteForm, SiteStatus } from "../core/model/site.ts";
import type { Outcome, Problem } from "../core/outcome.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import type { PlanProgressRequest } from "../core/targets/plan-progress.ts";
import type { ProgressReport } from "../core/targets/progress.ts";
import type { IsoDate, LonLat } from "../core/units.ts";

/** A plan kept in this browser. */
export interface StoredPlan {
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
  readonly bytes: number;
  /** Time of the last change, ISO 8601; null: untouched, or not known. */
  readonly changedAt: string | null;
  /** Number of the last change. */
  readonly revision: number;
  /** True when it cannot be read: then it is known by its id alone, and `recoverKept` is what can be done. */
  readonly damaged: boolean;
}

/** Names what undo or redo would do: the command's name and the values its sentence (`command.<name>`) names. */
export interface JournalLabel {
  readonly seq: number;
  readonly command: EntryName;
  readonly values: Readonly<Record<string, string | number | null>>;
  /** When it was recorded, ISO 8601 with zone. */
  readonly at: string;
  /** Who did it, as the person named themselves; null: not told. */
  readonly author: string | null;
  /** Entries of one intention share it and are undone together; null: stands alone. */
  readonly group: string | null;
  /** Only of what undo or redo would do: how many further entries of the group go with this one. */
  readonly more?: number;
}

/** What a journal entry can be: a command, a merge, or edits that another program made in the file. */
export type EntryName = CommandName | "plan.merge" | "outside.adopt" | "outside.replace";

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
  /** Name of the file it came from. */
  readonly source: string | null;
  readonly provenance: Provenance;
  /** Features of the file that could not be read and were left out on purpose. */
  readonly skipped: number;
}

/** Where a layer comes from; every part null when it is not known. */
export interface Provenance {
  /** Who made the data. */
  readonly provider: string | null;
  readonly licence: string | null;
  /** How true to the ground, in metres. */
  readonly accuracyM: number | null;
  /** Coordinate system of the source, e.g. `EPSG:9218`. */
  readonly sourceCrs: string | null;
}

/** Which rows a command touched. `all` when naming them would be longer than reading the table again. */
export interface Touched {
  readonly table:
    | "household"
    | "layer"
    | "site"
    | "event"
    | "baseline"
    | "decision"
    | "target"
    | "rule_set"
    | "plan";
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
  /** Corrects what was recorded; the history keeps what it said before and the audit of past figures names it. */
  "event.correct": {
    readonly id: string;
    readonly kind: EventKind;
    readonly on: IsoDate;
    readonly document: string | null;
    readonly note: string | null;
  };
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
  /** Adds households found later to a frozen list: they count in the rolling denominator from `on` on. */
  "baseline.extend": {
    readonly baselineId: string;
    readonly on: IsoDate;
    readonly document: string | null;
    readonly householdIds: readonly string[];
  };
  /** What a person decides about households; `id` begins the name of each decision. */
  "decision.record": {
    readonly id: string;
    readonly householdIds: readonly string[];
    readonly choice: DecisionChoice;
    readonly reason: string;
    readonly person: string | null;
    readonly document: string | null;
    readonly on: IsoDate;
  };
  /** A household that no file brought. */
  "household.add": { readonly id: string; readonly facts: HouseholdFacts };
  /** Changes facts of a household; what is left out stays. */
  "household.edit": { readonly id: string; readonly changes: Partial<HouseholdFacts> };
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
    readonly provenance?: Partial<Provenance>;
  };
  /** Takes a household file read before into the plan; `replace` first removes every household. */
  "households.import": { readonly staged: string; readonly replace: boolean };
  /** Lays a newer list over the register; `compareRegister` says before what it would do. Nobody is removed. */
  "households.update": { readonly staged: string };
}
export type CommandName = keyof Commands;

/** What is known of one household. Null means not known, never no and never zero. */
export interface HouseholdFacts {
  readonly head: string | null;
  readonly ethnicity: string | null;
  readonly ethnicityCode: string | null;
  /** The code list `ethnicityCode` is from. */
  readonly ethnicityList: string | null;
  readonly members: number | null;
  readonly poverty: string | null;
  readonly povertyYear: number | null;
  readonly migrant: boolean | null;
  readonly village: string | null;
  /** Declared unit and the list (`2025-03`, `2025-07`) it is a code of. */
  readonly communeCode: string | null;
  readonly communeList: string | null;
  /** WGS 84 degrees; null: not located. */
  readonly at: LonLat | null;
  readonly coordinateSource: string | null;
  readonly coordinateAccuracyM: number | null;
  readonly residentialLandM2: number | null;
  readonly productionLandM2: number | null;
  readonly houseState: string | null;
  readonly cause: string | null;
}
export const COMMAND_NAMES = [
  "site.add",
  "site.reshape",
  "site.describe",
  "site.remove",
  "event.add",
  "event.remove",
  "event.correct",
  "events.add",
  "events.import",
  "rules.set",
  "plan.rename",
  "baseline.freeze",
  "baseline.extend",
  "decision.record",
  "household.add",
  "household.edit",
  "layer.remove",
  "layer.import",
  "households.import",
  "households.update",
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

/** The file that a table in our words was made from, and how (`core/intake`). */
export interface FileOrigin {
  readonly as: LayerKind | "households";
  readonly format: SourceFormat;
  /** Row in that file of each row of the table, as people count. */
  readonly rows: Uint32Array;
  readonly rowIs: "row" | "feature";
  /** Rows of that file which are not in the table, and what is worth knowing of the others. */
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly sender: string | null;
  readonly meaning: Meaning;
}
/** What a newer list would do to the register. Of the lists of rows the first 200 are told. */
export interface RegisterUpdate {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** In the plan and not in the newer list: they stay. */
  readonly gone: number;
  /** Changed rows in which a fact differs; names as in `HouseholdFacts`, a place as `lon` and `lat`. */
  readonly byField: readonly { readonly field: string; readonly rows: number }[];
  readonly addedIds: readonly string[];
  readonly goneIds: readonly string[];
  readonly changes: readonly { readonly id: string; readonly fields: readonly string[] }[];
}
/** What the plan knows that helps to judge a file that comes in. */
export interface IntakeKnowledge {
  /** Communes in WGS 84, null when the plan has none. */
  readonly units: ArealLayer<Unit> | null;
  /** The list their codes are of; null: not said, or of several. */
  readonly unitList: ListVersion | null;
  /** How files were read before, newest first, each kind of file of a sender once. */
  readonly remembered: readonly {
    readonly sender: string;
    readonly file: string;
    readonly meaning: Meaning;
  }[];
}

/** What a file turned out to be; nothing is in the plan yet. `as` null: it could be none or several of ours. */
export interface StagedFile {
  readonly staged: string;
  readonly file: string;
  /** Of the file that was chosen, also when it was written in our words on the way. */
  readonly format: SourceFormat;
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
  readonly facts: HouseholdFacts;
  /** Code of the unit that contains it; null: in none, or not located. */
  readonly unitCode: string | null;
  readonly events: readonly HouseholdEvent[];
  /** Newest first. */
  readonly decisions: readonly Decision[];
  /** The file that brought it and when (ISO 8601); null: none did. */
  readonly importedFrom: { readonly file: string; readonly at: string } | null;
  readonly properties: Readonly<Record<string, Json>>;
}

/** What history is asked for: the whole plan, or one thing of it. */
export interface HistoryQuery {
  readonly about?: { readonly kind: "household" | "site" | "layer" | "baseline"; readonly id: string };
  /** At most so many entries, newest first. */
  readonly limit: number;
  /** Only entries before this number: the next page. */
  readonly before?: number;
}

/** One entry of the history: who, when, what, and (when one thing is asked about) what changed in it. */
export interface HistoryLine extends JournalLabel {
  readonly kind: "do" | "undo" | "redo" | "merged";
  /** True for a command that is undone now. */
  readonly undone: boolean;
  /** What an undo or redo turned round; for a merged entry the merge it came in with. */
  readonly target: JournalLabel | null;
  /** Rows it touched, in all tables. */
  readonly rows: number;
  /** Field by field; empty when the whole plan is asked about. */
  readonly changes: readonly FieldChange[];
}

/** One field of one row before and after an entry. `field` null: the row as a whole came or went. */
export interface FieldChange {
  readonly table: string;
  readonly key: string;
  readonly op: "insert" | "update" | "remove";
  readonly field: string | null;
  /** A shape is told as text: its kind and number of vertices, a point by its coordinates. */
  readonly before: Json;
  readonly after: Json;
}

/** An event dated up to a day that was corrected, taken back, or brought back after that day. */
export interface LateChange {
  readonly seq: number;
  readonly at: string;
  readonly author: string | null;
  readonly command: EntryName;
  readonly householdId: string;
  /** As it was before and is after this entry; null: not there. */
  readonly before: { readonly kind: EventKind; readonly on: IsoDate } | null;
  readonly after: { readonly kind: EventKind; readonly on: IsoDate } | null;
}

/** What was recorded about a past day after it was over. */
export interface Audit {
  readonly asOf: IsoDate;
  /** Changes of what had been recorded: these can change a figure that was told before. Newest first. */
  readonly changes: readonly LateChange[];
  /** Events dated up to the day that were first recorded after it, and not counted in `changes`. */
  readonly recordedLater: number;
  /** The day the history of this plan reaches back to; null: to its very beginning. */
  readonly knownFrom: IsoDate | null;
}

/** One copy of the plan that comes in, and what two sides say differently. */
export interface MergePreview {
  /** Names the merge that waits, for `merge`. */
  readonly staged: string;
  readonly sources: readonly {
    readonly file: string;
    readonly name: string;
    /** Entries that this plan does not have yet. */
    readonly entries: number;
    /** When the first and the last of them were made; null when there are none. */
    readonly from: string | null;
    readonly to: string | null;
    /** Who made them, as far as told. */
    readonly authors: readonly string[];
  }[];
  /** Rows that would come in without a question. */
  readonly counts: readonly {
    readonly table: string;
    readonly inserted: number;
    readonly updated: number;
    readonly removed: number;
  }[];
  readonly conflicts: readonly MergeConflict[];
}

/** Something two or more copies say differently. A person chooses one of `sides`. */
export interface MergeConflict {
  /** The same whichever order the copies were given in. */
  readonly id: string;
  /**
   * `field`: one field was set to different values; `added`: the same name was given to different rows;
   * `removed`: one side removed what the other changed; `apart`: rows that cannot stand together (an order of
   * events, a code used twice, a reference to what is gone).
   */
  readonly kind: "field" | "added" | "removed" | "apart";
  readonly table: string;
  readonly key: string;
  readonly field: string | null;
  /** What a person knows it by: head of household, name of a site. */
  readonly name: string | null;
  /** The household it is about; null: about none. */
  readonly household: string | null;
  /** Value before either side changed it; null also when there was none. */
  readonly base: Json;
  readonly sides: readonly MergeSide[];
  /** For `apart`: what is wrong. */
  readonly problem: Problem | null;
}
export interface MergeSide {
  /** Name of the file; null: the plan that is open. */
  readonly file: string | null;
  /** Null also for "removed". */
  readonly value: Json;
  readonly removed: boolean;
  readonly at: string | null;
  readonly author: string | null;
}
/** By conflict id, the index of the chosen side. */
export type MergeChoices = Readonly<Record<string, number>>;

/** How much room there is and whether the browser promised to keep it. Null: the browser does not say. */
export interface StorageState {
  /** False: plans are in memory only. */
  readonly lasting: boolean;
  readonly persisted: boolean | null;
  readonly usage: number | null;
  readonly quota: number | null;
  /** True when room is getting short: warn before it runs out. */
  readonly low: boolean;
  /** True when the automatic copy of this opening was not made because there is no room for it. */
  readonly copyMissing: boolean;
}

/** A copy that was made by itself when a plan was opened. */
export interface PlanCopy {
  readonly key: string;
  readonly at: string;
  readonly revision: number;
  readonly bytes: number;
}

/** What could be read of a damaged file. */
export interface Recovery {
  readonly info: PlanInfo;
  /** `lost`: rows that should be there and could not be read; null when it is not known how many. */
  readonly tables: readonly { readonly table: string; readonly read: number; readonly lost: number | null }[];
  readonly historyKept: boolean;
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
  sites(): Promise<readonly Site[]>;
  rules(): Promise<Rules>;
  baselines(): Promise<readonly Baseline[]>;
  household(id: string): Promise<HouseholdDetail | null>;
}

/** One file that left the program. */
export interface ExportEntry {
  readonly id: string;
  readonly what: string;
  readonly file: string;
  readonly format: string;
  readonly revision: number;
  readonly rows: number;
}

/** One file that left the program, when and by whom (null: not told). */
export interface ExportLine extends ExportEntry {
  readonly author: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
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
