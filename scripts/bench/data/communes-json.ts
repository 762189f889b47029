/** Communes as the bytes of a GeoJSON file. */
import type { PolygonSet } from "../../../src/core/model/geometry.ts";
import { communeCode } from "./communes.ts";

/** Every polygon of a set in degrees, with the code and a name of its commune. */
export function communesJson({ count, featurePart, partRing, ringVertex, xy }: PolygonSet): Uint8Array {
  const features = Array.from({ length: count }, (_, f) => {
    const coordinates: number[][][][] = [];
    for (let part = featurePart[f]!; part < featurePart[f + 1]!; part++) {
      const rings: number[][][] = [];
      for (let ring = partRing[part]!; ring < partRing[part + 1]!; ring++) {
        const line: number[][] = [];
        for (let v = ringVertex[ring]!; v < ringVertex[ring + 1]!; v++)
          line.push([xy[2 * v]!, xy[2 * v + 1]!]);
        rings.push(line);
      }
      coordinates.push(rings);
    }
    const properties = { code: communeCode(f), name: `Xã Mẫu ${f + 1}`, district: "Huyện Mẫu" };
    return { type: "Feature", properties, geometry: { type: "MultiPolygon", coordinates } };
  });
  return new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features }));
}
