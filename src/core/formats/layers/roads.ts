/** Roads: `name` and, where known, their class. */
import type { LineGeometry } from "../../model/geometry.ts";
import type { Road } from "../../model/layers.ts";
import { fieldsOf, type Synonyms } from "../fields.ts";
import { readLine } from "../shapes.ts";
import { textOf } from "../values.ts";
import { collect, withShape } from "./collect.ts";
import type { LayerFeature, LayerReader } from "./layer-reader.ts";
import { shareOfLines } from "./likeness.ts";
import { type Words, wordOf } from "./words.ts";

/** Names of the columns, besides our own. */
export const ROAD_FIELDS: Synonyms<"name" | "class"> = {
  name: ["ten", "ten_duong"],
  class: ["road_class", "highway", "loai_duong", "cap_duong"],
};
/** Values of OpenStreetMap's `highway` and of Vietnamese road lists. */
export const ROAD_CLASS_WORDS: Words<"main" | "minor"> = {
  main: [
    "national",
    "provincial",
    "motorway",
    "trunk",
    "primary",
    "secondary",
    "quoc lo",
    "tinh lo",
    "duong tinh",
    "cao toc",
  ],
  minor: [
    "district",
    "tertiary",
    "unclassified",
    "residential",
    "service",
    "track",
    "path",
    "huyen lo",
    "duong huyen",
    "duong xa",
    "duong thon",
  ],
};

/** Takes every line; a class that is not known is left out silently, nothing depends on it but the drawing. */
export const roads: LayerReader<"roads", LayerFeature<Road, LineGeometry>> = {
  as: "roads",
  wants: "line",
  read(table) {
    const { name, notes } = fieldsOf(table, ROAD_FIELDS);
    return collect(table, notes, (desk) => {
      const roadClass = wordOf(ROAD_CLASS_WORDS, desk.value(name.class))?.word ?? null;
      return withShape(
        desk,
        { name: textOf(desk.value(name.name)), roadClass },
        readLine(desk.feature.geometry),
      );
    });
  },
  likeness(table) {
    const { name } = fieldsOf(table, ROAD_FIELDS);
    return shareOfLines(table) * (name.class === null ? 0.5 : 0.9);
  },
};
