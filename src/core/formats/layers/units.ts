/** Communes and wards: `code`, `name`, former `district`; the list a code is of, and the former province. */
import type { Unit } from "../../model/layers.ts";
import { fieldsOf, type Synonyms } from "../fields.ts";
import { textOf } from "../values.ts";
import { collect, withArea } from "./collect.ts";
import type { LayerFeature, LayerReader } from "./layer-reader.ts";
import { shareOfAreas } from "./likeness.ts";

/** A unit as a file tells of it, with what screening has no need of. */
export interface UnitFeature extends LayerFeature<Unit> {
  /** The list its code is of, `2025-03` or `2025-07`; null when the file does not say. */
  readonly listVersion: string | null;
  /** Former province (before 1 July 2025). */
  readonly province: string | null;
}

/** Names of the columns, besides our own. */
export const UNIT_FIELDS: Synonyms<"code" | "name" | "district" | "list_version" | "province"> = {
  code: ["ma_xa", "maxa", "ma_phuong_xa", "ma_dvhc", "commune_code", "gso_code"],
  name: ["ten_xa", "tenxa", "ten_phuong_xa", "ten_dvhc", "ten", "commune", "phuong_xa_moi", "full_name"],
  district: ["huyen", "ten_huyen", "tenhuyen", "quan_huyen", "huyen_cu", "former_district"],
  list_version: ["ky_danh_muc", "phien_ban_danh_muc"],
  // A plain "tinh" may be the province of today.
  province: ["tinh_cu", "ten_tinh_cu", "former_province"],
};

/** Needs a code on every polygon; a code that comes twice is rejected (parts of one commune are one feature). */
export const units: LayerReader<"units", UnitFeature> = {
  as: "units",
  wants: "area",
  read(table) {
    const { name, notes } = fieldsOf(table, UNIT_FIELDS);
    const rowOf = new Map<string, number>();
    return collect(table, notes, (desk) => {
      const code = textOf(desk.value(name.code));
      if (code === null) {
        return { refused: desk.problem("feature.property-missing", { wanted: "code" }, name.code ?? "code") };
      }
      const first = rowOf.get(code);
      if (first !== undefined) {
        return { refused: desk.problem("unit.code-repeated", { code, first: String(first) }, name.code) };
      }
      const unitName = textOf(desk.value(name.name));
      if (unitName === null) desk.note("unit.name-missing", undefined, name.name ?? "name");
      const district = textOf(desk.value(name.district));
      const listVersion = textOf(desk.value(name.list_version));
      const province = textOf(desk.value(name.province));
      const one = withArea(desk, { code, name: unitName ?? code, district });
      if ("refused" in one) return one;
      rowOf.set(code, desk.feature.row);
      return { value: { ...one.value, listVersion, province } };
    });
  },
  likeness(table) {
    const { name } = fieldsOf(table, UNIT_FIELDS);
    return name.code === null ? 0 : shareOfAreas(table) * (name.name === null ? 0.5 : 0.8);
  },
};
