/** The household register: one row per household, with or without a place. */
import type { Household, RegisterField } from "../../model/household.ts";
import type { Problem } from "../../outcome.ts";
import { fieldsOf, type Synonyms } from "../fields.ts";
import type { RawTable } from "../raw.ts";
import type { LayerReader } from "./layer-reader.ts";
import { shareOfPlaces, shareOfPoints } from "./likeness.ts";
import { notesOnPlace, PLACE_FIELDS } from "./place.ts";
import { CellReading } from "./register-cells.ts";
import { OPTIONAL_SYNONYMS } from "./register-optional.ts";
import { FeatureReading, householdsOf, type RegisterReading } from "./register-reading.ts";

/** Names of the columns, besides our own. */
export const REGISTER_NAMES: Synonyms<RegisterField> = {
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

/**
 * Every row with an id of its own is accepted; rejected are a missing or repeated id and coordinates that
 * are degrees swapped, metres or no degrees at all. Without a usable place it counts as not located.
 */
export const households = {
  as: "households",
  wants: "point",
  read(table: RawTable): RegisterReading {
    const { name, notes } = fieldsOf(table, REGISTER_NAMES);
    const further = fieldsOf(table, OPTIONAL_SYNONYMS);
    const fileNotes: Problem[] = [...notesOnPlace(table, notes), ...further.notes];
    const hasPlaces = (name.lon !== null && name.lat !== null) || shareOfPoints(table) > 0;
    if (!hasPlaces) fileNotes.push({ code: "csv.no-coordinates", file: table.file });
    return table.cells === null
      ? new FeatureReading(householdsOf(table, name, further.name, fileNotes))
      : new CellReading(table, table.cells, name, further.name, fileNotes);
  },
  likeness(table: RawTable): number {
    const { name } = fieldsOf(table, REGISTER_NAMES);
    const hasIds = table.cells === null && table.features.some((feature) => feature.id !== null);
    if (name.id === null && !hasIds) return 0;
    const told = TELLING.filter((field) => name[field] !== null).length;
    return shareOfPlaces(table) * Math.min(0.95, 0.2 + 0.25 * told);
  },
} satisfies LayerReader<"households", Household>;
