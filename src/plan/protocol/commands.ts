/** Everything that can be done to a plan, and what each command takes. */

import type { DecisionChoice } from "../../core/model/decision.ts";
import type { BaselineTarget, EventKind } from "../../core/model/event.ts";
import type { ArealGeometry } from "../../core/model/geometry.ts";
import type { Coverage, LayerKind } from "../../core/model/layers.ts";
import type { SiteForm, SiteStatus } from "../../core/model/site.ts";
import type { Rules } from "../../core/screening/rule-set.ts";
import type { IsoDate, LonLat } from "../../core/units.ts";
import type { Provenance } from "./layer-row.ts";
import type { RasterInput } from "./raster.ts";

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
  /** What the program worked out; whoever was fixed by hand stays and may not be in `rows`. */
  "assignments.set": {
    readonly rows: readonly { readonly householdId: string; readonly siteId: string }[];
    readonly on: IsoDate;
  };
  /** By hand; `siteId` null lets go of the household. */
  "assignment.fix": {
    readonly householdId: string;
    readonly siteId: string | null;
    readonly on: IsoDate;
    readonly note: string | null;
  };
  /** Takes a raster, made ready by the intake, into the plan beside those that are there. */
  "raster.import": RasterInput;
  "raster.remove": { readonly id: string };
  /** Takes a household file read before into the plan; `replace` first removes every household. */
  "households.import": { readonly staged: string; readonly replace: boolean };
  /** Lays a newer list over the register; `compareRegister` says before what it would do. Nobody is removed. */
  "households.update": { readonly staged: string };
}

export type CommandName = keyof Commands;

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
  "assignments.set",
  "assignment.fix",
  "raster.import",
  "raster.remove",
  "households.import",
  "households.update",
] as const satisfies readonly CommandName[];

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
