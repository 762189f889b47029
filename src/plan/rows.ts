/** The rows of the plan's tables as they lie in the file. Columns are documented in `schema/0001-base.sql.ts`. */
import type { Resampling } from "../core/formats/raster/raster-degrees.ts";
import type { RasterKind } from "../core/formats/raster/raster-kind.ts";
import type { DecisionChoice } from "../core/model/decision.ts";
import type { BaselineTarget, EventKind } from "../core/model/event.ts";
import type { Coverage, ForestKind, ForestSubzone, HazardKind, LayerKind } from "../core/model/layers.ts";
import type { SiteForm, SiteStatus } from "../core/model/site.ts";
import type { Comparator } from "../core/model/target.ts";

/** A shape as GeoPackageBinary, see `geometry-blob.ts`. */
export type GeometryBlob = Uint8Array;
type Shaped = { readonly geom: GeometryBlob | null };
type InLayer = Shaped & { readonly id: string; readonly layer_id: string; readonly other: string | null };

/** Every table that commands may touch, with its columns (without `fid`, which the file gives). */
export interface Rows {
  readonly plan: { readonly key: string; readonly value: string | null };
  readonly layer: {
    readonly id: string;
    readonly kind: LayerKind;
    readonly name: string;
    readonly coverage: Coverage;
    readonly date: string | null;
    readonly source: string | null;
    readonly import_id: string | null;
    readonly provider: string | null;
    readonly licence: string | null;
    readonly accuracy_m: number | null;
    readonly source_crs: string | null;
    readonly skipped: number;
  };
  readonly unit: InLayer & {
    readonly code: string;
    readonly name: string;
    readonly district: string | null;
    readonly list_version: string | null;
    readonly province: string | null;
  };
  readonly forest: InLayer & {
    readonly name: string | null;
    readonly kind: ForestKind;
    readonly subzone: ForestSubzone | null;
  };
  readonly hazard: InLayer & { readonly kind: HazardKind; readonly level: number };
  readonly road: InLayer & { readonly name: string | null; readonly class: "main" | "minor" | null };
  readonly centre: InLayer & { readonly code: string; readonly name: string | null };
  readonly household: Shaped & {
    readonly id: string;
    readonly head: string | null;
    readonly ethnicity: string | null;
    readonly members: number | null;
    readonly poverty: string | null;
    /** 0 no, 1 yes. */
    readonly migrant: number | null;
    readonly village: string | null;
    readonly commune_code: string | null;
    readonly import_id: string | null;
    readonly other: string | null;
    readonly commune_list: string | null;
    readonly unit_code: string | null;
    readonly coordinate_source: string | null;
    readonly coordinate_accuracy_m: number | null;
    readonly ethnicity_code: string | null;
    readonly ethnicity_list: string | null;
    readonly poverty_year: number | null;
    readonly residential_land_m2: number | null;
    readonly production_land_m2: number | null;
    readonly house_state: string | null;
    readonly cause: string | null;
  };
  readonly event: {
    readonly id: string;
    readonly household_id: string;
    readonly kind: EventKind;
    readonly happened_on: string;
    readonly document: string | null;
    readonly note: string | null;
    readonly recorded_at: string;
  };
  readonly baseline: {
    readonly id: string;
    readonly name: string;
    readonly target: BaselineTarget;
    readonly frozen_on: string;
  };
  readonly baseline_member: {
    readonly baseline_id: string;
    readonly household_id: string;
    readonly unit_code: string | null;
    readonly unit_name: string | null;
    readonly district: string | null;
    readonly added_on: string | null;
    readonly document: string | null;
  };
  readonly decision: {
    readonly id: string;
    readonly household_id: string;
    readonly choice: DecisionChoice;
    readonly reason: string;
    readonly person: string | null;
    readonly document: string | null;
    readonly decided_on: string;
    readonly recorded_at: string;
  };
  readonly target: {
    readonly id: string;
    readonly clause: string;
    readonly comparator: Comparator;
    readonly value: number;
    readonly unit: string;
    readonly year: number;
    readonly baseline_target: BaselineTarget | null;
    readonly source: string;
  };
  readonly assignment: {
    readonly household_id: string;
    readonly site_id: string;
    readonly fixed: number;
    readonly assigned_on: string;
    readonly note: string | null;
  };
  readonly site: Shaped & {
    readonly id: string;
    readonly name: string;
    readonly form: SiteForm;
    readonly status: SiteStatus;
    readonly capacity: number | null;
    readonly note: string | null;
  };
  readonly rule_set: {
    readonly id: string;
    readonly rules: string;
    readonly name: string | null;
    readonly source: string | null;
  };
  readonly raster: {
    readonly id: string;
    readonly kind: RasterKind;
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly west: number;
    readonly north: number;
    readonly step_lon: number;
    readonly step_lat: number;
    readonly scale: number;
    readonly shift: number;
    readonly least: number;
    readonly greatest: number;
    readonly missing: number;
    readonly cell_width_m: number;
    readonly cell_height_m: number;
    readonly resampling: Resampling;
    readonly vertical_datum: string | null;
    readonly date: string | null;
    readonly source: string | null;
    readonly provider: string | null;
    readonly licence: string | null;
    readonly accuracy_m: number | null;
    readonly source_crs: string | null;
    readonly added_at: string;
  };
  readonly raster_tile: {
    readonly id: string;
    readonly raster_id: string;
    readonly tile_column: number;
    readonly tile_row: number;
    readonly least: number;
    readonly greatest: number;
    readonly tile_data: Uint8Array | null;
  };
  readonly import: {
    readonly id: string;
    readonly file: string;
    readonly format: string;
    readonly taken_as: string;
    readonly read: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly problems: string;
    readonly at: string;
    readonly sender: string | null;
    readonly meaning: string | null;
  };
}

export type TableName = keyof Rows;
type MayBeNull<R> = { [C in keyof R]: null extends R[C] ? C : never }[keyof R];
/** A row that is to be inserted: a column that may be NULL may be left out, and `skipped` of a layer is 0 then. */
export type NewRow<T extends TableName> = Omit<Rows[T], MayBeNull<Rows[T]> | "skipped"> &
  Partial<Pick<Rows[T], MayBeNull<Rows[T]>>> & { readonly skipped?: number };
export type Row<T extends TableName> = Rows[T] & { readonly fid: number };
/** Equality on some columns; null finds the rows that have none. */
export type Where<T extends TableName> = Partial<Rows[T]>;

/** The stable name of a row of each table; members of a baseline are known by their pair alone. */
export const KEY_COLUMN = {
  plan: "key",
  layer: "id",
  unit: "id",
  forest: "id",
  hazard: "id",
  road: "id",
  centre: "id",
  household: "id",
  event: "id",
  baseline: "id",
  baseline_member: null,
  decision: "id",
  target: "id",
  assignment: "household_id",
  site: "id",
  rule_set: "id",
  import: "id",
  raster: "id",
  raster_tile: "id",
} as const satisfies Record<TableName, string | null>;
export type KeyedTable = Exclude<TableName, "baseline_member">;
export const TABLE_NAMES = Object.keys(KEY_COLUMN) as readonly TableName[];

/** The feature table in which each kind of layer keeps its shapes. */
export const FEATURE_TABLE = {
  units: "unit",
  forests: "forest",
  hazards: "hazard",
  roads: "road",
  centres: "centre",
} as const satisfies Record<LayerKind, TableName>;

/** Tables with a `geom` column, whose extent stands in `gpkg_contents`. */
export const SHAPED_TABLES: readonly TableName[] = [...Object.values(FEATURE_TABLE), "household", "site"];
