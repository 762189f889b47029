/** Further columns of a register: land, house, cause, and where coordinates, codes and classes come from. */
import {
  type Category,
  fitsOptional,
  type Json,
  OPTIONAL_FIELDS,
  type OptionalField,
} from "../../model/household.ts";
import type { Problem } from "../../outcome.ts";
import { type CsvCells, CsvRow } from "../csv/csv-cells.ts";
import { decimalAt } from "../decimal.ts";
import type { Fields, Synonyms } from "../fields.ts";
import type { RawTable } from "../raw.ts";
import { utf8Text } from "../text/utf8-text.ts";
import { numberOf, saysNotKnown, textOf } from "../values.ts";
import { FeatureDesk } from "./collect.ts";
import { fillTexts, TextCell, Texts } from "./register-texts.ts";

/** Land is taken only from names that say square metres: fields are as often written in hectares. */
export const OPTIONAL_SYNONYMS: Synonyms<OptionalField> = {
  commune_list: ["danh_muc_xa", "danh_muc_don_vi", "ky_danh_muc_xa"],
  coordinate_source: ["nguon_toa_do", "nguon_vi_tri"],
  coordinate_accuracy_m: ["sai_so_toa_do_m", "sai_so_m", "do_chinh_xac_toa_do_m"],
  ethnicity_code: ["ma_dan_toc", "madantoc"],
  ethnicity_list: ["danh_muc_dan_toc"],
  poverty_year: ["nam_ra_soat_ngheo", "nam_xet_ngheo", "nam_ra_soat"],
  residential_land_m2: ["dat_o_m2", "dien_tich_dat_o_m2"],
  production_land_m2: ["dat_san_xuat_m2", "dien_tich_dat_san_xuat_m2"],
  house_state: ["tinh_trang_nha", "tinh_trang_nha_o", "hien_trang_nha", "hien_trang_nha_o"],
  cause: ["nguyen_nhan", "nguyen_nhan_di_doi", "ly_do_di_doi"],
};

/** One of these columns, in the order of the households that were accepted. */
export type OptionalColumn =
  | { readonly field: OptionalField; readonly kind: "text"; readonly texts: Category }
  /** NaN: not known. */
  | { readonly field: OptionalField; readonly kind: "number"; readonly numbers: Float64Array };

type Names = Fields<OptionalField>["name"];
/** A column that the file has, and what it holds. */
interface Taken {
  readonly field: OptionalField;
  readonly name: string;
}

function takenOf(names: Names): readonly Taken[] {
  return (Object.keys(OPTIONAL_FIELDS) as OptionalField[]).flatMap((field) => {
    const name = names[field];
    return name === null ? [] : [{ field, name }];
  });
}

/** The columns in the cells of a table; `rowOf[i]` is the row of household `i` of `count`. Adds to the notes. */
export function optionalFromCells(
  table: RawTable,
  cells: CsvCells,
  names: Names,
  rowOf: Uint32Array,
  count: number,
): { readonly columns: readonly OptionalColumn[]; readonly notes: readonly Problem[] } {
  const cell = new TextCell(cells, rowOf);
  const notes: Problem[] = [];
  const views = new ViewBytes();
  const columns = takenOf(names).map(({ field, name }): OptionalColumn => {
    const column = cells.columns.indexOf(name);
    const kind = OPTIONAL_FIELDS[field];
    if (kind === "text") {
      const texts = new Texts(count);
      fillTexts(texts, cell, column, 0, count);
      return { field, kind, texts: texts.category() };
    }
    const numbers = new Float64Array(count).fill(Number.NaN);
    for (let i = 0; i < count; i++) {
      if (plainNumber(cell, i, column, kind, views, numbers)) continue;
      const desk = new FeatureDesk(table, new CsvRow(cells, rowOf[i]!), notes);
      numbers[i] = numberFor(desk, field, name);
    }
    return { field, kind: "number", numbers };
  });
  return { columns, notes };
}

/** The bytes behind a view; nearly always the same file's as the last time. */
class ViewBytes {
  private view: DataView | null = null;
  private bytes = new Uint8Array(0);

  of(view: DataView): Uint8Array {
    if (view !== this.view) {
      this.view = view;
      this.bytes = new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset, view.byteLength);
    }
    return this.bytes;
  }
}

/** Puts a plain number into `out[i]` and says true, also for an empty cell; false when it has to be looked at. */
function plainNumber(
  cell: TextCell,
  i: number,
  column: number,
  kind: "measure" | "year",
  views: ViewBytes,
  out: Float64Array,
): boolean {
  const source = cell.at(i, column);
  const from = cell.from[0]!;
  const to = cell.to[0]!;
  if (from === to) return true;
  const bytes = views.of(source);
  if (!decimalAt(bytes, from, to, out, i)) out[i] = Number.NaN;
  else if (fitsOptional(kind, out[i]!) && (kind === "year" || !isUnclear(utf8Text(bytes, from, to))))
    return true;
  out[i] = Number.NaN;
  return false;
}

/** Collects the columns from one accepted feature after the other. */
export class OptionalCollector {
  private readonly taken: readonly Taken[];
  private readonly values: (string | number | null)[][];

  constructor(names: Names) {
    this.taken = takenOf(names);
    this.values = this.taken.map(() => []);
  }

  /** Takes the values of a feature that is accepted; what cannot be read is noted. */
  add(desk: FeatureDesk): void {
    for (const [k, { field, name }] of this.taken.entries()) {
      const text = OPTIONAL_FIELDS[field] === "text";
      this.values[k]!.push(text ? textOf(desk.value(name)) : numberFor(desk, field, name));
    }
  }

  columns(): readonly OptionalColumn[] {
    return this.taken.map(({ field }, k): OptionalColumn => {
      const values = this.values[k]!;
      if (OPTIONAL_FIELDS[field] !== "text") {
        return { field, kind: "number", numbers: Float64Array.from(values as number[]) };
      }
      return { field, kind: "text", texts: categoryOf(values as (string | null)[]) };
    });
  }
}

function categoryOf(texts: readonly (string | null)[]): Category {
  const place = new Map<string, number>();
  const index = Int32Array.from(texts, (text) => {
    if (text === null) return -1;
    const known = place.get(text) ?? place.size;
    place.set(text, known);
    return known;
  });
  return { values: [...place.keys()], index };
}

/** The number of a feature, NaN with a note when it is none that fits. */
function numberFor(desk: FeatureDesk, field: OptionalField, name: string): number {
  const kind = OPTIONAL_FIELDS[field];
  if (kind === "text") throw new Error(`${field} holds texts`);
  const value: Json | undefined = desk.value(name);
  const text = textOf(value);
  if (typeof value === "string" && (text === null || saysNotKnown(text))) return Number.NaN;
  const number = numberOf(value);
  if (number === null) return Number.NaN;
  const given = text ?? JSON.stringify(value);
  if (number === undefined || !fitsOptional(kind, number)) {
    desk.note(kind === "year" ? "row.year" : "row.measure", { given }, name);
    return Number.NaN;
  }
  if (kind === "measure" && typeof value === "string" && isUnclear(value)) {
    desk.note("row.measure-unclear", { given }, name);
    return Number.NaN;
  }
  return number;
}

/** `1.500` and `12,345` may be thousands or decimals; a number that begins with 0 has decimals. */
export function isUnclear(text: string): boolean {
  return /^\s*[+]?[1-9]\d{0,2}[.,]\d{3}\s*$/.test(text);
}
