/** Numbers, measures and dates in the reader's manner (Vietnamese: 1.832 · 63,6 % · 15/10/2026). */
import type { IsoDate } from "../core/units.ts";
import type { Language } from "./say.ts";

const NBSP = "\u00a0";
const locale = (language: Language) => (language === "vi" ? "vi-VN" : "en-GB");

/** A plain number with at most `digits` decimals. */
export function formatNumber(language: Language, value: number, digits = 3): string {
  return new Intl.NumberFormat(locale(language), { maximumFractionDigits: digits }).format(value);
}

/** A number with exactly `digits` decimals. */
export function formatFixed(language: Language, value: number, digits: number): string {
  return new Intl.NumberFormat(locale(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/**
 * A percentage with one decimal, cut and never rounded up: 59.96 is 59.9, so that a milestone
 * is not shown as met before it is. `percent` is 0…100.
 */
export function formatPercent(language: Language, percent: number): string {
  const cut = Math.floor(percent * 10 + 1e-9) / 10;
  return `${formatNumber(language, cut, 1)}${NBSP}%`;
}

/** Metres below 1 km, else kilometres with one decimal. */
export function formatDistance(language: Language, metres: number): string {
  if (metres < 1000) return `${formatNumber(language, Math.round(metres), 0)}${NBSP}m`;
  return `${formatFixed(language, metres / 1000, 1)}${NBSP}km`;
}

/** Hectares with one decimal from 10 ha, two below. */
export function formatHectares(language: Language, areaM2: number): string {
  const ha = areaM2 / 10_000;
  return `${formatFixed(language, ha, ha >= 10 ? 1 : 2)}${NBSP}ha`;
}

/** Whole square metres. */
export function formatSquareMetres(language: Language, areaM2: number): string {
  return `${formatNumber(language, Math.round(areaM2), 0)}${NBSP}m²`;
}

/** dd/mm/yyyy in both languages, as in administrative papers. */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}

/** hh:mm of a timestamp, in the reader's own zone. */
export function formatTime(language: Language, timestamp: string): string {
  return new Intl.DateTimeFormat(locale(language), {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(new Date(timestamp));
}
