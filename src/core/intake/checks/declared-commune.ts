/** The commune a row names against the one its point lies in. */
import { convertUnit } from "../../admin/convert-unit.ts";
import { type ArealIndex, featuresAt } from "../../geometry/areal-index.ts";
import { pickPolygons } from "../../geometry/polygon-set.ts";
import { nearestEdgeM, type SegmentIndex, segmentIndex } from "../../geometry/segment-index.ts";
import type { ArealLayer, Unit } from "../../model/layers.ts";
import { type CheckContext, type CheckedRows, placeOfFile, placeOfRow } from "./checked-rows.ts";
import type { CheckFinding } from "./finding.ts";
import { Listed, together } from "./listed.ts";

/**
 * Rows whose point is not in the commune they declare, with the distance to it: metres mean a border, kilometres
 * a wrong code or point. Codes of the other list are converted first; a split unit is any of what it became.
 * Codes that no commune of the plan has are told by code.
 */
export function declaredCommunes(
  rows: CheckedRows,
  { unitList, rowsList }: CheckContext,
  units: ArealLayer<Unit>,
  index: ArealIndex,
  feature: Int32Array,
): readonly CheckFinding[] {
  const featureOf = new Map(units.attributes.map(({ code }, f) => [code, f]));
  const meant = new Map<string, readonly number[]>();
  const edges = new Map<number, SegmentIndex>();
  const distanceTo = (f: number, lon: number, lat: number): number => {
    const one = edges.get(f) ?? segmentIndex(pickPolygons(units.shapes, [f]));
    edges.set(f, one);
    return nearestEdgeM(one, lon, lat);
  };
  const listed = new Listed("declared", rows);
  const strange = new Map<string, number[]>();
  for (let i = 0; i < rows.count; i++) {
    const declared = rows.communeCode(i);
    if (declared === null) continue;
    let wanted = meant.get(declared);
    if (!wanted) {
      wanted = featuresMeant(declared, rowsList, unitList, featureOf);
      meant.set(declared, wanted);
    }
    if (wanted.length === 0) {
      const known = strange.get(declared);
      if (known) known.push(rows.rowNumber(i));
      else strange.set(declared, [rows.rowNumber(i)]);
      continue;
    }
    const within = feature[i]!;
    if (within < 0 || wanted.includes(within)) continue;
    const lon = rows.lon(i)!;
    const lat = rows.lat(i)!;
    // On a shared border a point is in both.
    if (featuresAt(index, lon, lat).some((f) => wanted!.includes(f))) continue;
    const row = rows.rowNumber(i);
    const targets = wanted;
    listed.add(row, () => {
      const unit = units.attributes[within]!;
      return {
        problem: {
          code: "check.declared",
          ...placeOfRow(rows, i, "commune_code"),
          values: {
            declared,
            declaredName: units.attributes[targets[0]!]!.name,
            containing: unit.code,
            containingName: unit.name,
            metres: Math.round(Math.min(...targets.map((f) => distanceTo(f, lon, lat)))),
          },
        },
        rows: [row],
        at: [lon, lat],
        weight: "ask",
        repair: { code: "set-value", values: { field: "commune_code", to: unit.code } },
      };
    });
  }
  const codes = [...strange].flatMap(([code, numbers]) =>
    together(`commune-unknown:${code}`, numbers, (count) => ({
      problem: { code: "check.commune-unknown", ...placeOfFile(rows), values: { code, count } },
      at: null,
      weight: "ask",
      repair: null,
    })),
  );
  return [...listed.findings(), ...codes.slice(0, MOST_CODES)];
}

/** A column of nonsense has as many codes as rows. */
const MOST_CODES = 300;

function featuresMeant(
  code: string,
  from: CheckContext["rowsList"],
  to: CheckContext["unitList"],
  featureOf: ReadonlyMap<string, number>,
): readonly number[] {
  let codes: readonly string[] = [code];
  if (from !== null && to !== null && from !== to) {
    const became = convertUnit(code, from, to);
    if (became.state === "none") return [];
    codes = became.state === "one" ? [became.unit.code] : became.units.map((unit) => unit.code);
  }
  return codes.map((one) => featureOf.get(one) ?? -1).filter((f) => f >= 0);
}
