import { HOUSEHOLD_STATUSES } from "../../core/model/event.ts";
import { textOf } from "../../core/model/text-column.ts";
import { ELIGIBLE_NAMES } from "../../core/screening/finding.ts";
import { type Clusters, clustersOf } from "./clusters.ts";
import { EXTENT, encodeTile, type TileFeature } from "./encode.ts";
import { countGroup, type MarkColumns, type MarkSource, rankOf } from "./household-marks.ts";
import { mercatorX, mercatorY, tileOf } from "./mercator.ts";
import { type Places, placesOf } from "./places.ts";

/** Below this zoom every commune is one mark. */
export const COMMUNE_BELOW = 9;
/** From this zoom on every household is drawn on its own. */
export const SINGLE_FROM = 12;

/** A commune as a mark: a point inside it (WGS 84 degrees). */
export interface UnitMark {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** Cuts the tiles of households. Everything is drawn without a buffer: each mark is in exactly one tile. */
export interface HouseholdTiles {
  readonly located: number;
  cut(source: MarkSource, columns: MarkColumns, z: number, x: number, y: number): Uint8Array | null;
}

/** Indexes the households' places. Clusters of a zoom and the communes' marks are made when first asked for. */
export function householdTiles(
  lon: Float64Array,
  lat: Float64Array,
  units: () => readonly UnitMark[],
): HouseholdTiles {
  const places = placesOf(lon, lat);
  const clusters = new Map<number, Clusters>();
  const groups = new Map<Int32Array, readonly UnitGroup[]>();
  return {
    located: places.count,
    cut(source, columns, z, x, y) {
      if (places.count === 0) return null;
      if (z >= SINGLE_FROM) {
        return encodeTile({
          households: singles(placesIn(places, z, x, y), z, x, y, source, columns, places),
        });
      }
      if (z < COMMUNE_BELOW) {
        let found = groups.get(columns.unit);
        if (!found) {
          found = unitGroups(places, units(), columns.unit);
          groups.clear();
          groups.set(columns.unit, found);
        }
        return encodeTile({ clusters: unitFeatures(found, z, x, y, source, columns) });
      }
      let made = clusters.get(z);
      if (!made) {
        made = clustersOf(places, z);
        clusters.set(z, made);
      }
      const alone = made.single.filter((p) => inTile(places.x[p]!, places.y[p]!, z, x, y));
      return encodeTile({
        clusters: clusterFeatures(made, z, x, y, source, columns),
        households: singles(alone, z, x, y, source, columns, places),
      });
    },
  };
}

/** Households of one commune, or of none (`unit` null), with the place of their mark. */
interface UnitGroup {
  readonly unit: UnitMark | null;
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly members: readonly number[];
}

function unitGroups(places: Places, units: readonly UnitMark[], unit: Int32Array): readonly UnitGroup[] {
  const members: number[][] = units.map(() => []);
  const outside: number[] = [];
  let sumX = 0;
  let sumY = 0;
  for (let p = 0; p < places.count; p++) {
    const i = places.household[p]!;
    const own = members[unit[i]!];
    if (own) {
      own.push(i);
    } else {
      outside.push(i);
      sumX += places.x[p]!;
      sumY += places.y[p]!;
    }
  }
  const found: UnitGroup[] = [];
  for (const [u, mark] of units.entries()) {
    if (members[u]!.length === 0) continue;
    found.push({
      unit: mark,
      id: u,
      x: mercatorX(mark.lon),
      y: mercatorY(mark.lat),
      members: members[u]!,
    });
  }
  if (outside.length > 0) {
    found.push({
      unit: null,
      id: units.length,
      x: sumX / outside.length,
      y: sumY / outside.length,
      members: outside,
    });
  }
  return found;
}

function unitFeatures(
  groups: readonly UnitGroup[],
  z: number,
  x: number,
  y: number,
  source: MarkSource,
  columns: MarkColumns,
): TileFeature[] {
  const features: TileFeature[] = [];
  for (const group of groups) {
    if (!inTile(group.x, group.y, z, x, y)) continue;
    const named = group.unit ? { code: group.unit.code, name: group.unit.name } : {};
    const tags = { ...countGroup(source, columns, group.members), ...named };
    features.push({ id: group.id, type: 1, geometry: [at(group.x, group.y, z, x, y)], tags });
  }
  return features;
}

function clusterFeatures(
  clusters: Clusters,
  z: number,
  x: number,
  y: number,
  source: MarkSource,
  columns: MarkColumns,
): TileFeature[] {
  const features: TileFeature[] = [];
  for (let c = 0; c < clusters.count; c++) {
    const cx = clusters.x[c]!;
    const cy = clusters.y[c]!;
    if (!inTile(cx, cy, z, x, y)) continue;
    const members = clusters.member.subarray(clusters.start[c], clusters.start[c + 1]);
    const tags = countGroup(source, columns, members);
    features.push({ id: c, type: 1, geometry: [at(cx, cy, z, x, y)], tags });
  }
  return features;
}

/** Places of a tile; the index answers for a closed box, so that the far edges are taken out again. */
function placesIn(places: Places, z: number, x: number, y: number): readonly number[] {
  const n = 2 ** z;
  const found = places.index!.range(x / n, y / n, (x + 1) / n, (y + 1) / n);
  return found.filter((p) => inTile(places.x[p]!, places.y[p]!, z, x, y));
}

function singles(
  found: ArrayLike<number>,
  z: number,
  x: number,
  y: number,
  source: MarkSource,
  columns: MarkColumns,
  places: Places,
): TileFeature[] {
  const byRank: TileFeature[][] = [[], [], [], []];
  const inOrder = Array.from(found).sort((a, b) => a - b);
  for (const p of inOrder) {
    const i = places.household[p]!;
    const rank = rankOf(source, columns, i);
    const eligible = ELIGIBLE_NAMES[columns.eligible[i]!]!;
    const id = textOf(columns.id, i)!;
    const tags =
      source === "findings"
        ? { id, eligible, rank }
        : { id, eligible, status: HOUSEHOLD_STATUSES[columns.status[i]!]!, rank };
    byRank[rank]!.push({ id: i, type: 1, geometry: [at(places.x[p]!, places.y[p]!, z, x, y)], tags });
  }
  return byRank.flat();
}

function inTile(px: number, py: number, z: number, x: number, y: number): boolean {
  return tileOf(px, z) === x && tileOf(py, z) === y;
}

function at(px: number, py: number, z: number, x: number, y: number): [number, number] {
  const n = 2 ** z;
  return [Math.round((px * n - x) * EXTENT), Math.round((py * n - y) * EXTENT)];
}
