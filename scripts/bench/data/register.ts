/** A register for the places of a province: everything about its households that is not where they are. */
import { columnsFrom } from "../../../src/core/model/columns.ts";
import { type Household, type HouseholdColumns, REGISTER_FIELDS } from "../../../src/core/model/household.ts";
import { randomOf } from "../../demo/random.ts";
import { communeCodeAt } from "./communes.ts";
import type { HouseholdPlaces } from "./households.ts";

/** Visibly made up: no one is called like that. */
const FAMILIES = ["Mẫu", "Thử", "Họ A", "Họ B", "Y Mẫu", "H'Mẫu", "Ê Mẫu", "Niê Mẫu"] as const;
const GIVEN = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"] as const;
const ETHNICITIES = [
  ["Kinh", 60],
  ["Ê Đê", 18],
  ["Nùng", 5],
  ["Tày", 4],
  ["M'Nông", 4],
  ["H'Mông", 3],
  ["Thái", 2],
  ["Gia Rai", 2],
] as const;
const POVERTY = [
  ["không nghèo", 80],
  ["cận nghèo", 10],
  ["nghèo", 10],
] as const;
const VILLAGES_IN_COMMUNE = 12;
/** Decimals of a degree in a register: 11 mm. */
const DECIMALS = 7;

/** One household after another, in the order of the places. */
export function* registerOf(seed: number, { count, x, y, lon, lat }: HouseholdPlaces): Generator<Household> {
  const random = randomOf(seed, "register");
  for (let i = 0; i < count; i++) {
    const communeCode = communeCodeAt(x[i]!, y[i]!);
    yield {
      id: `H${String(i + 1).padStart(7, "0")}`,
      head: `${random.pick(FAMILIES)} ${random.pick(GIVEN)}`,
      ethnicity: random.weighted(ETHNICITIES),
      members: 1 + random.index(9),
      poverty: random.weighted(POVERTY),
      migrant: random.chance(0.05),
      village: `Buôn ${communeCode}-${1 + random.index(VILLAGES_IN_COMMUNE)}`,
      communeCode,
      lon: lon[i]!,
      lat: lat[i]!,
      properties: {},
    };
  }
}

/** The register as columns, with the places to the last bit. */
export function registerColumns(seed: number, places: HouseholdPlaces): HouseholdColumns {
  return columnsFrom([...registerOf(seed, places)]);
}

/** The register as the bytes of a CSV file. */
export function registerCsv(seed: number, places: HouseholdPlaces): Uint8Array {
  const lines = [REGISTER_FIELDS.join(",")];
  for (const { id, head, ethnicity, members, poverty, migrant, village, communeCode, lon, lat } of registerOf(
    seed,
    places,
  )) {
    const place = `${lon!.toFixed(DECIMALS)},${lat!.toFixed(DECIMALS)}`;
    const told = `${id},${head},${ethnicity},${members},${poverty},${Number(migrant)},${village},${communeCode}`;
    lines.push(`${told},${place}`);
  }
  lines.push("");
  return Buffer.from(lines.join("\n"));
}
