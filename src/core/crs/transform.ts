/** Positions from WGS 84 into another coordinate system and back. */
import proj4 from "proj4";
import { type CrsCode, crsDefinition } from "./definitions.ts";

export interface CrsTransform {
  /** WGS 84 longitude and latitude to x and y of the system (east, north or longitude, latitude). */
  readonly forward: (lon: number, lat: number) => readonly [x: number, y: number];
  /** x and y of the system to WGS 84 longitude and latitude. */
  readonly inverse: (x: number, y: number) => readonly [lon: number, lat: number];
}

/** Compiles the transform once; use it for many positions. Throws on a code that is not registered. */
export function crsTransform(code: CrsCode): CrsTransform {
  const from = crsDefinition("EPSG:4326");
  const to = crsDefinition(code);
  if (!from || !to) throw new RangeError(`coordinate system ${code} is not registered`);
  // Degrees that are right already are not turned into radians and back: their last digits would change.
  if (code === "EPSG:4326") return { forward: (lon, lat) => [lon, lat], inverse: (x, y) => [x, y] };
  const converter = proj4(from.proj4, to.proj4);
  return {
    forward: (lon, lat) => {
      const [x, y] = converter.forward([lon, lat]);
      return [x!, y!];
    },
    inverse: (x, y) => {
      const [lon, lat] = converter.inverse([x, y]);
      return [lon!, lat!];
    },
  };
}
