/**
 * What the page asks of the intake worker, which holds files that were chosen until a person has said what they
 * are. Nothing of them is in the plan before `result` is given to `plan.read`. The worker can be ended at any time
 * (cancel): nothing is lost but the reading. Plain data only.
 */
import type { CrsCode } from "../core/crs/definitions.ts";
import type { ReadAs } from "../core/formats/layers/layer-reader.ts";
import type { InDegrees } from "../core/formats/raster/raster-degrees.ts";
import type { RasterKind, RasterLook } from "../core/formats/raster/raster-kind.ts";
import type { TiledRaster } from "../core/formats/raster/raster-tiles.ts";
import type { CheckFinding } from "../core/intake/checks/finding.ts";
import type { SourceFormat } from "../core/intake/dataset.ts";
import type { FieldName } from "../core/intake/fields.ts";
import type { ColumnMeaning, Encoding, ListVersion, Meaning, PlaceMeaning } from "../core/intake/meaning.ts";
import type { PlaceProof, PlaceView } from "../core/intake/place/proof.ts";
import type { Confidence, Ranked } from "../core/intake/ranked.ts";
import type { UnitsReport } from "../core/intake/unit-conversion.ts";
import type { Geometry } from "../core/model/geometry.ts";
import type { Json } from "../core/model/household.ts";
import type { ArealLayer, Unit } from "../core/model/layers.ts";
import type { Outcome, Problem } from "../core/outcome.ts";
import type { IntakeProgress } from "./progress.ts";

/** What the plan knows that helps to judge a file. Sent once per plan revision that changed units. */
export interface IntakeContext {
  /** Communes of the plan, null when it has none: then nothing is proved by them. */
  readonly units: ArealLayer<Unit> | null;
  readonly unitList: ListVersion | null;
  /** How the sender's earlier files were read, newest first. */
  readonly remembered: readonly Remembered[];
}

/** How one file was read, kept with its import. */
export interface Remembered {
  readonly sender: string;
  readonly file: string;
  readonly meaning: Meaning;
}

/** One table of one file, waiting. */
export interface IntakeItem {
  readonly id: string;
  readonly file: string;
  readonly format: SourceFormat;
  /** Sheet or layer; "" where there is only one. */
  readonly table: string;
  readonly read: number;
  readonly columns: number;
  /** Kind of shapes: what most features have; `none` for plain tables. */
  readonly shapes: "point" | "line" | "area" | "mixed" | "none";
  /** Names of the files it was made of. */
  readonly files: readonly string[];
}

/** What came of the files that were given. `items.length + refused.length` may differ from the number of files: archives hold several, companions belong to another. */
export interface Opened {
  readonly items: readonly IntakeItem[];
  /** One for every file, or file in an archive, that nothing could be made of. */
  readonly refused: readonly Problem[];
  /** Files that help no other and hold nothing for us (`readme.txt`, a `.sbn`). */
  readonly unused: readonly string[];
}

/** Everything the steps of the wizard show of one table, for the meaning it now has. */
export interface IntakeView {
  readonly item: IntakeItem;
  readonly meaning: Meaning;
  /** What it could be, best first; empty: nothing tells. */
  readonly as: readonly Ranked<ReadAs>[];
  readonly columns: readonly ColumnView[];
  /** Systems its numbers can be in, best first, each proved on the communes; empty: no numbers. */
  readonly places: readonly PlaceView[];
  readonly placeConfidence: Confidence;
  /** Of a raster: what was found in it. Null for a table of anything else. */
  readonly raster: RasterView | null;
  /** What still has to be answered before the table can go on. */
  readonly questions: readonly IntakeQuestion[];
  /** The sender's earlier reading that was taken over, if any. */
  readonly from: Remembered | null;
  readonly notes: readonly Problem[];
}

/** A raster as the wizard shows it. */
export interface RasterView extends RasterLook {
  readonly width: number;
  readonly height: number;
  /** Whether its classes can become areas. */
  readonly zones: boolean;
}

/** A question only a person can answer. `column` is a key of `columnKeys`. */
export type IntakeQuestion =
  | { readonly kind: "as" }
  | { readonly kind: "place" }
  | { readonly kind: "encoding"; readonly column: string }
  | { readonly kind: "field"; readonly field: FieldName }
  | { readonly kind: "values"; readonly column: string }
  | { readonly kind: "unit-list" };

export interface ColumnView {
  readonly meaning: ColumnMeaning;
  /** As the file says it, decoded as now meant. */
  readonly name: string;
  /** Different values as in the file, undecoded, at most 3. */
  readonly raw: readonly string[];
  /** The same decoded as now meant. */
  readonly read: readonly string[];
  /** How it could be read, best first, at most 3, with the same values decoded so. */
  readonly encodings: readonly (Ranked<Encoding> & { readonly read: readonly string[] })[];
  readonly encodingConfidence: Confidence;
  /** Fields it could be, best first. */
  readonly fields: readonly Ranked<FieldName>[];
  /** Different values with how often each occurs, for columns whose values need a meaning; else null. */
  readonly values: readonly ValueCount[] | null;
  /** For codes of ethnic groups: names with their households under each list. */
  readonly lists: { readonly A: readonly NameCount[]; readonly B: readonly NameCount[] } | null;
  /** Rows whose value is empty, and rows whose value was understood (of those that have one). */
  readonly empty: number;
  readonly understood: number | null;
}
export interface ValueCount {
  readonly given: string;
  readonly rows: number;
  readonly means: string | null;
}
export interface NameCount {
  readonly code: string;
  /** Null: the list has no such code, or it is not confirmed for that list. */
  readonly name: string | null;
  readonly rows: number;
}

export type { IntakeProgress, PlaceProof, PlaceView };

/** A change to what a table means; the rest stays. */
export type MeaningChange =
  | { readonly kind: "as"; readonly as: ReadAs }
  | { readonly kind: "place"; readonly place: PlaceMeaning | null }
  | { readonly kind: "column"; readonly column: ColumnMeaning }
  | { readonly kind: "constant"; readonly field: FieldName; readonly value: string | number | null }
  | { readonly kind: "unit-list"; readonly unitList: ListVersion | null }
  /** For rows of a unit that became several and that nothing else decides; null: they stay open. */
  | { readonly kind: "unit-choice"; readonly from: string; readonly to: string | null }
  /** Null: areas are made of its classes. */
  | { readonly kind: "raster"; readonly raster: RasterKind | null }
  | { readonly kind: "whole"; readonly meaning: Meaning };

/** What the check found, before anything is written. `read = accepted + rejected.length`. */
export interface CheckedTable {
  readonly read: number;
  readonly accepted: number;
  /** Rows without a place, of the accepted. */
  readonly unlocated: number;
  readonly rejected: readonly Problem[];
  /** What looks wrong, each with its place and, where there is one, a repair that waits to be accepted. */
  readonly findings: readonly CheckFinding[];
  /** What became of values: those that mean nothing, and what the plan's own reader remarks. */
  readonly notes: readonly Problem[];
  /** What became of commune codes of another list than the plan's; none where they are not turned. */
  readonly units?: UnitsReport;
}

/** What the file says in one row, decoded as now meant, in the order of `meaning.columns`. */
export interface RowCells {
  readonly row: number;
  readonly values: readonly Json[];
}

/** Shapes and points in WGS 84. `after` is empty where nothing would move. */
export interface FindingLook {
  readonly before: readonly Geometry[];
  readonly after: readonly Geometry[];
}

/** Why a row is given back to be mended. `taken`: it comes in as it is and is only looked at again. */
export interface RowReason {
  readonly row: number;
  readonly taken: boolean;
  /** A sentence. */
  readonly text: string;
}

/** A table in our words, ready for `plan.read`: canonical columns, WGS 84, form C. */
export interface IntakeResult {
  readonly as: ReadAs;
  readonly name: string;
  /** CSV (households, centres without shapes) or GeoJSON. */
  readonly bytes: Uint8Array;
  /** Row in the source of each row of `bytes`, as people count. */
  readonly rows: Uint32Array;
  readonly rowIs: "row" | "feature";
  /** Rows that are not in `bytes`. */
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly format: SourceFormat;
  readonly meaning: Meaning;
}

/** A raster ready for the command `raster.import`. */
export interface RasterResult extends Pick<InDegrees, "cellM" | "resampling"> {
  readonly kind: RasterKind;
  readonly name: string;
  readonly file: string;
  readonly raster: TiledRaster;
  readonly sourceCrs: CrsCode;
}

export interface IntakeApi {
  /** From now on; the views of waiting tables are made anew when asked for. */
  setContext(context: IntakeContext): Promise<void>;
  /** Takes files apart; several that belong together may come in one call or in an archive. */
  open(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<Opened>;
  view(id: string): Promise<Outcome<IntakeView>>;
  change(id: string, change: MeaningChange): Promise<Outcome<IntakeView>>;
  /** Rows as they would be, for looking at: the first `limit` from `offset`, in the order of our fields. */
  rows(id: string, offset: number, limit: number): Promise<readonly Readonly<Record<string, Json>>[]>;
  check(id: string): Promise<Outcome<CheckedTable>>;
  /** Accepts repairs by the ids of their findings; the check is made anew. Not given: not accepted. */
  repair(id: string, findings: readonly string[]): Promise<Outcome<CheckedTable>>;
  result(id: string): Promise<Outcome<IntakeResult>>;
  /** Of a table whose cells are kept (`Meaning.raster`); `result` refuses those. */
  raster(id: string): Promise<Outcome<RasterResult>>;
  /** Cells of rows by their numbers as people count; rows that could not be taken apart are left out. */
  cells(id: string, rows: readonly number[]): Promise<readonly RowCells[]>;
  /** Where rows lie now, and where after the repair of a finding of the last check; null once the table has gone. */
  lookAt(id: string, rows: readonly number[], finding: string | null): Promise<FindingLook | null>;
  /** The rows that `reasons` speak of, as CSV (UTF-8 with mark) with why in `reason`. */
  rejectedFile(id: string, reasons: readonly RowReason[]): Promise<Outcome<Uint8Array>>;
  forget(id: string): Promise<void>;
}
