/**
 * Names that columns go by in offices, Vietnamese and English, folded (`foldText`): what each of our fields is
 * called, per layer. Names the readers of our own files accept (`core/formats/layers`) are part of it.
 */
import { CENTRE_FIELDS } from "../../formats/layers/centres.ts";
import { FOREST_FIELDS } from "../../formats/layers/forests.ts";
import { HAZARD_FIELDS } from "../../formats/layers/hazards.ts";
import { REGISTER_NAMES } from "../../formats/layers/households.ts";
import type { ReadAs } from "../../formats/layers/layer-reader.ts";
import { OPTIONAL_SYNONYMS } from "../../formats/layers/register-optional.ts";
import { ROAD_FIELDS } from "../../formats/layers/roads.ts";
import { UNIT_FIELDS } from "../../formats/layers/units.ts";
import { FIELDS_OF, type FieldName } from "../fields.ts";
import { HOUSEHOLD_NAMES } from "./household-names.ts";
import { FOREST_NAMES, HAZARD_NAMES, PLACE_NAMES, ROAD_NAMES } from "./layer-names.ts";

/** How a field is called. All folded; words apart, the way they are joined or cut is found by `matchName`. */
export interface FieldNames {
  /** Say it fully. */
  readonly names: readonly string[];
  /** Usual abbreviations, which say it as well. */
  readonly short: readonly string[];
  /** May mean it: believed only when the values agree. */
  readonly weak: readonly string[];
  /** With one of these words or phrases beside it, the name means something else: the number of women is not the members. */
  readonly not: readonly string[];
}

/** Names of the fields of one layer. */
export type Dictionary = Readonly<Partial<Record<FieldName, FieldNames>>>;

/** A name ready for being looked for. */
export interface KnownName {
  readonly name: string;
  readonly words: readonly string[];
  readonly joined: string;
  readonly kind: "name" | "short" | "weak";
}
export interface KnownField {
  readonly known: readonly KnownName[];
  readonly not: readonly string[];
}
export type KnownFields = ReadonlyMap<FieldName, KnownField>;

const NOTHING: FieldNames = { names: [], short: [], weak: [], not: [] };

/** Our own name comes first, then the names of the dictionary, then those of the readers. */
function known(
  as: ReadAs,
  ours: Dictionary,
  readers: Readonly<Record<string, readonly string[]>>,
): KnownFields {
  return new Map(
    FIELDS_OF[as].map((field): [FieldName, KnownField] => {
      const { names, short, weak, not } = ours[field] ?? NOTHING;
      const own = field.replaceAll("_", " ");
      // "id" and "level" are ours when they are written exactly so (`scoreColumn`), else anybody's.
      const kinds = new Map<string, KnownName["kind"]>([[own, weak.includes(own) ? "weak" : "name"]]);
      const add = (list: readonly string[], kind: KnownName["kind"]) => {
        for (const name of list) if (!kinds.has(name)) kinds.set(name, kind);
      };
      // A weak name stays one: readers accept "loai" where nothing else can be meant.
      add(weak, "weak");
      add(short, "short");
      add(names, "name");
      const read = (readers[field] ?? []).map((name) => name.replaceAll("_", " "));
      add(read, "name");
      const list = [...kinds].map(([name, kind]): KnownName => {
        return { name, words: name.split(" "), joined: name.replaceAll(" ", ""), kind };
      });
      return [field, { known: list, not }];
    }),
  );
}

/** The dictionary of each layer. */
export const DICTIONARIES: Readonly<Record<ReadAs, KnownFields>> = {
  households: known("households", HOUSEHOLD_NAMES, { ...REGISTER_NAMES, ...OPTIONAL_SYNONYMS }),
  units: known("units", PLACE_NAMES, UNIT_FIELDS),
  forests: known("forests", FOREST_NAMES, FOREST_FIELDS),
  hazards: known("hazards", HAZARD_NAMES, HAZARD_FIELDS),
  roads: known("roads", ROAD_NAMES, ROAD_FIELDS),
  centres: known("centres", PLACE_NAMES, CENTRE_FIELDS),
};

/** Row numbers, joined: they change with every sorting of a list, so that they make poor ids. */
export const SERIAL_NAMES: ReadonlySet<string> = new Set(
  "stt, tt, sothutu, no, fid, ogcfid, objectid, objectid1, gid, rowid, index, sotttrongds, sttho".split(", "),
);

/** Columns that are no field of ours, by names that might be taken for one; joined. */
export const OTHER_NAMES: ReadonlySet<string> = new Set(
  [
    // Of programs and shapes.
    "shapeleng, shapelength, shapearea, shapelen, perimeter, chuvi, geom, geometry, globalid",
    // Coordinates: a place, not a field.
    "x, y, z, toadox, toadoy, toado, kinhdo, vido, lon, lat, long, lng, longitude, latitude, xcoord, ycoord, east, north",
    // Of people.
    "ngaysinh, namsinh, gioitinh, phai, cccd, cmnd, socccd, socmnd, sodinhdanh, dienthoai, sdt, sodienthoai",
    "sonu, solaodong, laodong, tongiao, quoctich, hotenvo, hotenchong, nghenghiep, quanhevoichuho, quanhe",
    // Of forest inventories: sub-compartment, block, plot, state of the land, planted species and year.
    "tieukhu, tk, khoanh, khoanhso, lo, loso, solo, ldlr, trangthai, trangthairung, loaicay, namtrong, truluong, mgo",
    "matinh, mahuyen, mathon, mabuon, tinhtrang, ghichu, note, notes, remark, ngaycapnhat, nguoicapnhat, nguoidieutra",
    "dientich, dtich, dtha, dientichha, area, areakm2, areaha, danso, matdo",
  ]
    .join(", ")
    .split(", "),
);

/**
 * True for "cấp độ rủi ro thiên tai", the level of an event (Decision 18/2021/QĐ-TTg), in any shortening: another
 * scale than the susceptibility of a place.
 */
export function isRiskLevel(joined: string): boolean {
  return /cap(?:do)?r(?:u?i?(?:ro|$)|rtt|r$)|cdrrtt|^rrtt|capdothientai|capthientai|disasterrisklevel/.test(
    joined,
  );
}
