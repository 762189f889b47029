/**
 * What is decided and not computed: the frame, the communes and their names. Everything is invented; codes
 * begin with 99, which no province has.
 */
import type { CommuneSeed } from "./communes.ts";
import { type Frame, frameOf } from "./grid.ts";

/** Cells of one second of arc, about 30.5 m. */
export const STEP = 1 / 3600;
export const DEMO_SEED = 2030;

/** 43.8 km by 37.1 km; the communes fill about 35 km by 30 km in the middle. */
export function demoFrame(): Frame {
  return frameOf(108.03, 12.89, STEP, 1440, 1220);
}

export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  /** Where it grows from, in shares of the frame's width and height. */
  readonly at: readonly [x: number, y: number];
  /** Households in the register, about. */
  readonly households: number;
  readonly villages: number;
  /** Groups that live there, with the share of villages in which each is the largest. */
  readonly peoples: readonly (readonly [ethnicity: string, weight: number])[];
  /** Share of the relocation baseline that is done by the end of 2025, about. */
  readonly pace: number;
}

const WEST = "Huyện Krông Mẫu";
const EAST = "Huyện Cư Yang Mẫu";

/** Twelve communes and wards of two former districts, in the order of their codes. */
export const COMMUNES: readonly Commune[] = [
  {
    code: "99011",
    name: "Phường Mẫu Bắc",
    district: WEST,
    at: [0.21, 0.22],
    households: 1900,
    villages: 9,
    peoples: [
      ["Kinh", 6],
      ["Ê Đê", 3],
    ],
    pace: 0.75,
  },
  {
    code: "99014",
    name: "Phường Mẫu Nam",
    district: WEST,
    at: [0.16, 0.47],
    households: 1550,
    villages: 8,
    peoples: [
      ["Kinh", 5],
      ["Ê Đê", 4],
    ],
    pace: 0.8,
  },
  {
    code: "99017",
    name: "Xã Ea Mẫu",
    district: WEST,
    at: [0.4, 0.17],
    households: 1150,
    villages: 8,
    peoples: [
      ["Ê Đê", 6],
      ["Kinh", 3],
      ["Nùng", 1],
    ],
    pace: 0.64,
  },
  {
    code: "99020",
    name: "Xã Krông Mẫu",
    district: WEST,
    at: [0.36, 0.45],
    households: 1200,
    villages: 8,
    peoples: [
      ["Ê Đê", 5],
      ["Kinh", 3],
      ["Tày", 1],
    ],
    pace: 0.78,
  },
  {
    code: "99023",
    name: "Xã Ea Păl Mẫu",
    district: WEST,
    at: [0.2, 0.78],
    households: 850,
    villages: 7,
    peoples: [
      ["Mnông", 5],
      ["Kinh", 2],
      ["Tày", 2],
    ],
    pace: 0.597,
  },
  {
    code: "99026",
    name: "Xã Cư Mẫu",
    district: WEST,
    at: [0.41, 0.79],
    households: 800,
    villages: 7,
    peoples: [
      ["Mnông", 5],
      ["Mông", 3],
      ["Kinh", 1],
    ],
    pace: 0.56,
  },
  {
    code: "99029",
    name: "Xã Yang Mẫu",
    district: EAST,
    at: [0.6, 0.2],
    households: 1050,
    villages: 8,
    peoples: [
      ["Ê Đê", 4],
      ["Kinh", 4],
      ["Dao", 1],
    ],
    pace: 0.76,
  },
  {
    code: "99032",
    name: "Xã Cư Ni Mẫu",
    district: EAST,
    at: [0.81, 0.2],
    households: 900,
    villages: 7,
    peoples: [
      ["Tày", 3],
      ["Nùng", 3],
      ["Kinh", 2],
      ["Dao", 2],
    ],
    pace: 0.55,
  },
  {
    code: "99035",
    name: "Xã Cư Yang Mẫu",
    district: EAST,
    at: [0.58, 0.47],
    households: 850,
    villages: 8,
    peoples: [
      ["Ê Đê", 4],
      ["Mông", 3],
      ["Kinh", 1],
    ],
    pace: 0.58,
  },
  {
    code: "99038",
    name: "Xã Ea Sar Mẫu",
    district: EAST,
    at: [0.82, 0.46],
    households: 750,
    villages: 7,
    peoples: [
      ["Nùng", 3],
      ["Dao", 3],
      ["Ê Đê", 2],
      ["Kinh", 1],
    ],
    pace: 0.6,
  },
  {
    code: "99041",
    name: "Xã Cư San Mẫu",
    district: EAST,
    at: [0.63, 0.8],
    households: 560,
    villages: 7,
    peoples: [
      ["Mông", 7],
      ["Mnông", 2],
      ["Dao", 1],
    ],
    pace: 0.36,
  },
  {
    code: "99044",
    name: "Xã Đắk Mẫu",
    district: EAST,
    at: [0.83, 0.79],
    households: 560,
    villages: 7,
    peoples: [
      ["Mông", 4],
      ["Dao", 3],
      ["Tày", 1],
    ],
    pace: 0.57,
  },
];

/** Seeds of the communes and, around them, of the ground that belongs to nobody. */
export function communeSeeds(communes: readonly Commune[]): CommuneSeed[] {
  const seeds: CommuneSeed[] = communes.map(({ at }, i) => ({ at, commune: i + 1 }));
  const around = 12;
  for (let i = 0; i < around; i++) {
    const along = (i + 0.5) / around;
    seeds.push({ at: [along, 0.002], commune: 0 }, { at: [along, 0.998], commune: 0 });
    seeds.push({ at: [0.002, along], commune: 0 }, { at: [0.998, along], commune: 0 });
  }
  return seeds;
}
