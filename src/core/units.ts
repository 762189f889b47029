/**
 * Units and coordinate systems as types. Positions that are not in the system a function wants do not
 * compile; plain numbers carry their unit in their name (`areaM2`, `radiusM`).
 */

/** WGS 84 longitude and latitude in degrees, in this order. */
export type LonLat = readonly [lon: number, lat: number];

/** VN-2000 / TM-3 108°30' (EPSG:9218): easting and northing in metres. Printed north (X) first. */
export type EastNorth = readonly [east: number, north: number] & { readonly crs?: "VN-2000" };

/** West, south, east, north in WGS 84 degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** A calendar date as `yyyy-mm-dd`, without time or zone. Compares as text. */
export type IsoDate = string;

/** Square metres in a hectare. */
export const M2_PER_HA = 10_000;
