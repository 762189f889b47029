/** Forests: `name`, `kind` and, where known, `subzone` (Law on Forestry 16/2017/QH14, Art. 5). */
import type { Forest, ForestKind, ForestSubzone } from "../../model/layers.ts";
import { fieldsOf, type Synonyms } from "../fields.ts";
import { textOf } from "../values.ts";
import { collect, withArea } from "./collect.ts";
import { kindOf } from "./kind.ts";
import type { LayerFeature, LayerReader } from "./layer-reader.ts";
import { shareOfAreas } from "./likeness.ts";
import { type Words, wordOf } from "./words.ts";

/** Names of the columns, besides our own. */
export const FOREST_FIELDS: Synonyms<"name" | "kind" | "subzone"> = {
  name: ["ten", "ten_rung", "ten_khu", "ten_khu_rung"],
  kind: ["loai_rung", "ba_loai_rung", "loai"],
  subzone: ["phan_khu"],
};
/** A code such as `malr3` is not here: its order must be confirmed by whoever supplied the file. */
export const FOREST_WORDS: Words<ForestKind> = {
  "special-use": ["rung dac dung", "dac dung", "special use forest"],
  protection: ["rung phong ho", "phong ho", "protection forest"],
  production: ["rung san xuat", "san xuat", "production forest"],
  buffer: ["vung dem", "buffer zone"],
};
/** Words for the parts of special-use forest. */
export const SUBZONE_WORDS: Words<ForestSubzone> = {
  strict: ["phan khu bao ve nghiem ngat", "bao ve nghiem ngat", "nghiem ngat"],
  recovery: ["phan khu phuc hoi sinh thai", "phuc hoi sinh thai", "phuc hoi"],
  service: ["phan khu dich vu hanh chinh", "dich vu hanh chinh", "dich vu, hanh chinh"],
};

/** Needs a kind we know on every polygon; a word for it that is not ours is a note. */
export const forests: LayerReader<"forests", LayerFeature<Forest>> = {
  as: "forests",
  wants: "area",
  read(table) {
    const { name, notes } = fieldsOf(table, FOREST_FIELDS);
    return collect(table, notes, (desk) => {
      const found = kindOf(desk, name.kind, FOREST_WORDS, "forest.kind");
      if ("refused" in found) return found;
      const subzone = wordOf(SUBZONE_WORDS, desk.value(name.subzone));
      if (subzone === undefined) {
        desk.note("forest.subzone", { given: textOf(desk.value(name.subzone)) }, name.subzone);
      }
      return withArea(desk, {
        name: textOf(desk.value(name.name)),
        kind: found.kind,
        subzone: subzone?.word ?? null,
      });
    });
  },
  likeness(table) {
    const { name } = fieldsOf(table, FOREST_FIELDS);
    return name.kind === null ? 0 : shareOfAreas(table) * 0.9;
  },
};
