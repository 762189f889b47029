/**
 * Places in the demo area for the drawing tasks, found in the same files the demo plan is built from: a spot in
 * a hazard zone that blocks, and a spot nearby where a small square is free of everything that blocks.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { arealLayer, openTable, readerFor, roadLayer } from "../../../src/core/formats/index.ts";
import { pointInside } from "../../../src/core/geometry/point-inside.ts";
import { geometryOf } from "../../../src/core/geometry/polygon-set.ts";
import type { PolygonGeometry } from "../../../src/core/model/geometry.ts";
import { DEFAULT_RULES } from "../../../src/core/screening/rule-set.ts";
import { checkSite } from "../../../src/core/siting/check-site.ts";
import { prepareSiteLayers } from "../../../src/core/siting/site-layers.ts";
import type { LonLat } from "../../../src/core/units.ts";

const DEMO = resolve(import.meta.dirname, "../../../data/demo");
export const demoFile = (name: string): string => join(DEMO, name);

function table(name: string) {
  const opened = openTable(readFileSync(demoFile(name)), name);
  if (!opened.ok) throw new Error(`${name}: ${opened.problem.code}`);
  return opened.value;
}
const HEAD = { name: "demo", date: null };

/** A square of `side` metres around a place, corners south-west first, counter-clockwise. */
export function square([lon, lat]: LonLat, side: number): PolygonGeometry {
  const dy = side / 2 / 110_620;
  const dx = side / 2 / (111_320 * Math.cos((lat * Math.PI) / 180));
  const ring: LonLat[] = [
    [lon - dx, lat - dy],
    [lon + dx, lat - dy],
    [lon + dx, lat + dy],
    [lon - dx, lat + dy],
    [lon - dx, lat - dy],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

export interface DrawingPlaces {
  /** Inside a hazard zone of level 3 or more. */
  readonly onHazard: LonLat;
  /** At most 900 m away, where the same square meets nothing that blocks. */
  readonly free: LonLat;
  readonly sideM: number;
}

/** Looks until both places are found; throws when the demo area has none. */
export function drawingPlaces(sideM = 160): DrawingPlaces {
  const hazards = arealLayer(readerFor("hazards").read(table("hazards.geojson")).accepted, "all", HEAD);
  const layers = {
    units: arealLayer(readerFor("units").read(table("units.geojson")).accepted, "all", HEAD),
    forests: [arealLayer(readerFor("forests").read(table("forests.geojson")).accepted, "all", HEAD)],
    hazards: [hazards],
    roads: roadLayer(readerFor("roads").read(table("roads.geojson")).accepted, HEAD),
    centres: null,
  };
  const prepared = prepareSiteLayers(layers);
  const blocks = (at: LonLat): readonly string[] => {
    const outcome = checkSite({ geometry: square(at, sideM), exceptId: null }, prepared, DEFAULT_RULES, []);
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.value.checks.filter(({ state }) => state === "blocked").map(({ code }) => code);
  };
  for (let zone = 0; zone < hazards.shapes.count; zone++) {
    if (hazards.attributes[zone]!.level < 4) continue;
    const onHazard = pointInside(geometryOf(hazards.shapes, zone));
    const found = blocks(onHazard);
    if (found.length === 0 || found.some((code) => !code.startsWith("hazard:"))) continue;
    for (let ring = 2; ring <= 6; ring++) {
      for (let turn = 0; turn < 16; turn++) {
        const angle = (turn / 16) * 2 * Math.PI;
        const reach = ring * 150;
        const free: LonLat = [
          onHazard[0] + (Math.cos(angle) * reach) / 108_600,
          onHazard[1] + (Math.sin(angle) * reach) / 110_620,
        ];
        if (blocks(free).length === 0) return { onHazard, free, sideM };
      }
    }
  }
  throw new Error("The demo area has no free spot beside a hazard zone");
}
