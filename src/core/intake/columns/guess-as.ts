/** What a table could be: a register, communes, forests … by its columns, its shapes and its name. */
import type { ReadAs } from "../../formats/layers/layer-reader.ts";
import { foldText } from "../../model/fold-text.ts";
import { FIELDS_OF, type FieldName } from "../fields.ts";
import type { Ranked, Why } from "../ranked.ts";
import type { ColumnSample } from "./column-sample.ts";
import { guessColumns } from "./guess-fields.ts";
import { isCommuneCode, type KnownCode } from "./value-fit.ts";

/** What most shapes of a table are; `none` for a plain table. */
export type ShapeKind = "point" | "line" | "area" | "mixed" | "none";

/** Fields that make a table what it is, with what each is worth. */
const TELLING: Readonly<Record<ReadAs, Readonly<Partial<Record<FieldName, number>>>>> = {
  households: {
    head: 0.35,
    ethnicity: 0.2,
    members: 0.25,
    poverty: 0.15,
    migrant: 0.15,
    id: 0.15,
    village: 0.05,
    commune_code: 0.05,
  },
  units: { code: 0.45, name: 0.25, district: 0.15, province: 0.1 },
  forests: { kind: 0.6, subzone: 0.2, name: 0.1 },
  hazards: { level: 0.5, kind: 0.35 },
  roads: { class: 0.4, name: 0.2 },
  centres: { code: 0.35, name: 0.2 },
};
/** How well shapes fit, 0 … 1; 0 cannot be. */
const SHAPES: Readonly<Record<ReadAs, Readonly<Record<ShapeKind, number>>>> = {
  households: { point: 1, none: 1, mixed: 0.3, line: 0, area: 0 },
  units: { area: 1, mixed: 0.4, point: 0, line: 0, none: 0 },
  forests: { area: 1, mixed: 0.5, point: 0, line: 0, none: 0 },
  hazards: { area: 1, mixed: 0.5, point: 0, line: 0, none: 0 },
  roads: { line: 1, mixed: 0.4, area: 0, point: 0, none: 0 },
  centres: { point: 1, none: 0.6, mixed: 0.3, area: 0, line: 0 },
};
/** Words of files and layers, folded, signs as blanks. */
const NAMES: Readonly<Record<ReadAs, readonly string[]>> = {
  households: [
    "ho dan",
    "danh sach ho",
    "ds ho",
    "ho ngheo",
    "household",
    "ho gia dinh",
    "nha dan",
    "dtts",
    "di cu",
  ],
  units: [
    "rgxa",
    "ranh gioi xa",
    "ranh gioi",
    "ranhgioi",
    "hanh chinh",
    "hanhchinh",
    "commune",
    "ward",
    "dvhc",
    "rg xa",
    "units",
  ],
  forests: [
    "rung dac dung",
    "3 loai rung",
    "rung",
    "3lr",
    "kiem ke rung",
    "vqg",
    "forest",
    "protected",
    "dien bien rung",
    "khu bao ton",
  ],
  hazards: [
    "sat lo",
    "satlo",
    "truot lo",
    "lu quet",
    "luquet",
    "lu ong",
    "nguy co",
    "nguyco",
    "hazard",
    "landslide",
    "susceptibility",
    "thien tai",
  ],
  roads: ["duong", "giao thong", "giaothong", "road", "tuyen duong", "quoc lo"],
  centres: ["trung tam", "ubnd", "tt xa", "centre", "center", "tru so"],
};
/** A layer of the right shapes whose columns tell nothing may still be one. */
const SHAPES_ALONE: Readonly<Partial<Record<ReadAs, number>>> = { roads: 0.3 };
const BY_NAME = 0.25;
const LEAST = 0.15;

/**
 * Everything the table could be, best first; empty when nothing tells. Scores are 0 … 1: below 0.4, or with another
 * close behind, a person has to say.
 */
export function guessAs(
  columns: readonly ColumnSample[],
  shapes: ShapeKind,
  tableName: string,
  fileName: string,
  known: KnownCode = isCommuneCode,
): readonly Ranked<ReadAs>[] {
  const title = ` ${plainTitle(tableName)} ${plainTitle(fileName.replace(/\.[a-z0-9]{1,8}$/i, ""))} `;
  const out: Ranked<ReadAs>[] = [];
  for (const as of Object.keys(FIELDS_OF) as ReadAs[]) {
    const fit = SHAPES[as][shapes];
    if (fit === 0) continue;
    const found = guessColumns(columns, as, known).flatMap(({ field, ranked }, i) =>
      field === null ? [] : [{ field, score: ranked[0]!.score, column: columns[i]!.name }],
    );
    const telling = found.filter(({ field }) => TELLING[as][field] !== undefined);
    const byColumns = telling.reduce((sum, { field, score }) => sum + TELLING[as][field]! * score ** 2, 0);
    const word = NAMES[as].find((name) => title.includes(` ${name} `));
    const base = Math.max(Math.min(0.95, byColumns), SHAPES_ALONE[as] ?? 0);
    const score = fit * Math.min(1, base + (word !== undefined ? BY_NAME : 0));
    if (score < LEAST) continue;
    const why: Why[] = [];
    if (telling.length > 0) {
      const names = telling.map(({ column }) => `“${column}”`).join(", ");
      why.push({ code: "field.as-columns", values: { names } });
    }
    if (word !== undefined) why.push({ code: "field.as-name", values: { word } });
    if (shapes !== "none" && shapes !== "mixed") why.push({ code: "field.as-shapes" });
    out.push({ value: as, score, why });
  }
  return out.sort((a, b) => b.score - a.score);
}

/** Folded words of a name of a file, layer or sheet, one blank between them. */
export function plainTitle(text: string): string {
  return foldText(text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
