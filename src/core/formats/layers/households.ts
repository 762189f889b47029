/** The household register: one row per household, with or without a place. */
import type { Household, RegisterField } from "../../model/household.ts";
import type { Problem } from "../../outcome.ts";
import { fieldsOf, type Synonyms } from "../fields.ts";
import { numberOf, saysNotKnown, textOf, yesNoOf } from "../values.ts";
import { collect, type FeatureDesk } from "./collect.ts";
import type { LayerReader } from "./layer-reader.ts";
import { shareOfPlaces, shareOfPoints } from "./likeness.ts";
import { notesOnPlace, PLACE_FIELDS, placeOf } from "./place.ts";

const FIELDS: Synonyms<RegisterField> = {
  id: ["ma_ho", "maho", "ma_ho_gia_dinh", "ma_so_ho", "household_id"],
  head: ["chu_ho", "ten_chu_ho", "ho_ten_chu_ho", "ho_va_ten_chu_ho", "head_name"],
  ethnicity: ["dan_toc", "dantoc", "ethnic", "ethnic_group"],
  members: ["so_khau", "nhan_khau", "so_nhan_khau", "khau", "household_size"],
  poverty: ["ho_ngheo", "dien_ngheo", "phan_loai_ngheo", "loai_ho"],
  migrant: ["di_cu", "di_cu_tu_do", "di_cu_ngoai_quy_hoach", "di_cu_khong_theo_quy_hoach"],
  village: ["thon", "buon", "thon_buon", "ten_thon", "ten_buon", "ten_thon_buon", "to_dan_pho"],
  commune_code: ["ma_xa", "maxa", "ma_phuong_xa"],
  ...PLACE_FIELDS,
};
/** Columns that only a register of households has. */
const TELLING: readonly RegisterField[] = ["head", "ethnicity", "members", "poverty", "migrant"];
/** More people than this in one household is a slip of the pen. */
const MOST_MEMBERS = 200;

/**
 * Every row with an id of its own is accepted; rejected are a missing or repeated id and coordinates that
 * are degrees swapped, metres or no degrees at all. Without a usable place it counts as not located.
 */
export const households: LayerReader<"households", Household> = {
  as: "households",
  wants: "point",
  read(table) {
    const { name, notes } = fieldsOf(table, FIELDS);
    const fileNotes: Problem[] = notesOnPlace(table, notes);
    const hasPlaces = (name.lon !== null && name.lat !== null) || shareOfPoints(table) > 0;
    if (!hasPlaces) fileNotes.push({ code: "csv.no-coordinates", file: table.file });
    const rowOf = new Map<string, number>();
    return collect(table, fileNotes, (desk) => {
      const id = textOf(desk.value(name.id)) ?? textOf(desk.feature.id);
      if (id === null) return { refused: desk.problem("row.id-missing", undefined, name.id ?? "id") };
      const first = rowOf.get(id);
      if (first !== undefined)
        return { refused: desk.problem("row.id-repeated", { id, first: String(first) }, name.id) };
      const place = placeOf(desk, name);
      if ("refused" in place) return place;
      rowOf.set(id, desk.feature.row);
      return {
        value: {
          id,
          head: textOf(desk.value(name.head)),
          ethnicity: ethnicityOf(desk, name.ethnicity),
          members: membersOf(desk, name.members),
          poverty: textOf(desk.value(name.poverty)),
          migrant: migrantOf(desk, name.migrant),
          village: textOf(desk.value(name.village)),
          communeCode: textOf(desk.value(name.commune_code)),
          lon: place.value?.[0] ?? null,
          lat: place.value?.[1] ?? null,
          properties: desk.feature.properties,
        },
      };
    });
  },
  likeness(table) {
    const { name } = fieldsOf(table, FIELDS);
    if (name.id === null && !table.features.some((feature) => feature.id !== null)) return 0;
    const told = TELLING.filter((field) => name[field] !== null).length;
    return shareOfPlaces(table) * Math.min(0.95, 0.2 + 0.25 * told);
  },
};

function ethnicityOf(desk: FeatureDesk, column: string | null): string | null {
  const text = textOf(desk.value(column));
  if (text === null || !saysNotKnown(text)) return text;
  desk.note("row.value", { given: text }, column);
  return null;
}

function membersOf(desk: FeatureDesk, column: string | null): number | null {
  const number = numberOf(desk.value(column));
  if (number === null) return null;
  if (number !== undefined && Number.isInteger(number) && number >= 0 && number <= MOST_MEMBERS)
    return number;
  desk.note("row.members", { given: textOf(desk.value(column)), most: MOST_MEMBERS }, column);
  return null;
}

function migrantOf(desk: FeatureDesk, column: string | null): boolean | null {
  const migrant = yesNoOf(desk.value(column));
  if (migrant === undefined) desk.note("row.yes-no", { given: textOf(desk.value(column)) }, column);
  return migrant ?? null;
}
