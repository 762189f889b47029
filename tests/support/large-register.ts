/** A made-up register of any size: hamlets, houses along roads, lone houses, some without a place. */
import { randomOf } from "../compute/support/random.ts";
import { degrees, HEIGHT, type LargeArea, SOUTH, WEST, WIDTH } from "./large-area.ts";

/** One row as a register file says it; empty texts are not known. */
export interface LargeHousehold {
  readonly id: string;
  readonly head: string;
  readonly ethnicity: string;
  readonly members: number | null;
  readonly poverty: string;
  readonly migrant: boolean | null;
  readonly village: string;
  readonly communeCode: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly note: string;
}

/** Columns of the file, in order; the last is the source's own. */
export const HEADER = "id,head,ethnicity,members,poverty,migrant,village,commune_code,lon,lat,ghi_chu";

const PEOPLES = ["Kinh", "Ê Đê", "Mnông", "Mông", "Dao", "Tày", "Nùng"];
const SURNAMES = ["Nguyễn", "Trần", "Niê", "Êban", "Rơlăk", "Giàng", "Sùng", "Triệu", "Bàn", "Nông", "Lục"];
const GIVEN = ["Văn Mẫu", "Thị Mẫu", "Y Mẫu", "H'Mẫu", "A Mẫu", "Seo Mẫu", "Đức Mẫu", "Mùi Mẫu"];
const POVERTY = ["nghèo", "cận nghèo", "không nghèo", "không nghèo", "không nghèo"];

/** Households one after another; the same arguments give the same register. Nothing is kept between rows. */
export function* largeRegister(
  seed: number,
  count: number,
  { communes, roads }: LargeArea,
): Generator<LargeHousehold> {
  const random = randomOf(seed ^ 0x5eed);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;
  const hamlets = Array.from({ length: Math.max(1, Math.round(count / 70)) }, (_, k) => {
    const people = pick(PEOPLES);
    return {
      name: `${people === "Ê Đê" ? "Buôn" : "Thôn"} Mẫu ${k + 1}`,
      people,
      code: pick(communes).code,
      lon: WEST + random() * WIDTH,
      lat: SOUTH + random() * HEIGHT,
    };
  });
  for (let i = 0; i < count; i++) {
    const hamlet = pick(hamlets);
    const manner = random();
    let { lon, lat } = hamlet;
    if (manner < 0.8) {
      lon += 0.0015 * (random() + random() + random() - 1.5);
      lat += 0.0015 * (random() + random() + random() - 1.5);
    } else if (manner < 0.92) {
      const road = pick(roads);
      const k = Math.floor(random() * (road.length - 1));
      const t = random();
      lon = road[k]![0] + t * (road[k + 1]![0] - road[k]![0]) + 0.0006 * (random() - 0.5);
      lat = road[k]![1] + t * (road[k + 1]![1] - road[k]![1]) + 0.0006 * (random() - 0.5);
    } else {
      lon = WEST + (random() * 1.02 - 0.01) * WIDTH;
      lat = SOUTH + (random() * 1.02 - 0.01) * HEIGHT;
    }
    const located = random() > 0.01;
    const lone = manner >= 0.92;
    yield {
      id: `MAU-${String(i + 1).padStart(6, "0")}`,
      head: random() < 0.01 ? "" : `${pick(SURNAMES)} ${pick(GIVEN)} ${1 + (i % 997)}`,
      ethnicity: random() < 0.02 ? "" : hamlet.people,
      members: random() < 0.02 ? null : 1 + Math.floor(random() * 9),
      poverty: random() < 0.02 ? "" : pick(POVERTY),
      migrant: random() < 0.02 ? null : random() < (lone ? 0.3 : 0.05),
      village: lone ? "" : hamlet.name,
      communeCode: hamlet.code,
      lon: located ? degrees(lon) : null,
      lat: located ? degrees(lat) : null,
      note: random() < 0.02 ? `dòng ${i + 1}` : "",
    };
  }
}

/** The fields of a row as texts, in the order of `HEADER`. No text holds a comma or a quote. */
export function fieldsOf(row: LargeHousehold): string[] {
  const { id, head, ethnicity, members, poverty, migrant, village, communeCode, lon, lat, note } = row;
  const yes = migrant === null ? "" : migrant ? "1" : "0";
  return [
    id,
    head,
    ethnicity,
    members === null ? "" : String(members),
    poverty,
    yes,
    village,
    communeCode,
    lon === null ? "" : String(lon),
    lat === null ? "" : String(lat),
    note,
  ];
}
