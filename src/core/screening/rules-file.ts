/** Reads a rule file: JSON, checked key by key, refused with the key, what was given and what is wanted. */
import * as v from "valibot";
import { jsonFault } from "../formats/geojson/json-fault.ts";
import { FOREST_KINDS, HAZARD_KINDS } from "../model/layers.ts";
import { fail, type Outcome, ok, type Problem } from "../outcome.ts";
import { DEFAULT_RULES, type Rules } from "./rule-set.ts";

/** Farther than this is a slip: the province is 200 km wide. */
const MOST_M = 200_000;
/** A tolerance is the error of a map, not a distance. */
const MOST_TOLERANCE_M = 5000;
const MOST_HOUSEHOLDS = 10_000;

const within = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const tolerance = () => v.optional(within(0, MOST_TOLERANCE_M), 0);
const distance = () => v.optional(v.nullable(within(0, MOST_M)));
const names = () => v.pipe(v.array(v.pipe(v.string(), v.trim(), v.nonEmpty())), v.nonEmpty());

const NEIGHBOURS = v.strictObject({
  method: v.literal("neighbours"),
  radiusM: within(1, MOST_M),
  fewerThan: whole(1, MOST_HOUSEHOLDS),
});
const CLUSTER = v.strictObject({
  method: v.literal("cluster"),
  linkM: within(1, MOST_M),
  fewerThan: whole(1, MOST_HOUSEHOLDS),
});
const D = DEFAULT_RULES;
const RULES = v.strictObject({
  reading: v.optional(v.picklist(["strict", "wide"]), D.reading),
  minority: v.optional(v.nullable(v.strictObject({ majority: names() })), () => D.minority),
  scattered: v.optional(v.nullable(v.variant("method", [NEIGHBOURS, CLUSTER])), () => D.scattered),
  forest: v.optional(
    v.nullable(
      v.strictObject({
        kinds: v.optional(v.pipe(v.array(v.picklist(FOREST_KINDS)), v.nonEmpty()), ["special-use"]),
        toleranceM: tolerance(),
      }),
    ),
    () => D.forest,
  ),
  hazard: v.optional(
    v.nullable(
      v.strictObject({
        kinds: v.optional(v.pipe(v.array(v.picklist(HAZARD_KINDS)), v.nonEmpty()), [...HAZARD_KINDS]),
        minLevel: v.optional(v.picklist([1, 2, 3, 4, 5]), 3),
        toleranceM: tolerance(),
      }),
    ),
    () => D.hazard,
  ),
  remote: v.optional(
    v.nullable(
      v.strictObject({
        roadM: distance(),
        centreM: distance(),
        combine: v.optional(v.picklist(["any", "all"]), "any"),
      }),
    ),
    () => D.remote,
  ),
});

/**
 * The rules of a file. What is left out has a documented meaning: a whole criterion or `reading` left out is
 * the one of `DEFAULT_RULES`; inside a criterion `toleranceM` is 0, `kinds` special-use forest or all hazards,
 * `minLevel` 3, `combine` any; `roadM` or `centreM` left out is not tested. `null` switches a criterion off.
 * Everything else must be there, and no key may be there that we do not know (a mistyped one would be lost).
 */
export function readRules(text: string, file?: string): Outcome<Rules> {
  const place = file === undefined ? {} : { file };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, "").normalize("NFC"));
  } catch {
    return fail("rules.syntax", { ...jsonFault(text) }, place);
  }
  const list = listWhereObject(data);
  if (list !== null) {
    const values = { key: list, given: "[ ]", wanted: "object" };
    return fail("rules.type", values, list === "" ? place : { ...place, field: list });
  }
  const result = v.safeParse(RULES, data, { abortEarly: true });
  if (!result.success) return { ok: false, problem: { ...problemOf(result.issues[0]), ...place } };
  const rules: Rules = result.output;
  if (rules.remote && rules.remote.roadM == null && rules.remote.centreM == null) {
    return fail("rules.remote-empty", undefined, { ...place, field: "remote" });
  }
  return ok(rules);
}

/** A list passes for an object without keys, and would then mean "all defaults": found here, by its key. */
function listWhereObject(data: unknown): string | null {
  if (Array.isArray(data)) return "";
  if (typeof data !== "object" || data === null) return null;
  return Object.entries(data).find(([, value]) => Array.isArray(value))?.[0] ?? null;
}

type Issue = v.BaseIssue<unknown>;

function problemOf(issue: Issue): Problem {
  const key = keyPath(issue);
  const field = key === "" ? {} : { field: key };
  const given = shown(issue.input);
  const strict = issue.type === "strict_object";
  if (strict && issue.expected === "never") {
    return { code: "rules.unknown-key", ...field, values: { key } };
  }
  const lacking = issue.input === undefined;
  if (lacking) return { code: "rules.missing", ...field, values: { key } };
  switch (issue.type) {
    case "picklist":
    case "literal":
    case "variant":
      return { code: "rules.choice", ...field, values: { key, given, allowed: allowed(issue) } };
    case "min_value":
      return { code: "rules.least", ...field, values: { key, given, least: limit(issue) } };
    case "max_value":
      return { code: "rules.most", ...field, values: { key, given, most: limit(issue) } };
    case "integer":
      return { code: "rules.whole", ...field, values: { key, given } };
    case "non_empty":
      return { code: "rules.empty", ...field, values: { key } };
    default: {
      const wanted = strict ? "object" : issue.type;
      return { code: "rules.type", ...field, values: { key: key || "–", given, wanted } };
    }
  }
}

function keyPath(issue: Issue): string {
  let path = "";
  for (const item of issue.path ?? []) {
    path +=
      typeof item.key === "number" ? `[${item.key + 1}]` : `${path === "" ? "" : "."}${String(item.key)}`;
  }
  return path;
}

function shown(input: unknown): string {
  const text = JSON.stringify(input) ?? "–";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** valibot joins the choices by " | " and puts them in brackets. */
function allowed(issue: Issue): string {
  return (issue.expected ?? "").replace(/^\(|\)$/g, "").replaceAll(" | ", ", ");
}

function limit(issue: Issue): number {
  return Number((issue as v.BaseIssue<unknown> & { readonly requirement?: unknown }).requirement);
}
