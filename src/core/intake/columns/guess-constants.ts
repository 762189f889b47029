/** What holds for every row because no column says it: a file `nguy_co_sat_lo.shp` is all landslide. */
import type { ReadAs } from "../../formats/layers/layer-reader.ts";
import type { ForestKind, HazardKind } from "../../model/layers.ts";
import type { FieldName } from "../fields.ts";
import type { Meaning } from "../meaning.ts";
import type { Why } from "../ranked.ts";
import { plainTitle } from "./guess-as.ts";

export type Constant = Meaning["constants"][number];
export interface ConstantGuess {
  readonly constant: Constant;
  /** Always to be shown before it is used. */
  readonly why: Why;
}

const HAZARDS: readonly (readonly [HazardKind, RegExp])[] = [
  ["landslide", /(?:sat|truot) ?lo|landslide/],
  ["flash-flood", /lu ?quet|flash ?flood/],
  ["pipe-flood", /lu ?ong|pipe ?flood/],
];
const FORESTS: readonly (readonly [ForestKind, RegExp])[] = [
  ["buffer", /vung ?dem|buffer/],
  ["special-use", /dac ?dung|\brdd\b|\bvqg\b|vuon ?quoc ?gia|khu ?bao ?ton|du ?tru ?thien ?nhien/],
  ["protection", /phong ?ho|\brph\b/],
  ["production", /rung ?san ?xuat|\brsx\b/],
];

/**
 * The kind of all features, from the names of layer, file and level column, when no column is it and these names
 * speak of one kind only. A file of two kinds, or of none, has to be asked.
 */
export function guessConstants(
  as: ReadAs,
  columns: readonly { readonly name: string; readonly field: FieldName | null }[],
  tableName: string,
  fileName: string,
): readonly ConstantGuess[] {
  const kinds = as === "hazards" ? HAZARDS : as === "forests" ? FORESTS : [];
  if (kinds.length === 0 || columns.some(({ field }) => field === "kind")) return [];
  const level = columns.filter(({ field }) => field === "level").map(({ name }) => name);
  // The column whose levels are taken says best of what they are; then the layer, then the file.
  for (const name of [...level, tableName, fileName]) {
    const title = plainTitle(name);
    const found = kinds.filter(([, pattern]) => pattern.test(title));
    // A buffer zone of a special-use forest is a buffer zone.
    const [kind] = found[0]?.[0] === "buffer" ? found.slice(0, 1) : found.length === 1 ? found : [];
    if (kind !== undefined) {
      return [
        {
          constant: { field: "kind", value: kind[0] },
          why: { code: "field.value-constant", values: { word: kind[0] } },
        },
      ];
    }
    if (found.length > 1) return [];
  }
  return [];
}
