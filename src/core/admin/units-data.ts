/** The two lists as they are kept in `data/admin` (its README says where they come from), in their types. */
import list202503 from "../../../data/admin/units-2025-03.json" with { type: "json" };
import list202507 from "../../../data/admin/units-2025-07.json" with { type: "json" };
import type { ListVersion } from "../intake/meaning.ts";
import { UNIT_KINDS, type UnitKind } from "./unit-names.ts";

/** A commune, ward or township of one list. */
export interface AdminUnit {
  readonly list: ListVersion;
  /** Five digits, kept as text. Means nothing without its list: every code of 2025-07 was another unit's before. */
  readonly code: string;
  /** Without its kind: "Hòa Phú"; a numbered ward keeps it: "Phường 1". */
  readonly name: string;
  readonly kind: UnitKind;
  /** Other spellings in official papers, never names of another unit. */
  readonly aliases: readonly string[];
  /** 2025-03: its district. 2025-07: the former districts its parts were of. */
  readonly districts: readonly District[];
  /** Until 30 June 2025: Đắk Lắk or Phú Yên. */
  readonly formerProvince: string;
  /** As published in 2026, not final; null for 2025-03. For comparing, never for computing. */
  readonly areaKm2: number | null;
  /** 2025-07: units of 2025-03 it was made of. 2025-03: none. */
  readonly formerUnits: readonly FormerUnit[];
}

/** A district, until 30 June 2025. */
export interface District {
  readonly code: string;
  /** Without its kind. */
  readonly name: string;
  /** huyện, thị xã, thành phố. */
  readonly kind: string;
  readonly province: string;
  readonly aliases: readonly string[];
}

export interface FormerUnit {
  /** Of 2025-03. */
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** The old unit was split: only part of it is here. */
  readonly part: boolean;
}

/** The 24 districts of both former provinces, by code. */
export const DISTRICTS: readonly District[] = list202503.districts.map((district) => ({
  ...district,
  aliases: "aliases" in district ? (district.aliases ?? []) : [],
}));
const districtOf = new Map(DISTRICTS.map((district) => [district.code, district]));

/** Every unit of each list, by code: 286 of 2025-03 (180 Đắk Lắk, 106 Phú Yên), 102 of 2025-07. */
export const UNIT_LISTS: Readonly<Record<ListVersion, readonly AdminUnit[]>> = {
  "2025-03": list202503.units.map(({ code, name, kind, district, province, ...more }) => ({
    list: "2025-03",
    code,
    name,
    kind: kindOf(kind),
    aliases: "aliases" in more ? (more.aliases ?? []) : [],
    districts: [wantedDistrict(district)],
    formerProvince: province,
    areaKm2: null,
    formerUnits: [],
  })),
  "2025-07": list202507.units.map((unit) => ({
    list: "2025-07",
    code: unit.code,
    name: unit.name,
    kind: kindOf(unit.kind),
    aliases: [],
    districts: unit.formerDistricts.map(wantedDistrict),
    formerProvince: unit.formerProvince,
    areaKm2: unit.areaKm2,
    formerUnits: unit.formerUnits.map((former) => ({ ...former, kind: kindOf(former.kind) })),
  })),
};

function kindOf(written: string): UnitKind {
  const kind = UNIT_KINDS.find((known) => known === written);
  if (kind === undefined) throw new Error(`data/admin: no kind of unit "${written}"`);
  return kind;
}

function wantedDistrict(code: string): District {
  const district = districtOf.get(code);
  if (district === undefined) throw new Error(`data/admin: no district ${code}`);
  return district;
}
