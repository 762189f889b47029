/** Communes and wards: `code`, `name`, former `district`. */
import type { Unit } from "../../model/layers.ts";
import { fieldsOf, type Synonyms } from "../fields.ts";
import { textOf } from "../values.ts";
import { collect, withArea } from "./collect.ts";
import type { LayerFeature, LayerReader } from "./layer-reader.ts";
import { shareOfAreas } from "./likeness.ts";

const FIELDS: Synonyms<"code" | "name" | "district"> = {
  code: ["ma_xa", "maxa", "ma_phuong_xa", "ma_dvhc", "commune_code", "gso_code"],
  name: ["ten_xa", "tenxa", "ten_phuong_xa", "ten_dvhc", "ten", "commune", "phuong_xa_moi", "full_name"],
  district: ["huyen", "ten_huyen", "tenhuyen", "quan_huyen", "huyen_cu", "former_district"],
};

/** Needs a code on every polygon; a code that comes twice is rejected (parts of one commune are one feature). */
export const units: LayerReader<"units", LayerFeature<Unit>> = {
  as: "units",
  wants: "area",
  read(table) {
    const { name, notes } = fieldsOf(table, FIELDS);
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
      const one = withArea(desk, { code, name: unitName ?? code, district });
      if ("value" in one) rowOf.set(code, desk.feature.row);
      return one;
    });
  },
  likeness(table) {
    const { name } = fieldsOf(table, FIELDS);
    return name.code === null ? 0 : shareOfAreas(table) * (name.name === null ? 0.5 : 0.8);
  },
};
