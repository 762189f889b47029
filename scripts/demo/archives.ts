/** The demo's tile archives: relief for hillshading, and vector layers to look at before any plan is open. */
import { createHash } from "node:crypto";
import type { WriteFeature } from "../../src/core/formats/index.ts";
import type { Bbox, LonLat } from "../../src/core/units.ts";
import {
  type ArchiveCounts,
  type ArchiveHead,
  type ArchiveTile,
  writeArchive,
} from "../tiles/pmtiles-writer.ts";
import { terrainTiles } from "../tiles/terrain-tiles.ts";
import { type TileLayer, vectorLayersOf, vectorTiles } from "../tiles/vector-tiles.ts";
import type { DemoLayers } from "./files.ts";
import { boundsOf } from "./grid.ts";
import type { Land } from "./land.ts";
import { reliefOf } from "./relief.ts";

export interface Archive {
  /** File name with the first 8 hexadecimal digits of the content's SHA-256. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly counts: ArchiveCounts;
}

const RELIEF_ZOOMS = { minZoom: 7, maxZoom: 12, stepM: 0.25 } as const;
const BASE_MIN = 6;
const BASE_MAX = 14;

export function archivesOf(
  land: Land,
  layers: DemoLayers,
  contours: readonly WriteFeature[],
  center: LonLat,
): { relief: Archive; base: Archive; bounds: Bbox } {
  const bounds = boundsOf(land.frame);
  const relief = archive(
    "demo-relief",
    terrainTiles(reliefOf(land.height, land.frame), bounds, RELIEF_ZOOMS),
    {
      type: "png",
      bounds,
      center,
      centerZoom: 10,
      metadata: {
        name: "Vùng Mẫu: relief",
        description: "Made-up terrain of a demonstration area, terrarium encoding",
        encoding: "terrarium",
        type: "baselayer",
      },
    },
  );
  const tileLayers = tileLayersOf(layers, contours);
  const base = archive("demo-base", vectorTiles(tileLayers, bounds), {
    type: "vector",
    bounds,
    center,
    centerZoom: 10,
    metadata: {
      name: "Vùng Mẫu",
      description: "Made-up layers of a demonstration area; no place in it exists",
      type: "overlay",
      vector_layers: vectorLayersOf(tileLayers),
    },
  });
  return { relief, base, bounds };
}

function archive(prefix: string, tiles: readonly ArchiveTile[], head: ArchiveHead): Archive {
  const { bytes, counts } = writeArchive(tiles, head);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  return { name: `${prefix}-${hash}.pmtiles`, bytes, counts };
}

function tileLayersOf(layers: DemoLayers, contours: readonly WriteFeature[]): TileLayer[] {
  const layer = (
    name: string,
    features: readonly WriteFeature[],
    more: Partial<TileLayer> = {},
  ): TileLayer => ({
    name,
    features,
    minZoom: BASE_MIN,
    maxZoom: BASE_MAX,
    ...more,
  });
  const roads = layers.roads.map(({ properties: { name, class: roadClass }, geometry }) => ({
    properties: { name, roadClass },
    geometry,
  }));
  return [
    layer("units", layers.units),
    layer("forests", layers.forests),
    layer("hazards", layers.hazards, { from: ({ level }) => (Number(level) >= 4 ? BASE_MIN : 9) }),
    layer("contours", contours, { minZoom: BASE_MAX }),
    layer("streams", layers.streams, { from: ({ order }) => streamZoom(Number(order)) }),
    layer("roads", roads, { from: ({ roadClass }) => (roadClass === "main" ? BASE_MIN : 9) }),
    layer("places", layers.places, {
      from: ({ kind }) => (kind === "centre" ? BASE_MIN : kind === "village" ? 10 : 12),
    }),
  ];
}

/** Springs only from near, rivers from afar. */
function streamZoom(order: number): number {
  return [BASE_MAX, 11, 10, 9, 8][order] ?? BASE_MIN;
}
