/** Commune centres and villages: on gentle ground near water, a few high up where no road goes. */
import type { Commune } from "./area.ts";
import { distanceToM } from "./distance.ts";
import { type Frame, halved } from "./grid.ts";
import type { HazardField } from "./hazards.ts";
import { levelAt } from "./hazards.ts";
import type { Land } from "./land.ts";
import { villageNames } from "./names.ts";
import { randomOf } from "./random.ts";

export interface Village {
  readonly name: string;
  /** Index of the commune. */
  readonly commune: number;
  /** Cell of the coarse frame. */
  readonly cell: number;
  /** The group most households belong to. */
  readonly ethnicity: string;
  /** The seat of the commune. */
  readonly centre: boolean;
  /** No road was built to it. */
  readonly roadless: boolean;
  /** Households, about. */
  readonly households: number;
}

export interface SettlementInput {
  readonly land: Land;
  readonly coarse: Frame;
  /** 1 + index of the commune by coarse cell. */
  readonly communes: Int16Array;
  readonly forestLabels: Int16Array;
  readonly enclave: number;
  readonly hazards: readonly HazardField[];
  readonly list: readonly Commune[];
}

/** Least distance between two villages, metres. */
const APART_M = 1050;
/** Groups that came lately and settled high. */
const HIGHLAND = new Set(["Mông", "Dao"]);

export function villagesOf(input: SettlementInput): Village[] {
  const { land, coarse, communes, forestLabels, list } = input;
  const random = randomOf(land.seed, "villages");
  const suitability = suitabilityOf(input);
  const taken: number[] = [];
  const villages: Village[] = [];
  const farEnough = (cell: number, metres: number) =>
    taken.every((other) => apartM(coarse, cell, other) >= metres);
  list.forEach((commune, index) => {
    const own: number[] = [];
    for (let c = 0; c < communes.length; c++) {
      if (communes[c] === index + 1 && suitability.ground[c] > 0) own.push(c);
    }
    if (own.length < commune.villages) throw new Error(`No room for villages in ${commune.name}`);
    const middle = Math.floor(commune.at[1] * coarse.ny) * coarse.nx + Math.floor(commune.at[0] * coarse.nx);
    const inReserve = (c: number) => forestLabels[c] > 0 && forestLabels[c] <= 3;
    const centre = best(
      own,
      (c) => suitability.ground[c] - apartM(coarse, c, middle) / 2600 - (inReserve(c) ? 4 : 0),
    );
    const cells = [centre];
    taken.push(centre);
    if (communes[input.enclave] === index + 1) {
      cells.push(input.enclave);
      taken.push(input.enclave);
    }
    for (let tries = 0; cells.length < commune.villages && tries < 9000; tries++) {
      const cell = own[random.index(own.length)];
      const wanted = suitability.ground[cell] * (inReserve(cell) ? 0.15 : 1);
      if (!random.chance(wanted) || !farEnough(cell, APART_M * (1 - (0.6 * tries) / 9000))) continue;
      cells.push(cell);
      taken.push(cell);
    }
    if (cells.length < commune.villages) throw new Error(`Too few places for villages in ${commune.name}`);
    villages.push(...described(commune, index, cells, input, random));
  });
  return villages;
}

function described(
  commune: Commune,
  index: number,
  cells: readonly number[],
  { land, coarse, enclave }: SettlementInput,
  random: ReturnType<typeof randomOf>,
): Village[] {
  const height = halved(land.height, land.frame, coarse);
  const weights = cells.map((_, i) => (i === 0 ? 2.1 : 0.55 + 0.9 * random.next()));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const median = [...cells].map((c) => height[c]).sort((a, b) => a - b)[Math.floor(cells.length / 2)];
  const peoples = cells.map((c, i) =>
    random.weighted(
      commune.peoples.map(([people, weight]) => {
        const high = height[c] > median;
        const fits = HIGHLAND.has(people) === high ? 1.6 : 0.6;
        return [people, i === 0 && people === "Kinh" ? weight * 3 : weight * fits] as const;
      }),
    ),
  );
  const names = villageNames(commune.name, peoples, random);
  return cells.map((cell, i) => ({
    name: names[i],
    commune: index,
    cell,
    ethnicity: peoples[i],
    centre: i === 0,
    roadless: cell === enclave || (i > 0 && height[cell] > 720 && random.chance(0.35)),
    households: Math.round((weights[i] / total) * commune.households * 0.86),
  }));
}

/** 0 … 1 by coarse cell: how likely people settle there. */
function suitabilityOf({ land, coarse, hazards, communes }: SettlementInput): { ground: Float32Array } {
  const { frame, streams } = land;
  const slope = halved(land.evenSlope, frame, coarse);
  const above = halved(land.aboveStreamM, frame, coarse);
  const height = halved(land.height, frame, coarse);
  const toStream = distanceToM((c) => {
    const x = Math.min(frame.nx - 1, 2 * (c % coarse.nx));
    const y = Math.min(frame.ny - 1, 2 * Math.floor(c / coarse.nx));
    return (
      streams.order[y * frame.nx + x] > 0 || streams.order[y * frame.nx + Math.min(frame.nx - 1, x + 1)] > 0
    );
  }, coarse);
  const toBorder = distanceToM((c) => isBorder(communes, coarse, c), coarse);
  const ground = new Float32Array(slope.length);
  for (let c = 0; c < ground.length; c++) {
    if (communes[c] === 0 || toBorder[c] < 450 || slope[c] > 0.2 || above[c] < 2.5 || toStream[c] > 2400)
      continue;
    const lon = coarse.west + ((c % coarse.nx) + 0.5) * coarse.step;
    const lat = coarse.north - (Math.floor(c / coarse.nx) + 0.5) * coarse.step;
    const worst = Math.max(...hazards.map((field) => levelAt(field, lon, lat)));
    if (worst >= 3) continue;
    ground[c] =
      (1.05 - slope[c] / 0.21) *
      (worst > 0 ? 0.35 : 1) *
      (height[c] > 1150 ? 0.3 : height[c] > 750 ? 0.6 : 1);
  }
  return { ground };
}

function isBorder(labels: Int16Array, { nx, ny }: Frame, c: number): boolean {
  const x = c % nx;
  const y = Math.floor(c / nx);
  const right = x + 1 < nx ? labels[c + 1] : labels[c];
  const below = y + 1 < ny ? labels[c + nx] : labels[c];
  return right !== labels[c] || below !== labels[c];
}

export function apartM({ nx, cellM }: Frame, a: number, b: number): number {
  return Math.hypot((a % nx) - (b % nx), Math.floor(a / nx) - Math.floor(b / nx)) * cellM;
}

function best(cells: readonly number[], value: (cell: number) => number): number {
  let found = cells[0];
  let most = Number.NEGATIVE_INFINITY;
  for (const c of cells) {
    const v = value(c);
    if (v > most) {
      most = v;
      found = c;
    }
  }
  return found;
}
