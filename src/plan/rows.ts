/** The rows of the plan's tables as they lie in the file. Columns are documented in `schema/0001-base.sql.ts`. */
import type { BaselineTarget, EventKind } from "../core/model/event.ts";
import type { Coverage, ForestKind, ForestSubzone, HazardKind, LayerKind } from "../core/model/layers.ts";
import type { SiteForm, SiteStatus } from "../core/model/site.ts";

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
  };
  readonly unit: InLayer & { readonly code: string; readonly name: string; readonly district: string | null };
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
  readonly baseline_member: { readonly baseline_id: string; readonly household_id: string };
  readonly site: Shaped & {
    readonly id: string;
    readonly name: string;
    readonly form: SiteForm;
    readonly status: SiteStatus;
    readonly capacity: number | null;
    readonly note: string | null;
  };
  readonly rule_set: { readonly id: string; readonly rules: string };
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
  };
}

export type TableName = keyof Rows;
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
  site: "id",
  rule_set: "id",
  import: "id",
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
