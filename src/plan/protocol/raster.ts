/** Rasters of a plan: what comes in, what a list shows, and what they say of a place. */
import type { InDegrees, Resampling } from "../../core/formats/raster/raster-degrees.ts";
import type { RasterKind } from "../../core/formats/raster/raster-kind.ts";
import type { TiledRaster } from "../../core/formats/raster/raster-tiles.ts";
import type { Slope } from "../../core/terrain/at-point.ts";
import type { Bbox, IsoDate } from "../../core/units.ts";
import type { Provenance } from "./layer-row.ts";

/** A raster on its way into the plan. `id` names it from then on. */
export interface RasterInput extends Pick<InDegrees, "cellM" | "resampling"> {
  readonly id: string;
  readonly kind: RasterKind;
  readonly name: string;
  /** Name of the file it came from. */
  readonly file: string;
  /** WGS 84 degrees, heights in metres. */
  readonly raster: TiledRaster;
  /** What heights are counted from, in words; null or left out: not known. */
  readonly verticalDatum?: string | null;
  readonly date?: IsoDate | null;
  readonly provenance?: Partial<Provenance>;
}

/** One raster of the plan as a row, without its cells. */
export interface RasterRow extends Pick<InDegrees, "cellM"> {
  readonly id: string;
  readonly kind: RasterKind;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** WGS 84 degrees. */
  readonly bounds: Bbox;
  readonly least: number;
  readonly greatest: number;
  /** Share of its cells without a value, 0 to 1. */
  readonly missingShare: number;
  readonly resampling: Resampling;
  /** Null: not known. */
  readonly verticalDatum: string | null;
  readonly date: IsoDate | null;
  readonly source: string | null;
  readonly provenance: Provenance;
  /** ISO 8601 in UTC. */
  readonly addedAt: string;
}

/** What one raster says of a place. Null is not known: outside of it, or no value there; never zero. */
export interface Ground {
  readonly raster: RasterRow;
  /** Metres. */
  readonly height: number | null;
  readonly slope: Slope | null;
  /** Of a raster of classes: the number the file has, whatever it stands for there. */
  readonly class: number | null;
}
