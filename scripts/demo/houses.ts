/** Houses: clustered in villages, strung along roads, scattered up the slopes, in the forest and by streams. */
import type { LonLat } from "../../src/core/units.ts";
import { cellIndex, lonLatAt } from "./grid.ts";
import { Ground } from "./ground.ts";
import { levelAt } from "./hazards.ts";
import type { Random } from "./random.ts";
import { apartM, type SettlementInput, type Village } from "./villages.ts";

/** A house before anyone is named: position in cells of the land's frame. */
export interface House {
  readonly x: number;
  readonly y: number;
  readonly commune: number;
  readonly village: Village | null;
  readonly people: string;
  readonly scattered: boolean;
}

/** Groups that are not the majority, by how often scattered households belong to them. */
const SCATTERED: readonly (readonly [string, number])[] = [
  ["Mông", 7],
  ["Dao", 3],
  ["Mnông", 4],
  ["Ê Đê", 5],
  ["Tày", 1],
  ["Nùng", 2],
  ["Kinh", 1],
];
/** Where scattered households are looked for, and how many groups of one to four houses. */
const SCATTER_GROUPS = { forest: 225, flood: 215, slide: 205, remote: 175 } as const;

/** Houses of all three manners, in a fixed order. */
export function housesOf(
  input: SettlementInput,
  villages: readonly Village[],
  road: Uint8Array,
  random: Random,
): House[] {
  const ground = new Ground(input);
  return [
    ...villages.flatMap((village) => villageHouses(village, ground, random)),
    ...roadHouses(input, road, villages, ground, random),
    ...scatteredHouses(input, villages, ground, random),
  ];
}

function villageHouses(village: Village, ground: Ground, random: Random): House[] {
  const { coarse, land } = ground.input;
  const cx = ((village.cell % coarse.nx) + 0.5) * 2;
  const cy = (Math.floor(village.cell / coarse.nx) + 0.5) * 2;
  // Longer along a street than across it.
  const angle = random.between(0, Math.PI);
  const long = (3.2 + 0.42 * Math.sqrt(village.households)) * random.between(0.85, 1.3);
  const wide = long * random.between(0.38, 0.75);
  const houses: House[] = [];
  for (let tries = 0; houses.length < village.households && tries < village.households * 60; tries++) {
    const reach = 1 + tries / (village.households * 25);
    const u = random.normal() * long * reach;
    const v = random.normal() * wide * reach;
    const x = cx + u * Math.cos(angle) - v * Math.sin(angle);
    const y = cy + u * Math.sin(angle) + v * Math.cos(angle);
    if (ground.communeAt(x, y) !== village.commune) continue;
    if (land.aboveStreamM[cellIndex(land.frame, x, y)] < 1 && random.chance(0.7)) continue;
    if (!ground.take(x, y, 0.3)) continue;
    const people = random.chance(0.84)
      ? village.ethnicity
      : random.weighted(ground.input.list[village.commune].peoples);
    houses.push({ x, y, commune: village.commune, village, people, scattered: false });
  }
  return houses;
}

/** Single houses and rows of them beside roads, most near villages. */
function roadHouses(
  { coarse, list, communes }: SettlementInput,
  road: Uint8Array,
  villages: readonly Village[],
  ground: Ground,
  random: Random,
): House[] {
  const cells = [...road.keys()].filter((c) => road[c] > 0 && communes[c] > 0);
  const houses: House[] = [];
  for (let rows = 0; rows < 330; rows++) {
    const start = cells[random.index(cells.length)];
    const village = nearest(villages, start, communes[start] - 1, coarse);
    const far = village ? apartM(coarse, start, village.cell) : Infinity;
    if (!random.chance(Math.exp(-far / 2600))) continue;
    const n = 2 + random.index(8);
    const people =
      random.chance(0.55) && village ? village.ethnicity : random.weighted(list[communes[start] - 1].peoples);
    for (let i = 0; i < n; i++) {
      const x = ((start % coarse.nx) + 0.5) * 2 + random.normal() * 4.5;
      const y = (Math.floor(start / coarse.nx) + 0.5) * 2 + random.normal() * 4.5;
      const commune = ground.communeAt(x, y);
      if (commune < 0 || !ground.take(x, y, 0.3)) continue;
      houses.push({
        x,
        y,
        commune,
        village: villageFor(villages, commune, x, y, coarse),
        people,
        scattered: false,
      });
    }
  }
  return houses;
}

function scatteredHouses(
  input: SettlementInput,
  villages: readonly Village[],
  ground: Ground,
  random: Random,
): House[] {
  const { coarse, communes, forestLabels, hazards, list } = input;
  const [slide, flash, pipe] = hazards;
  const at = (c: number): LonLat => lonLatAt(coarse, (c % coarse.nx) + 0.5, Math.floor(c / coarse.nx) + 0.5);
  const level = (c: number, which: (typeof hazards)[number]) => levelAt(which, ...at(c));
  const toVillage = (c: number) => Math.min(...villages.map((v) => apartM(coarse, c, v.cell)));
  const byCommune = list.map((_, i) => [...communes.keys()].filter((c) => communes[c] === i + 1));
  const pools: Readonly<Record<keyof typeof SCATTER_GROUPS, (c: number) => boolean>> = {
    forest: (c) => forestLabels[c] > 0 && forestLabels[c] <= 3,
    flood: (c) => level(c, flash) >= 2 || level(c, pipe) >= 1,
    slide: (c) => level(c, slide) >= 1,
    remote: (c) => toVillage(c) > 1100,
  };
  const houses: House[] = [];
  for (const [kind, groups] of Object.entries(SCATTER_GROUPS) as [keyof typeof SCATTER_GROUPS, number][]) {
    let made = 0;
    const fitting = byCommune.map((cells) => cells.filter((c) => pools[kind](c) && toVillage(c) >= 650));
    // By the root of their room: large communes have more, but not all.
    const rooms = fitting
      .filter((cells) => cells.length > 0)
      .map((cells) => [cells, Math.sqrt(cells.length)] as const);
    for (let tries = 0; made < groups && tries < 400_000; tries++) {
      const c = random.pick(random.weighted(rooms));
      const people = random.weighted(SCATTERED);
      const n = random.weighted([
        [1, 5],
        [2, 3],
        [3, 2],
        [4, 1],
      ]);
      const steepest = kind === "slide" ? 0.62 : 0.45;
      let placed = 0;
      for (let i = 0; i < n * 3 && placed < n; i++) {
        const x = ((c % coarse.nx) + 0.5) * 2 + random.normal() * 1.6;
        const y = (Math.floor(c / coarse.nx) + 0.5) * 2 + random.normal() * 1.6;
        const commune = ground.communeAt(x, y);
        if (commune < 0 || !ground.take(x, y, steepest)) continue;
        const village = villageFor(villages, commune, x, y, coarse);
        houses.push({ x, y, commune, village, people, scattered: true });
        placed++;
      }
      if (placed > 0) made++;
    }
    if (made < groups) throw new Error(`Only ${made} of ${groups} scattered groups found a place (${kind})`);
  }
  return houses;
}

function villageFor(
  villages: readonly Village[],
  commune: number,
  x: number,
  y: number,
  coarse: SettlementInput["coarse"],
): Village | null {
  return nearest(villages, cellIndex(coarse, x / 2, y / 2), commune, coarse);
}

function nearest(
  villages: readonly Village[],
  cell: number,
  commune: number,
  coarse: SettlementInput["coarse"],
): Village | null {
  let best: Village | null = null;
  let least = Infinity;
  for (const village of villages) {
    if (village.commune !== commune) continue;
    const far = apartM(coarse, cell, village.cell);
    if (far < least) {
      least = far;
      best = village;
    }
  }
  return best;
}
