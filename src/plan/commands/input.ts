/** Checks that many commands share. What arrives may come from a script, so it is looked at, not trusted. */
import type { Problem } from "../../core/outcome.ts";
import type { IsoDate } from "../../core/units.ts";

/** The problem of an input that is not what the command takes. */
export function badInput(field: string): Problem {
  return { code: "command.input", field, values: { field } };
}

/** True for text with something in it. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** True for an object with named members. */
export function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for text or null. */
export function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

/** True for one of the words of a list. */
export function isOneOf<W extends string>(words: readonly W[], value: unknown): value is W {
  return (words as readonly unknown[]).includes(value);
}

/** Nothing in this plan happened before people began to move here on their own (1976). */
const EARLIEST: IsoDate = "1976-01-01";
/** Vietnam is seven hours ahead of UTC the whole year. */
const VIETNAM_MS = 7 * 3_600_000;

/** True for a day of the calendar, `YYYY-MM-DD`. */
export function isDay(value: unknown): value is IsoDate {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value;
}

/** True for a day of the calendar, from 1976 up to today in Vietnam. `at` is now, ISO 8601 in UTC. */
export function isPastDate(value: unknown, at: string): value is IsoDate {
  if (!isDay(value)) return false;
  const today = new Date(Date.parse(at) + VIETNAM_MS).toISOString().slice(0, 10);
  return value >= EARLIEST && value <= today;
}

/** The first text that stands in a list twice, or null. */
export function firstRepeated(texts: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const text of texts) {
    if (seen.has(text)) return text;
    seen.add(text);
  }
  return null;
}

/** A name as it is kept: one form of Unicode, no blanks around it. */
export function tidy(name: string): string {
  return name.normalize("NFC").trim();
}
