/** The register: who lives in the houses, with the gaps that real registers have. */
import type { LonLat } from "../../src/core/units.ts";
import { lonLatAt } from "./grid.ts";
import { type House, housesOf } from "./houses.ts";
import { personName } from "./names.ts";
import { type Random, randomOf } from "./random.ts";
import type { SettlementInput, Village } from "./villages.ts";

/** One row of the register, as it is written. Null: the field is empty. */
export interface DemoHousehold {
  readonly id: string;
  readonly head: string;
  readonly ethnicity: string | null;
  readonly members: number | null;
  readonly poverty: string | null;
  readonly migrant: boolean | null;
  readonly village: string | null;
  readonly communeCode: string;
  readonly at: LonLat | null;
  /** Index of the commune it lies in; not written. */
  readonly commune: number;
}

/** The households of all houses, sorted and numbered by commune. `road` marks cells with a road. */
export function householdsOf(
  input: SettlementInput,
  villages: readonly Village[],
  road: Uint8Array,
): DemoHousehold[] {
  const random = randomOf(input.land.seed, "households");
  return numbered(described(housesOf(input, villages, road, random), input, random), input);
}

const POVERTY = ["nghèo", "cận nghèo", "không nghèo"] as const;

function described(
  houses: readonly House[],
  { list, land }: SettlementInput,
  random: Random,
): DemoHousehold[] {
  return houses.map(({ x, y, commune, village, people, scattered }) => {
    const minority = people !== "Kinh";
    const fromNorth = people === "Mông" || people === "Dao" || people === "Tày" || people === "Nùng";
    const migrant = random.chance(scattered ? (fromNorth ? 0.42 : 0.03) : fromNorth ? 0.12 : 0.008);
    const poor = scattered ? 0.48 : minority ? 0.17 : 0.05;
    const poverty = random.weighted([
      [POVERTY[0], poor],
      [POVERTY[1], poor * 0.7],
      [POVERTY[2], 1 - poor * 1.7 > 0.1 ? 1 - poor * 1.7 : 0.2],
    ]);
    const members = Math.max(
      1,
      Math.round((people === "Mông" ? 5.9 : minority ? 4.7 : 4) + 1.5 * random.normal()),
    );
    const declared = random.chance(0.005) ? random.index(list.length) : commune;
    const [lon, lat] = lonLatAt(land.frame, x, y);
    return {
      id: "",
      head: personName(people, random),
      ethnicity: random.chance(scattered ? 0.06 : 0.005) ? null : people,
      members: random.chance(0.012) ? null : members,
      poverty: random.chance(0.02) ? null : poverty,
      migrant: random.chance(0.012) ? null : migrant,
      village: village && !random.chance(scattered ? 0.06 : 0.004) ? village.name : null,
      communeCode: list[declared].code,
      at: random.chance(0.01) ? null : [lon, lat],
      commune,
    };
  });
}

/** Sorted by commune and village; numbered within the commune as the commune would do. */
function numbered(households: DemoHousehold[], { list }: SettlementInput): DemoHousehold[] {
  const key = (h: DemoHousehold) => `${list[h.commune].code} ${h.village ?? "~"}`;
  const sorted = households
    .map((h, i) => ({ h, i, key: key(h) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i))
    .map(({ h }) => h);
  const count = new Map<number, number>();
  return sorted.map((household) => {
    const n = (count.get(household.commune) ?? 0) + 1;
    count.set(household.commune, n);
    return { ...household, id: `${list[household.commune].code}-${String(n).padStart(4, "0")}` };
  });
}
