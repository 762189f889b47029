/** What a conflict of a merge is about and what its sides say, in words. */
import type { Json } from "../core/model/household.ts";
import type { MergeConflict } from "../plan/protocol.ts";
import { formatDate, formatDistance, formatHectares, formatNumber } from "../text/numbers.ts";
import { hasText, type Language, type TextKey } from "../text/say.ts";
import { subjectOf, valueText } from "./history-words.ts";
import type { Say } from "./hooks/use-say.ts";

/** Which thing it is: household and id, site, layer … */
export function mergeAbout(conflict: MergeConflict, t: Say): string {
  const { table, key, name, household } = conflict;
  if (household !== null) {
    const about = `merge.about.${table}`;
    return t(hasText(about) ? about : "merge.about.household", { key: household, household, name });
  }
  const thing = tableInWords(table, t);
  // There is one plan and one set of rules in force.
  if (table === "plan" || table === "rule_set") return thing;
  return t("merge.about.named", { thing, name: name ?? key });
}

/** The field, null when it is about a thing as a whole. */
export function mergeField(conflict: Pick<MergeConflict, "table" | "field">, t: Say): string | null {
  const { table, field } = conflict;
  if (field === null) return null;
  const [column, ...member] = field.split(".");
  if (column === "other" && member.length > 0) return t("merge.field.other", { name: member.join(".") });
  const key = `merge.field.${member[0] ?? column}`;
  if ((table === "rule_set" || table === "plan") && hasText(key)) return t(key);
  return subjectOf({ table, key: "", op: "update", field, before: null, after: null }, t);
}

/** What a side says, as short lines. */
export function mergeValue(conflict: MergeConflict, value: Json, t: Say, language: Language): string[] {
  const { table, field, kind } = conflict;
  if (table === "rule_set" && field !== null) return ruleInWords(value, t, language);
  if (kind === "apart") return (Array.isArray(value) ? value : []).map((one) => apartInWords(one as Json, t));
  if (field !== null) return [fieldInWords(table, field, value, t, language)];
  const parts =
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  if (parts.length === 0) return [t("merge.value.kept")];
  return parts.map(([name, said]) =>
    name.startsWith("+")
      ? t("merge.value.added", { thing: tableInWords(name.slice(1), t), n: Number(said) })
      : t("merge.value.changed", {
          field: mergeField({ table, field: name }, t),
          value: fieldInWords(table, name, said, t, language),
        }),
  );
}

/** Names of what a criterion sets, and of the words it may be set to. */
const RULE_WORDS: Readonly<Record<string, TextKey>> = {
  strict: "screening.strict",
  wide: "screening.wide",
  method: "screening.method",
  neighbours: "screening.method.neighbours",
  cluster: "screening.method.cluster",
  radiusM: "screening.radius",
  linkM: "screening.link",
  fewerThan: "screening.fewer-than",
  minLevel: "screening.min-level.label",
  roadM: "screening.road",
  centreM: "screening.centre",
  combine: "screening.combine",
  any: "screening.combine.any",
  all: "screening.combine.all",
  kinds: "merge.field.kinds",
  majority: "merge.field.majority",
  toleranceM: "merge.field.tolerance",
};

/** One criterion, a line for each thing it sets; lengths in metres. */
function ruleInWords(value: Json, t: Say, language: Language): string[] {
  const word = (one: Json): string => {
    if (typeof one === "number") return formatNumber(language, one);
    const key = RULE_WORDS[String(one)];
    const kind = `word.meaning.${one}`;
    return key ? t(key) : hasText(kind) ? t(kind) : String(one);
  };
  if (value === null) return [t("merge.value.off")];
  if (typeof value !== "object") return [word(value)];
  return Object.entries(value).map(([name, set]) => {
    const said = Array.isArray(set) ? set.map(word).join(", ") : word(set as Json);
    const metres = name.endsWith("M") && typeof set === "number";
    return t("merge.value.changed", {
      field: word(name),
      value: metres ? formatDistance(language, set) : said,
    });
  });
}

function apartInWords(one: Json, t: Say): string {
  if (typeof one !== "object" || one === null || Array.isArray(one)) return String(one);
  const { kind, on } = one as { readonly kind: string; readonly on: string };
  const key = `event.${kind}`;
  return t("merge.value.event", {
    on: formatDate(on as `${number}-${number}-${number}`),
    kind: hasText(key) ? t(key) : kind,
  });
}

function fieldInWords(table: string, field: string, value: Json, t: Say, language: Language): string {
  if (value === null || value === "") return t("merge.value.nothing");
  if (typeof value === "object" && !Array.isArray(value)) {
    const { lon, lat, vertices, areaM2 } = value as Readonly<Record<string, Json>>;
    if (typeof lon === "number" && typeof lat === "number") {
      const place = { lon: formatNumber(language, lon, 6), lat: formatNumber(language, lat, 6) };
      return t("history.point", place);
    }
    if (typeof vertices === "number") {
      return typeof areaM2 === "number"
        ? t("merge.value.area", { n: vertices, area: formatHectares(language, areaM2) })
        : t("merge.value.line", { n: vertices });
    }
  }
  return valueText(`${table}.${field}`, value, t, language);
}

function tableInWords(table: string, t: Say): string {
  const key = `merge.table.${table}`;
  return hasText(key) ? t(key) : table;
}
