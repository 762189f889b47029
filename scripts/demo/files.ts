/** The reference layers as files, in the manner and with the names the program reads. */
import { type WriteFeature, writeGeoJson } from "../../src/core/formats/index.ts";
import type { LonLat } from "../../src/core/units.ts";
import type { Commune } from "./area.ts";
import { onGround } from "./bands.ts";
import { FOREST_LABELS, forestNames } from "./forests.ts";
import { type Frame, lonLatAt } from "./grid.ts";
import type { HazardField } from "./hazards.ts";
import type { LabelPolygon } from "./mesh.ts";
import type { RoadLine } from "./roads.ts";
import type { Stream } from "./streams.ts";
import type { Village } from "./villages.ts";

/** Features of the layers, by the name of the file without its ending. */
export interface DemoLayers {
  readonly units: readonly WriteFeature[];
  readonly forests: readonly WriteFeature[];
  readonly hazards: readonly WriteFeature[];
  readonly roads: readonly WriteFeature[];
  readonly centres: readonly WriteFeature[];
  readonly places: readonly WriteFeature[];
  readonly streams: readonly WriteFeature[];
}

export interface LayerSources {
  readonly frame: Frame;
  readonly coarse: Frame;
  readonly communes: readonly Commune[];
  readonly unitPolygons: readonly LabelPolygon[];
  readonly forestPolygons: readonly LabelPolygon[];
  readonly hazards: readonly HazardField[];
  readonly roads: readonly RoadLine[];
  readonly streams: readonly Stream[];
  readonly villages: readonly Village[];
}

export function layersOf(sources: LayerSources): DemoLayers {
  const names = forestNames(sources.forestPolygons);
  return {
    units: sources.communes.map(({ code, name, district }, i) => {
      const own = sources.unitPolygons.filter(({ label }) => label === i + 1);
      if (own.length !== 1) throw new Error(`${name} has ${own.length} pieces`);
      return polygon(own[0].rings, { code, name, district });
    }),
    forests: sources.forestPolygons.map(({ label, rings }, i) => {
      const [kind, subzone] = FOREST_LABELS[label - 1];
      return polygon(rings, { name: names[i], kind, subzone });
    }),
    // Low levels first: where several are drawn the highest lies on top.
    hazards: sources.hazards.flatMap(({ kind, bands }) =>
      bands.map(({ level, rings }) => polygon(rings, { kind, level: level + 1 })),
    ),
    roads: roadFeatures(sources),
    centres: sources.villages
      .filter(({ centre }) => centre)
      .map(({ cell, commune }) => {
        const { code, name } = sources.communes[commune];
        return point(placeOf(sources.coarse, cell), { code, name });
      }),
    places: placeFeatures(sources),
    streams: sources.streams.map(({ order, line }) => ({
      properties: { order, name: order >= 5 ? "Sông Krông Mẫu" : null },
      geometry: { type: "LineString", coordinates: onGround(line, sources.frame) },
    })),
  };
}

export function layerFiles(layers: DemoLayers): Map<string, Uint8Array> {
  return new Map(
    Object.entries(layers).map(([name, features]) => [`${name}.geojson`, writeGeoJson(features)]),
  );
}

function polygon(
  rings: readonly (readonly LonLat[])[],
  properties: WriteFeature["properties"],
): WriteFeature {
  return { properties, geometry: { type: "Polygon", coordinates: rings } };
}

function point(at: LonLat, properties: WriteFeature["properties"]): WriteFeature {
  return { properties, geometry: { type: "Point", coordinates: at } };
}

function placeOf(coarse: Frame, cell: number, eastCells = 0, southCells = 0): LonLat {
  const x = (cell % coarse.nx) + 0.5 + eastCells;
  return lonLatAt(coarse, x, Math.floor(cell / coarse.nx) + 0.5 + southCells);
}

/** Main roads carry a number; minor ones have no name. */
function roadFeatures({ roads, coarse }: LayerSources): WriteFeature[] {
  return roads.map(({ roadClass, line }) => ({
    properties: { name: roadClass === "main" ? "Đường tỉnh 69M" : null, class: roadClass },
    geometry: { type: "LineString", coordinates: onGround(line, coarse) },
  }));
}

/** Villages; a health post in every commune; a school in every second village. */
function placeFeatures({ villages, communes, coarse }: LayerSources): WriteFeature[] {
  const count = new Map<number, number>();
  return villages.flatMap(({ name, cell, commune, centre }) => {
    const { code, name: communeName } = communes[commune];
    const own = communeName.replace(/^(Xã|Phường) /, "");
    const n = count.get(commune) ?? 0;
    count.set(commune, n + 1);
    const features = [point(placeOf(coarse, cell), { kind: "village", name, code })];
    if (centre) {
      features.push(point(placeOf(coarse, cell), { kind: "centre", name: communeName, code }));
      features.push(
        point(placeOf(coarse, cell, 2.5, -1.5), { kind: "health", name: `Trạm y tế ${own}`, code }),
      );
      features.push(
        point(placeOf(coarse, cell, -2, 2.5), { kind: "school", name: `Trường THCS ${own}`, code }),
      );
    } else if (n % 2 === 0) {
      const school = `Trường tiểu học ${own} ${n / 2}`;
      features.push(point(placeOf(coarse, cell, 1.5, 2), { kind: "school", name: school, code }));
    }
    return features;
  });
}
