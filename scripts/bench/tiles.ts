/** Cutting the map tiles of all households, as the compute worker does for the map. */
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { createEngine, type Engine } from "../../src/compute/engine.ts";
import { LATTICE_SIDE, placeColumn, placeRow } from "../../src/core/geometry/place-order.ts";
import type { HouseholdColumns } from "../../src/core/model/household.ts";
import type { PlanSnapshot } from "../../src/core/model/snapshot.ts";
import type { Bench, Contest, Contestant } from "./contest.ts";
import { provinceOf } from "./data/index.ts";
import { planOf } from "./data/plan.ts";
import { median, processClocks, quantile } from "./measure.ts";
import { geojsonVt } from "./peers/geojson-vt.ts";
import { superclusterTiles } from "./peers/supercluster.ts";

const { processorNow } = processClocks;

/** One tile of the web map's pyramid. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}
/** Cuts one tile; nothing when it is empty. */
export type Cut = (tile: TileAddress) => Uint8Array | null;

/** Up to so many tiles of a zoom are cut, spread over the households. */
const TILES_OF_A_ZOOM = 40;
const FAR = [5, 6, 7, 8];
const NEAR = [9, 10, 11, 12, 13, 14];
/** From here on every household is drawn, so that nobody may be missing. */
const ALL_FROM = 14;

/** `tiles` */
export const tiles: Bench = {
  name: "tiles",
  n: 500_000,
  prepare({ seed, n }) {
    const plan = planOf(provinceOf(seed, n));
    return { data: [`${n} households; tiles of the findings`], contests: tilesContests(plan) };
  },
};

function tilesContests(plan: PlanSnapshot): Contest[] {
  const { households } = plan;
  const near = tilesAt(households, NEAR, TILES_OF_A_ZOOM);
  const far = tilesAt(households, FAR, TILES_OF_A_ZOOM);
  const all = tilesAt(households, [ALL_FROM], Number.POSITIVE_INFINITY);
  const ours = (tiles: readonly TileAddress[], counted?: readonly TileAddress[]) =>
    cutter("ours", () => engineCut(engineOf(plan)), tiles, counted);
  const engineOf = once(newEngine);
  return [
    {
      key: "tiles.near",
      title: `${near.length} tiles of zoom ${NEAR[0]} to ${NEAR.at(-1)}`,
      ours: ours(near, all),
      peers: [
        cutter(geojsonVt.name(), () => geojsonVt.cutOf(households), near, all),
        cutter(superclusterTiles.name(), () => superclusterTiles.cutOf(households), near),
      ],
    },
    {
      key: "tiles.far",
      title: `${far.length} tiles of zoom ${FAR[0]} to ${FAR.at(-1)}`,
      ours: ours(far),
      peers: [
        { ...cutter(geojsonVt.name(), () => geojsonVt.cutOf(households), far), repeats: 1 },
        cutter(superclusterTiles.name(), () => superclusterTiles.cutOf(households), far),
      ],
    },
  ];
}

function newEngine(plan: PlanSnapshot): Engine {
  const engine = createEngine({ emit: () => {}, defer: (run) => run(), now: () => 0 });
  engine.take({ type: "plan", snapshot: plan });
  return engine;
}

function engineCut(engine: Engine): Cut {
  return ({ z, x, y }) => {
    const bytes = engine.tile("findings", z, x, y);
    return bytes && new Uint8Array(bytes);
  };
}

/**
 * Cuts the tiles one after another and keeps the processor time of each (its median over the runs): what a person waits for
 * is the slowest. Answered is how many households the tiles of `counted` draw together.
 */
function cutter(
  name: string,
  cutOf: () => Cut,
  tiles: readonly TileAddress[],
  counted?: readonly TileAddress[],
): Contestant {
  const times: number[][] = tiles.map(() => []);
  const usual = () => times.map(median);
  let cut: Cut | null = null;
  return {
    name,
    ready() {
      cut ??= cutOf();
    },
    run() {
      for (let k = 0; k < tiles.length; k++) {
        const from = processorNow();
        cut!(tiles[k]!);
        times[k]!.push(processorNow() - from);
      }
    },
    figures: () => ({
      median: median(usual()),
      p95: quantile(usual(), 0.95),
      slowest: Math.max(...usual()),
    }),
    ...(counted && { answers: () => [Int32Array.of(drawnIn(cut!, counted))] }),
  };
}

/** Points in all tiles together, a mark that stands for several counting them all. */
function drawnIn(cut: Cut, tiles: readonly TileAddress[]): number {
  let drawn = 0;
  for (const tile of tiles) {
    const bytes = cut(tile);
    if (!bytes) continue;
    for (const layer of Object.values(new VectorTile(new PbfReader(bytes)).layers)) {
      for (let f = 0; f < layer.length; f++) drawn += Number(layer.feature(f).properties.n ?? 1);
    }
  }
  return drawn;
}

/** Different tiles that hold households, by zoom: those of every so-manyth household. */
function tilesAt(
  { lon, lat, count }: HouseholdColumns,
  zooms: readonly number[],
  most: number,
): TileAddress[] {
  const found: TileAddress[] = [];
  for (const z of zooms) {
    const known = new Map<number, TileAddress>();
    const size = LATTICE_SIDE / 2 ** z;
    const step = most === Number.POSITIVE_INFINITY ? 1 : Math.max(1, Math.floor(count / (4 * most)));
    for (let i = 0; i < count && known.size < most; i += step) {
      const x = Math.floor(placeColumn(lon[i]!) / size);
      const y = Math.floor(placeRow(lat[i]!) / size);
      known.set(x * 2 ** z + y, { z, x, y });
    }
    found.push(...known.values());
  }
  return found;
}

function once<A, T>(make: (from: A) => T): (from: A) => T {
  let made: { readonly value: T } | null = null;
  return (from) => {
    made ??= { value: make(from) };
    return made.value;
  };
}
