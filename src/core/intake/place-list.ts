/** Places of many rows, in the order of the rows: points as two columns of numbers, so that a long list is no burden. */
import type { Geometry } from "../model/geometry.ts";
import type { LonLat } from "../units.ts";

/** WGS 84 degrees of each row; NaN in both for a row without a place. */
export interface PointColumns {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** The point of row `i`, null when it has none or there is no such row. */
export function pointAt({ lon, lat }: PointColumns, i: number): LonLat | null {
  const east = lon[i] ?? Number.NaN;
  return Number.isNaN(east) ? null : [east, lat[i]!];
}

/** Rows are added one after another; `most` is how many there can be. */
export class PlaceList {
  count = 0;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Shapes other than points, by row; null until there is one. */
  private others: Map<number, Geometry> | null = null;

  constructor(most: number) {
    this.lon = new Float64Array(most);
    this.lat = new Float64Array(most);
  }

  addPoint(at: LonLat | null): void {
    this.lon[this.count] = at === null ? Number.NaN : at[0];
    this.lat[this.count] = at === null ? Number.NaN : at[1];
    this.count++;
  }

  addShape(shape: Geometry | null): void {
    if (shape !== null) {
      this.others ??= new Map();
      this.others.set(this.count, shape);
    }
    this.addPoint(null);
  }

  /** Null when a row has another shape than a point. */
  points(): PointColumns | null {
    if (this.others) return null;
    return { lon: this.lon.subarray(0, this.count), lat: this.lat.subarray(0, this.count) };
  }

  /** Every row's shape, points among them; null when all are points. */
  shapes(): (Geometry | null)[] | null {
    const { others } = this;
    if (!others) return null;
    return Array.from({ length: this.count }, (_, i) => {
      const at = pointAt(this, i);
      return others.get(i) ?? (at && { type: "Point", coordinates: at });
    });
  }
}
