/** Households without a place, at 0; 0, with swapped numbers, or far from where they can be. */
import { positionKind } from "../../formats/position.ts";
import { type CheckedRows, placeOfFile, placeOfRow } from "./checked-rows.ts";
import type { CheckFinding } from "./finding.ts";
import { Listed, together } from "./listed.ts";

/** `feature[i]`: the commune row `i` lies in, -1 outside all; null without communes. */
export function householdPlaces(rows: CheckedRows, feature: Int32Array | null): readonly CheckFinding[] {
  const none: number[] = [];
  const zero: number[] = [];
  const swapped = new Listed("swapped", rows, { code: "swap-coordinates" });
  const far = new Listed("outside", rows, { code: "keep-unlocated" });
  const beyond = new Listed("outside-units", rows, { code: "keep-unlocated" });
  for (let i = 0; i < rows.count; i++) {
    const lon = rows.lon(i);
    const lat = rows.lat(i);
    if (lon === null || lat === null) {
      none.push(rows.rowNumber(i));
      continue;
    }
    const kind = positionKind(lon, lat);
    if (kind === "good" && (feature === null || feature[i]! >= 0)) continue;
    const row = rows.rowNumber(i);
    const values = { lon: String(lon), lat: String(lat) };
    if (kind === "zero") zero.push(row);
    else if (kind === "swapped") {
      swapped.add(row, () => ({
        problem: { code: "check.swapped", ...placeOfRow(rows, i, "lon"), values },
        rows: [row],
        at: [lat, lon],
        weight: "stops",
        repair: { code: "swap-coordinates" },
      }));
    } else if (kind === "good") {
      beyond.add(row, () => ({
        problem: { code: "check.outside-units", ...placeOfRow(rows, i, "lon"), values },
        rows: [row],
        at: [lon, lat],
        weight: "ask",
        repair: { code: "keep-unlocated" },
      }));
    } else {
      far.add(row, () => ({
        problem: { code: "check.outside", ...placeOfRow(rows, i, "lon"), values },
        rows: [row],
        // Numbers that are no degrees are nowhere on the map.
        at: kind === "outside" ? [lon, lat] : null,
        weight: kind === "outside" ? "ask" : "stops",
        repair: { code: "keep-unlocated" },
      }));
    }
  }
  return [
    ...swapped.findings(),
    ...far.findings(),
    ...together("zero", zero, (count) => ({
      problem: { code: "check.zero", ...placeOfFile(rows), values: { count } },
      at: null,
      weight: "ask",
      repair: { code: "keep-unlocated" },
    })),
    ...beyond.findings(),
    ...together("unlocated", none, (count) => ({
      problem: { code: "check.unlocated", ...placeOfFile(rows), values: { count } },
      at: null,
      weight: "tell",
      repair: null,
    })),
  ];
}
