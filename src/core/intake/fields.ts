/** The fields a column can be, by what a table is read as. */
import type { ReadAs } from "../formats/layers/layer-reader.ts";
import {
  OPTIONAL_FIELDS,
  type OptionalField,
  REGISTER_FIELDS,
  type RegisterField,
} from "../model/household.ts";

/**
 * `commune_name` and `district_name` are not kept: they find the commune code (`core/admin`). `province` of a
 * unit is the former province.
 */
export type FieldName =
  | Exclude<RegisterField, "lon" | "lat">
  | OptionalField
  | "commune_name"
  | "district_name"
  | "code"
  | "name"
  | "district"
  | "province"
  | "kind"
  | "subzone"
  | "level"
  | "class";

/** In the order menus show them. */
export const FIELDS_OF: Readonly<Record<ReadAs, readonly FieldName[]>> = {
  households: [
    ...REGISTER_FIELDS.filter((field) => field !== "lon" && field !== "lat"),
    "commune_name",
    "district_name",
    ...(Object.keys(OPTIONAL_FIELDS) as OptionalField[]),
  ],
  units: ["code", "name", "district", "province"],
  forests: ["name", "kind", "subzone"],
  hazards: ["kind", "level"],
  roads: ["name", "class"],
  centres: ["code", "name"],
};
