/** The province's own system: VN-2000 / TM-3 108°30' (EPSG:9218), used for the whole merged Đắk Lắk. */
import type { EastNorth, LonLat } from "../units.ts";
import { crsTransform } from "./transform.ts";

const province = crsTransform("EPSG:9218");

/** WGS 84 degrees to easting and northing in metres. Datum shift included (225 m; accuracy 1 m). */
export function toVn2000([lon, lat]: LonLat): EastNorth {
  return province.forward(lon, lat);
}

/** Easting and northing in metres to WGS 84 degrees. */
export function fromVn2000([east, north]: EastNorth): LonLat {
  return province.inverse(east, north);
}
