/** What every layer reader has in common. */
import type { ArealGeometry, Geometry } from "../../model/geometry.ts";
import type { Json } from "../../model/household.ts";
import type { LayerKind } from "../../model/layers.ts";
import type { ReadResult } from "../../outcome.ts";
import type { RawTable } from "../raw.ts";

/** What a file can be read as. */
export type ReadAs = LayerKind | "households";

/** One accepted feature of a reference layer: what we understood, its shape, and everything it came with. */
export interface LayerFeature<A, G extends Geometry = ArealGeometry> {
  readonly row: number;
  readonly attributes: A;
  /** WGS 84 degrees; rings are closed and without repeated neighbours. */
  readonly geometry: G;
  readonly properties: Readonly<Record<string, Json>>;
}

/** One layer in the list `LAYER_READERS`. */
export interface LayerReader<As extends ReadAs, T> {
  readonly as: As;
  /** Kind of shape it is made of. */
  readonly wants: "area" | "line" | "point";
  read(table: RawTable): ReadResult<T>;
  /** How telling the columns are, 0 (cannot be this layer) … 1; `describe` weighs it with what can be read. */
  likeness(table: RawTable): number;
}
