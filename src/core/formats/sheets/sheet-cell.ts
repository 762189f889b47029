/** What a cell of a workbook says: its stored value. No formula is computed and nothing is formatted for show. */
import type { CellObject } from "@e965/xlsx";
import type { Json } from "../../model/household.ts";

/** The parts of the library that tell dates from numbers. */
export interface DateFormats {
  is_date(format: string): boolean;
  parse_date_code(
    value: number,
    options: { date1904: boolean },
  ): { y: number; m: number; d: number; H: number; M: number; S: number } | null;
}

export interface CellReader {
  /** The value of a cell; #N/A and the like are null and counted in `errors`. */
  read(cell: CellObject, row: number): Json;
  /** Whether there will be a value, without making it: any value with content stands for it. */
  look(cell: CellObject): Json;
  /** Rows of cells that held an error, one for each cell. */
  readonly errors: readonly number[];
}

/** A code that is shown with zeros in front (`00000`) is stored as a number: those zeros belong to it. */
const ZEROS = /^0{2,}$/;
const HOURS = /[hs]/i;
const DAYS = /[yd]/i;

/**
 * Dates become `2025-11-16`, with a time of day `2025-11-16T23:00:00`, times alone `23:00:00`. `date1904`: days
 * are counted from 1904 in this workbook.
 */
export function cellReader(formats: DateFormats, date1904: boolean): CellReader {
  const errors: number[] = [];
  const dates = new Map<string, boolean>();
  const isDate = (format: string) => {
    let is = dates.get(format);
    if (is === undefined) {
      is = formats.is_date(format);
      dates.set(format, is);
    }
    return is;
  };
  return {
    errors,
    look: (cell) => {
      if (cell.t === "e") return true;
      return cell.v instanceof Date ? true : (cell.v ?? null);
    },
    read: (cell, row) => {
      const { t, v } = cell;
      if (t === "e" || (typeof v === "number" && !Number.isFinite(v))) {
        errors.push(row);
        return null;
      }
      if (v instanceof Date) return Number.isNaN(v.getTime()) ? null : v.toISOString().slice(0, 10);
      if (typeof v !== "number") return v ?? null;
      const format = typeof cell.z === "string" ? cell.z : "General";
      if (format === "General") return v;
      if (ZEROS.test(format) && Number.isInteger(v) && v >= 0) return String(v).padStart(format.length, "0");
      if (!isDate(format)) return v;
      return dateText(formats, v, date1904, format) ?? v;
    },
  };
}

function dateText(formats: DateFormats, value: number, date1904: boolean, format: string): string | null {
  const code = formats.parse_date_code(value, { date1904 });
  if (code === null || value <= 0) return null;
  const two = (n: number) => String(n).padStart(2, "0");
  const time = `${two(code.H)}:${two(code.M)}:${two(code.S)}`;
  if (value < 1 && HOURS.test(format) && !DAYS.test(format)) return time;
  if (code.y < 1900 || code.y > 9999 || code.m < 1 || code.d < 1) return null;
  const day = `${code.y}-${two(code.m)}-${two(code.d)}`;
  return time === "00:00:00" ? day : `${day}T${time}`;
}
