/** Where a row lies: its point, or its longitude and latitude columns. */
import type { Problem } from "../../outcome.ts";
import type { LonLat } from "../../units.ts";
import { fieldsOf } from "../fields.ts";
import { positionKind, projectedName } from "../position.ts";
import type { RawTable } from "../raw.ts";
import { readPoint } from "../shapes.ts";
import { numberOf, textOf } from "../values.ts";
import { collect, type FeatureDesk, type One } from "./collect.ts";

/** `x` and `y` count only as degrees; metres in them are refused with the systems they look like. */
export const PLACE_FIELDS = {
  lon: ["long", "lng", "longitude", "kinh_do", "kinhdo", "x", "x_m", "toa_do_x"],
  lat: ["latitude", "vi_do", "vido", "y", "y_m", "toa_do_y"],
} as const;

/** Notes about coordinate columns mean nothing where the features have points of their own. */
export function notesOnPlace(table: RawTable, notes: readonly Problem[]): Problem[] {
  const { format } = table;
  return notes.filter(({ values }) => format === "csv" || (values?.as !== "lon" && values?.as !== "lat"));
}

/** What is wrong with the coordinates of a table, whatever it holds; none when it has no coordinate columns. */
export function placeProblems(table: RawTable): readonly Problem[] {
  const { name } = fieldsOf(table, PLACE_FIELDS);
  if (table.format === "csv" && (name.lon === null || name.lat === null)) return [];
  const { rejected, notes } = collect(table.first(table.read), [], (desk) => placeOf(desk, name));
  return [...rejected, ...notes];
}

/**
 * The position, or null (not located) with a note of why: nothing given, one half missing, unreadable,
 * or 0, 0. Refused: swapped numbers, metres, numbers that are no degrees, a geometry that is no point.
 */
export function placeOf(
  desk: FeatureDesk,
  name: { readonly lon: string | null; readonly lat: string | null },
): One<LonLat | null> {
  let lon: number | null | undefined;
  let lat: number | null | undefined;
  if (desk.feature.geometry !== null) {
    const point = readPoint(desk.feature.geometry);
    if ("fault" in point) return { refused: desk.problem(point.fault.code, point.fault.values) };
    [lon, lat] = point.at;
  } else {
    lon = numberOf(desk.value(name.lon));
    lat = numberOf(desk.value(name.lat));
    for (const [number, column] of [
      [lon, name.lon],
      [lat, name.lat],
    ] as const) {
      if (number !== undefined) continue;
      desk.note("row.number", { given: textOf(desk.value(column)) }, column);
      return { value: null };
    }
  }
  if (lon == null && lat == null) return { value: null };
  if (lon == null || lat == null) {
    desk.note("row.coordinates-half", undefined, lon == null ? (name.lon ?? "lon") : (name.lat ?? "lat"));
    return { value: null };
  }
  const values = { lon: String(lon), lat: String(lat) };
  const field = desk.feature.geometry === null ? `${name.lon}, ${name.lat}` : null;
  switch (positionKind(lon, lat)) {
    case "good":
      return { value: [lon, lat] };
    case "outside":
      desk.note("row.outside", values, field);
      return { value: [lon, lat] };
    case "zero":
      desk.note("row.coordinates-zero", undefined, field);
      return { value: null };
    case "swapped":
      return { refused: desk.problem("row.swapped", values, field) };
    case "projected":
      return {
        refused: desk.problem("row.projected", { ...values, looksLike: projectedName(lon, lat) }, field),
      };
    case "impossible":
      return { refused: desk.problem("row.coordinates", values, field) };
  }
}
