/** Hazard zones: `kind` (sạt lở, lũ quét, lũ ống) and `level`, susceptibility 1 lowest … 5 highest. */
import type { Hazard, HazardKind, HazardLevel } from "../../model/layers.ts";
import { fieldsOf, type Synonyms } from "../fields.ts";
import { numberOf, textOf } from "../values.ts";
import { collect, withArea } from "./collect.ts";
import { kindOf } from "./kind.ts";
import type { LayerFeature, LayerReader } from "./layer-reader.ts";
import { shareOfAreas } from "./likeness.ts";
import type { Words } from "./words.ts";

/** "Cấp" is not a synonym of level: it names the risk level of an event, another scale (Decision 18/2021/QĐ-TTg). */
export const HAZARD_FIELDS: Synonyms<"kind" | "level"> = {
  kind: ["loai", "loai_hinh", "loai_thien_tai", "hazard", "hazard_kind"],
  level: ["muc", "muc_do", "muc_nguy_co", "susceptibility", "hazard_level"],
};
/** Words for the kinds. */
export const HAZARD_WORDS: Words<HazardKind> = {
  landslide: ["sat lo", "sat lo dat", "truot lo", "truot lo dat"],
  "flash-flood": ["lu quet"],
  "pipe-flood": ["lu ong"],
};

/**
 * Needs a kind and a whole level from 1 to 5 on every polygon. Words such as "cao" are rejected: sets with
 * four and with five classes both occur and some number them from the top, so a person must say what they mean.
 */
export const hazards: LayerReader<"hazards", LayerFeature<Hazard>> = {
  as: "hazards",
  wants: "area",
  read(table) {
    const { name, notes } = fieldsOf(table, HAZARD_FIELDS);
    return collect(table, notes, (desk) => {
      const found = kindOf(desk, name.kind, HAZARD_WORDS, "hazard.kind");
      if ("refused" in found) return found;
      const givenLevel = desk.value(name.level);
      const level = numberOf(givenLevel);
      if (!isLevel(level)) {
        const values = {
          given: givenLevel == null ? null : (textOf(givenLevel) ?? JSON.stringify(givenLevel)),
        };
        return { refused: desk.problem("hazard.level", values, name.level ?? "level") };
      }
      return withArea(desk, { kind: found.kind, level });
    });
  },
  likeness(table) {
    const { name } = fieldsOf(table, HAZARD_FIELDS);
    return name.kind === null || name.level === null ? 0 : shareOfAreas(table);
  },
};

function isLevel(level: number | null | undefined): level is HazardLevel {
  return typeof level === "number" && Number.isInteger(level) && level >= 1 && level <= 5;
}
