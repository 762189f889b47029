/** Whether a row that was read can be a row of its table: right kinds of values, words we know, shapes that decode. */
import { DECISION_CHOICES } from "../../core/model/decision.ts";
import { EVENT_KINDS } from "../../core/model/event.ts";
import { FOREST_KINDS, FOREST_SUBZONES, HAZARD_KINDS, LAYER_KINDS } from "../../core/model/layers.ts";
import { SITE_FORMS, SITE_STATUSES } from "../../core/model/site.ts";
import { COMPARATORS } from "../../core/model/target.ts";
import { decodeAreal, decodeLine, decodePoint } from "../geometry-blob.ts";
import type { CellValue } from "./cells.ts";

/** One column as a new plan has it. */
export interface ColumnForm {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
}

/** Words a column may hold. A column that may be NULL may be NULL all the same. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "layer.kind": LAYER_KINDS,
  "layer.coverage": ["all", "zones"],
  "forest.kind": FOREST_KINDS,
  "forest.subzone": FOREST_SUBZONES,
  "hazard.kind": HAZARD_KINDS,
  "event.kind": EVENT_KINDS,
  "baseline.target": ["relocation", "migrants"],
  "decision.choice": DECISION_CHOICES,
  "target.comparator": COMPARATORS,
  "target.baseline_target": ["relocation", "migrants"],
  "site.form": SITE_FORMS,
  "site.status": SITE_STATUSES,
  "journal.kind": ["do", "undo", "redo", "merged"],
  "journal_row.op": ["insert", "update", "remove"],
};
const JSON_COLUMNS = new Set(["other", "rules", "label", "before", "problems"]);
const KEYS = new Set(["id", "key", "household_id"]);
/** Something, and nothing that cannot be seen. */
const IS_KEY = /^[^\p{Cc}\p{Cs}\p{Cn}]+$/u;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** True when every value can stand in its column. */
export function canBeRow(
  table: string,
  columns: readonly ColumnForm[],
  row: Readonly<Record<string, CellValue>>,
): boolean {
  return columns.every((column) => {
    const value = row[column.name] ?? null;
    if (value === null) return !column.notNull || !(column.name in row);
    if (KEYS.has(column.name) && !(typeof value === "string" && IS_KEY.test(value))) return false;
    const words = WORDS[`${table}.${column.name}`];
    if (words) return words.includes(value as string);
    if (table === "hazard" && column.name === "level") return [1, 2, 3, 4, 5].includes(value as number);
    if (JSON_COLUMNS.has(column.name)) return isJson(value);
    return canHold(column.type.toUpperCase(), value);
  });
}

function canHold(type: string, value: CellValue): boolean {
  switch (type) {
    case "INTEGER":
    case "BOOLEAN":
      return Number.isInteger(value);
    case "REAL":
    case "DOUBLE":
      return typeof value === "number" && Number.isFinite(value);
    case "DATE":
      return typeof value === "string" && DAY.test(value);
    case "DATETIME":
      return typeof value === "string" && !Number.isNaN(Date.parse(value));
    case "POINT":
      return isShape(value, (blob) => onEarth(decodePoint(blob)));
    case "MULTIPOLYGON":
      return isShape(value, (blob) => onEarth(decodeAreal(blob).coordinates));
    case "MULTILINESTRING":
      return isShape(value, (blob) => onEarth(decodeLine(blob).coordinates));
    case "BLOB":
      return value instanceof Uint8Array;
    default:
      return typeof value === "string" && !value.includes("\0");
  }
}

function isShape(value: CellValue, look: (blob: Uint8Array) => boolean): boolean {
  if (!(value instanceof Uint8Array)) return false;
  try {
    return look(value);
  } catch {
    return false; // what was thrown says that these bytes are no shape of this kind
  }
}

/** Every position in the nested lists is a longitude and a latitude. */
function onEarth(positions: unknown): boolean {
  if (!Array.isArray(positions)) return positions === null;
  const [lon, lat] = positions as unknown[];
  if (typeof lon === "number") return Math.abs(lon) <= 180 && typeof lat === "number" && Math.abs(lat) <= 90;
  return positions.every(onEarth);
}

function isJson(value: CellValue): boolean {
  if (typeof value !== "string") return false;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "object" && parsed !== null;
  } catch {
    return false; // a text that is no JSON any more
  }
}
