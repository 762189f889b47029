/** The layers of a plan as rows of a list, without their shapes. */

import type { Coverage, LayerKind } from "../../core/model/layers.ts";
import type { IsoDate } from "../../core/units.ts";

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
