/** Fields and values of rows in words, as the history tells them. */
import type { Json } from "../core/model/household.ts";
import type { FieldChange } from "../plan/protocol.ts";
import { formatDate, formatNumber } from "../text/numbers.ts";
import { hasText, type Language, type TextKey } from "../text/say.ts";
import type { Say } from "./hooks/use-say.ts";

/** Columns of a household and the fact of the card that each holds. */
const FACTS: Readonly<Record<string, TextKey>> = {
  id: "word.fact.id",
  head: "word.fact.head",
  ethnicity: "word.fact.ethnicity",
  ethnicity_code: "word.fact.ethnicityCode",
  ethnicity_list: "word.fact.ethnicityList",
  members: "word.fact.members",
  poverty: "word.fact.poverty",
  poverty_year: "word.fact.povertyYear",
  migrant: "word.fact.migrant",
  village: "word.fact.village",
  commune_code: "word.fact.communeCode",
  commune_list: "word.fact.communeList",
  geom: "word.fact.at",
  coordinate_source: "word.fact.coordinateSource",
  coordinate_accuracy_m: "word.fact.coordinateAccuracyM",
  residential_land_m2: "word.fact.residentialLandM2",
  production_land_m2: "word.fact.productionLandM2",
  house_state: "word.fact.houseState",
  cause: "word.fact.cause",
};
/** Codes and the sentence group that names them. */
const CODES: Readonly<Record<string, string>> = {
  "event.kind": "event",
  "decision.choice": "decision.choice",
  "site.form": "site.form",
  "site.status": "site.status",
  "layer.coverage": "coverage",
  "layer.kind": "layer",
  "baseline.target": "target",
  "household.coordinate_source": "fact.source",
};
const YES_NO = new Set(["household.migrant", "assignment.fixed"]);
const FEATURES = new Set(["unit", "forest", "hazard", "road", "centre"]);

/** What a change is about: the field, or the row as a whole. */
export function subjectOf({ table, field }: FieldChange, t: Say): string {
  if (field === null) {
    const key = `history.thing.${FEATURES.has(table) ? "features" : table}`;
    return hasText(key) ? t(key) : table;
  }
  const fact = table === "household" ? FACTS[field] : undefined;
  const key = fact ?? `history.field.${field === "geom" ? "shape" : field}`;
  return hasText(key) ? t(key) : field;
}

/** Before → after, or what came or went. */
export function changeText(change: FieldChange, t: Say, language: Language): string {
  const { table, op, field, before, after } = change;
  if (field === null) {
    const what = rowText(table, op === "remove" ? before : after, t, language);
    return t(op === "remove" ? "history.went" : "history.came", { what });
  }
  const value = (said: Json) => valueText(`${table}.${field}`, said, t, language);
  return t("history.moved", { before: value(before), after: value(after) });
}

/** A row by what a person knows it by. Codes of the file (ids) are told only where there is nothing else. */
function rowText(table: string, row: Json, t: Say, language: Language): string {
  if (typeof row === "number") return formatNumber(language, row);
  if (row === null || typeof row !== "object" || Array.isArray(row)) return t("history.nothing");
  const fields = row as Readonly<Record<string, Json>>;
  const named = (NAMED_BY[table] ?? ["name", "id"]).filter((field) => (fields[field] ?? null) !== null);
  return named.map((field) => valueText(`${table}.${field}`, fields[field]!, t, language)).join(", ");
}
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  household: ["head", "id"],
  event: ["kind", "happened_on", "document", "note"],
  decision: ["choice", "decided_on", "reason", "person", "document"],
  assignment: ["site_id"],
  baseline_member: ["baseline_id", "added_on"],
  site: ["name", "form"],
  layer: ["name", "date", "source"],
  baseline: ["name", "frozen_on"],
};

/** One value of `table.field` in words. */
export function valueText(name: string, value: Json, t: Say, language: Language): string {
  if (value === null || value === "") return t("history.nothing");
  if (YES_NO.has(name)) return t(value === 0 ? "fact.no" : "fact.yes");
  if (typeof value === "number") return plainYear(name) ? String(value) : formatNumber(language, value);
  if (typeof value !== "string") return JSON.stringify(value);
  const code = `${CODES[name]}.${value}`;
  if (hasText(code)) return t(code);
  if (name.endsWith(".geom")) return shapeText(value, t, language);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value;
}

function plainYear(name: string): boolean {
  return name === "household.poverty_year";
}

/** A shape as the plan's history writes it: `POINT (lon lat)` or kind, parts and vertices. */
function shapeText(value: string, t: Say, language: Language): string {
  const point = /^POINT \((\S+) (\S+)\)$/.exec(value);
  if (point) {
    const [lon, lat] = [point[1], point[2]].map((each) => formatNumber(language, Number(each), 6));
    return t("history.point", { lon: lon!, lat: lat! });
  }
  const areal = /parts=(\d+) vertices=(\d+)$/.exec(value);
  return areal ? t("history.shape", { parts: Number(areal[1]), n: Number(areal[2]) }) : value;
}
