/** What crosses the boundary of the compute worker: plain objects and transferred buffers. */

import type { DecisionState } from "../core/model/decision.ts";
import type { BaselineTarget, HouseholdStatus } from "../core/model/event.ts";
import type { ArealGeometry } from "../core/model/geometry.ts";
import type { HazardKind } from "../core/model/layers.ts";
import type { SiteCheckResult } from "../core/model/site.ts";
import type { Outcome, Problem } from "../core/outcome.ts";
import type { Eligible, Evidence, FindingState } from "../core/screening/finding.ts";
import type { CriterionCode, Rules } from "../core/screening/rule-set.ts";
import type { Count, UnitCount } from "../core/screening/totals.ts";
import type { CandidateCounts } from "../core/targets/candidates.ts";
import type { ProgressReport } from "../core/targets/progress.ts";
import type { Bbox, IsoDate, LonLat } from "../core/units.ts";
import type {
  Choice,
  Chosen,
  CodedColumnName,
  HouseholdFilter,
  HouseholdPage,
  ListSort,
  MarkRequest,
} from "./table-protocol.ts";

export type { Count, UnitCount };

/** The answer to "who must move": sums, by unit and by criterion. */
export interface Totals {
  readonly revision: number;
  readonly rules: Rules;
  readonly total: Count;
  readonly located: number;
  readonly byUnit: readonly UnitCount[];
  readonly byCriterion: Readonly<Record<CriterionCode, Readonly<Record<FindingState, number>>>>;
  /** Total under the other reading, so both counts can be named. */
  readonly otherReading: Count;
  /** Households whose answer moved with the last change of rules: joined and left the "yes" side. */
  readonly effect: { readonly joined: number; readonly left: number } | null;
  /** Computing time in milliseconds, for benches and the curious. */
  readonly ms: number;
}

/** What the table and lists show of one household. */
export interface HouseholdRow {
  readonly id: string;
  readonly head: string | null;
  readonly ethnicity: string | null;
  readonly members: number | null;
  readonly poverty: string | null;
  readonly migrant: boolean | null;
  readonly village: string | null;
  /** Declared commune; `unitCode` is the one that holds the coordinates. */
  readonly communeCode: string | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly at: LonLat | null;
  readonly eligible: Eligible;
  /** What a person decided, beside what the rules propose. */
  readonly decision: DecisionState;
  readonly findings: Readonly<Record<CriterionCode, FindingState>>;
  readonly status: HouseholdStatus;
}
/** Everything the card shows. */
export interface HouseholdFacts extends HouseholdRow {
  readonly evidence: Evidence;
}

export type {
  Choice,
  Chosen,
  CodedColumnName,
  ColumnFilter,
  HouseholdFilter,
  HouseholdPage,
  ListSort,
  MarkRequest,
  SortColumn,
} from "./table-protocol.ts";
export { CODED_COLUMNS, TABLE_COLUMNS } from "./table-protocol.ts";

export type SearchHit =
  | {
      readonly kind: "unit";
      readonly code: string;
      readonly name: string;
      readonly district: string | null;
      readonly bbox: Bbox;
    }
  | {
      readonly kind: "village";
      readonly name: string;
      readonly unitName: string | null;
      readonly households: number;
      readonly bbox: Bbox;
    }
  | {
      readonly kind: "household";
      readonly id: string;
      readonly head: string | null;
      readonly village: string | null;
      readonly unitName: string | null;
      readonly at: LonLat | null;
    };

/** Which file to write: RFC 7946, every household with its findings and what they were computed from. */
export type ExportRequest =
  | { readonly what: "to-move" }
  | { readonly what: "sites" }
  /**
   * Boundary, households, sites and progress of one commune or one former district. Progress is told as of
   * `asOf`; left out: as of the last event in the plan.
   */
  | { readonly what: "unit"; readonly unitCode: string; readonly asOf?: IsoDate }
  | { readonly what: "district"; readonly district: string; readonly asOf?: IsoDate };

/** A file to hand over. */
export interface ExportFile {
  readonly bytes: Uint8Array;
  /** Features in it. */
  readonly rows: number;
  /** Of the plan it was made from. */
  readonly revision: number;
}

/** Tile sources the worker cuts. The layers and properties inside them: `tiles/index.ts`. */
export const TILE_SOURCES = [
  "units",
  "forests",
  "hazards",
  "roads",
  "centres",
  "sites",
  "findings",
  "statuses",
  "chosen",
] as const;
export type TileSource = (typeof TILE_SOURCES)[number];

export interface ComputeApi {
  /** The port on which the plan worker fills the columns. */
  connect(port: MessagePort): Promise<void>;
  /** Screens under unsaved rules; a newer call replaces one that waits. Null: replaced, or no plan. */
  screen(rules: Rules): Promise<Totals | null>;
  totals(): Promise<Totals | null>;
  facts(id: string): Promise<HouseholdFacts | null>;
  page(filter: HouseholdFilter, sort: ListSort, offset: number, limit: number): Promise<HouseholdPage>;
  /** Where in that list a household stands, from 0; -1 when it is not listed. */
  placeInList(filter: HouseholdFilter, sort: ListSort, id: string): Promise<number>;
  /** What a column says and how often, among the households that pass the filters of the other columns. */
  choices(column: CodedColumnName, filter: HouseholdFilter): Promise<readonly Choice[]>;
  /** Chooses households, or lets them go again; they stay chosen however the list is sorted and filtered. */
  mark(request: MarkRequest): Promise<Chosen>;
  /** Ids of the chosen households, in register order. */
  chosenIds(): Promise<readonly string[]>;
  search(text: string, limit: number): Promise<readonly SearchHit[]>;
  /** A Mapbox vector tile, or null when it would be empty. The buffer is transferred. */
  tile(source: TileSource, z: number, x: number, y: number): Promise<ArrayBuffer | null>;
  /** Under the plan's own rules: a draft that is being tried must not let a site pass. */
  checkSite(geometry: ArealGeometry, exceptSiteId: string | null): Promise<Outcome<SiteCheckResult>>;
  progress(request: {
    asOf: IsoDate;
    target: BaselineTarget;
    by: "unit" | "district";
    baselineId?: string;
  }): Promise<Outcome<ProgressReport>>;
  /** Ids of the households a baseline of this target would freeze now: rules in force and decisions together. */
  candidates(target: BaselineTarget): Promise<readonly string[]>;
  /** How many these are, and how many of them by decision. */
  candidateCounts(target: BaselineTarget): Promise<CandidateCounts>;
  /** Under the rules in force; `ancu.rulesSaved` in the file says whether they are the plan's own. */
  exportGeoJson(request: ExportRequest): Promise<Outcome<ExportFile>>;
  /** Bounds of everything in the plan, null in an empty one. */
  bounds(): Promise<Bbox | null>;
  unitBounds(code: string): Promise<Bbox | null>;
}

/** What the worker says without being asked. */
export type ComputeEvent =
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  /** Totals are new (plan opened, rules moved, layers changed). */
  | { readonly type: "totals"; readonly totals: Totals }
  /**
   * Pictures that must be asked for again. `within`: boxes in WGS 84 degrees around the households that
   * changed, when nothing else did; left out: anything may look different.
   */
  | { readonly type: "tiles"; readonly sources: readonly TileSource[]; readonly within?: readonly Bbox[] }
  /** Levels present per hazard kind and forest kinds present, for the legend. */
  | {
      readonly type: "legend";
      readonly hazards: Readonly<Partial<Record<HazardKind, readonly number[]>>>;
      readonly forests: readonly string[];
      /** Outside the hazard zones nothing is known: that ground is marked on the map. */
      readonly notSurveyed: boolean;
    }
  | { readonly type: "failed"; readonly problem: Problem };
