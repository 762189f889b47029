/** The reader's own date. The only place of the interface that asks the clock. */
import type { IsoDate } from "../core/units.ts";

/** Today as `yyyy-mm-dd` in the reader's zone. */
export function today(now: Date = new Date()): IsoDate {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Reads a date typed as dd/mm/yyyy (also d.m.yyyy, d-m-yyyy or yyyy-mm-dd); null when there is no such day. */
export function readDate(text: string): IsoDate | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  const own = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : own
      ? [Number(own[3]), Number(own[2]), Number(own[1])]
      : [0, 0, 0];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    year >= 1900 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCFullYear() === year;
  return exists ? date.toISOString().slice(0, 10) : null;
}
