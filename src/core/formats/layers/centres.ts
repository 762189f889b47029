/** Centres of communes: points that carry the `code` of their unit. */
import type { PointGeometry } from "../../model/geometry.ts";
import type { Centre } from "../../model/layers.ts";
import { fieldsOf, type Synonyms } from "../fields.ts";
import { textOf } from "../values.ts";
import { collect } from "./collect.ts";
import type { LayerFeature, LayerReader } from "./layer-reader.ts";
import { shareOfPlaces } from "./likeness.ts";
import { notesOnPlace, PLACE_FIELDS, placeOf } from "./place.ts";

/** Names of the columns, besides our own. */
export const CENTRE_FIELDS: Synonyms<"code" | "name" | "lon" | "lat"> = {
  code: ["ma_xa", "maxa", "ma_phuong_xa", "commune_code", "gso_code"],
  name: ["ten", "ten_xa", "ten_trung_tam", "full_name"],
  ...PLACE_FIELDS,
};

/** Needs a code and a position on every row; a code that comes twice is rejected. */
export const centres: LayerReader<"centres", LayerFeature<Centre, PointGeometry>> = {
  as: "centres",
  wants: "point",
  read(table) {
    const { name, notes } = fieldsOf(table, CENTRE_FIELDS);
    const rowOf = new Map<string, number>();
    return collect(table, notesOnPlace(table, notes), (desk) => {
      const code = textOf(desk.value(name.code));
      if (code === null) {
        return { refused: desk.problem("feature.property-missing", { wanted: "code" }, name.code ?? "code") };
      }
      const first = rowOf.get(code);
      if (first !== undefined) {
        return { refused: desk.problem("unit.code-repeated", { code, first: String(first) }, name.code) };
      }
      const place = placeOf(desk, name);
      if ("refused" in place) return place;
      if (place.value === null) return { refused: desk.problem("feature.no-geometry") };
      rowOf.set(code, desk.feature.row);
      const { row, properties } = desk.feature;
      const geometry: PointGeometry = { type: "Point", coordinates: place.value };
      return {
        value: { row, attributes: { code, name: textOf(desk.value(name.name)) }, geometry, properties },
      };
    });
  },
  likeness(table) {
    const { name } = fieldsOf(table, CENTRE_FIELDS);
    return name.code === null ? 0 : shareOfPlaces(table) * 0.7;
  },
};
