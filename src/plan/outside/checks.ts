/** What every row that another program wrote must be, as SQL: the same words and bounds as where a person types them. */
import { DECISION_CHOICES } from "../../core/model/decision.ts";
import { EVENT_KINDS } from "../../core/model/event.ts";
import { FOREST_KINDS, FOREST_SUBZONES, HAZARD_KINDS, LAYER_KINDS } from "../../core/model/layers.ts";
import { SITE_FORMS, SITE_STATUSES } from "../../core/model/site.ts";
import { COMPARATORS } from "../../core/model/target.ts";
import type { OutsideProblem } from "../../core/problem-codes/plan.ts";
import { FEATURE_TABLE, type TableName } from "../rows.ts";

/**
 * One thing that must hold of a column of a row `t` that was new or whose column changed. `holds` is SQL that is
 * true then, false or NULL otherwise; `c` is the line of the log. `:today` and `:remade` (1 in a table that was made
 * anew) are put in. `allowed` is named in the sentence.
 */
export interface Check {
  readonly column: string;
  readonly code: OutsideProblem;
  readonly holds: string;
  readonly allowed?: string;
}

const orNull = (column: string, holds: string) => `t."${column}" IS NULL OR (${holds})`;

function word(column: string, words: readonly string[], mayBeNull = false): Check {
  const holds = `t."${column}" IN (${words.map((one) => `'${one}'`).join(", ")})`;
  return {
    column,
    code: "outside.word",
    holds: mayBeNull ? orNull(column, holds) : holds,
    allowed: words.join(", "),
  };
}
function whole(column: string, least: number, most: number, mayBeNull = true): Check {
  const holds = `typeof(t."${column}") = 'integer' AND t."${column}" BETWEEN ${least} AND ${most}`;
  return {
    column,
    code: "outside.number",
    holds: mayBeNull ? orNull(column, holds) : holds,
    allowed: `${least} … ${most}`,
  };
}
function notNegative(column: string): Check {
  const holds = `typeof(t."${column}") IN ('integer', 'real') AND t."${column}" BETWEEN 0 AND 1e12`;
  return { column, code: "outside.number", holds: orNull(column, holds), allowed: "≥ 0" };
}
const filled = (column: string): Check => ({
  column,
  code: "outside.empty",
  holds: `typeof(t."${column}") = 'text' AND trim(t."${column}") <> ''`,
});
/** A day from 1976 to today, which is put in for `:today`. */
function day(column: string, mayBeNull = false): Check {
  const holds = `date(t."${column}") = t."${column}" AND t."${column}" BETWEEN '1976-01-01' AND :today`;
  return { column, code: "outside.date", holds: mayBeNull ? orNull(column, holds) : holds };
}
const moment = (column: string): Check => ({
  column,
  code: "outside.date",
  // The engine also takes an hour without a day, which then is some day in the year 2000.
  holds: `typeof(t."${column}") = 'text' AND datetime(t."${column}") IS NOT NULL
    AND t."${column}" GLOB '[12][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'`,
});
const refers = (column: string, table: TableName, key = "id"): Check => ({
  column,
  code: "outside.reference",
  holds: `EXISTS (SELECT 1 FROM "${table}" r WHERE r."${key}" = t."${column}")`,
  allowed: table,
});
const object = (column: string): Check => ({
  column,
  code: "outside.json",
  holds: orNull(column, `CASE WHEN json_valid(t."${column}") THEN json_type(t."${column}") = 'object' END`),
});
/** A fact that only this program writes: `holds` is when it was let be. */
const ours = (column: string, holds = "0"): Check => ({ column, code: "outside.ours", holds });

const inLayer = (kind: keyof typeof FEATURE_TABLE): readonly Check[] => [
  filled("id"),
  {
    column: "layer_id",
    code: "outside.reference",
    holds: `EXISTS (SELECT 1 FROM layer r WHERE r.id = t.layer_id AND r.kind = '${kind}')`,
    allowed: `layer (${kind})`,
  },
  object("other"),
];

export const CHECKS: Readonly<Record<TableName, readonly Check[]>> = {
  plan: [
    ours("key", "c.existed AND t.key = 'name'"),
    ours("value", "c.existed AND t.key = 'name'"),
    filled("value"),
  ],
  layer: [
    filled("id"),
    word("kind", LAYER_KINDS),
    // Its shapes stand in the table of the kind it had.
    ours("kind", "NOT c.existed"),
    filled("name"),
    word("coverage", ["all", "zones"]),
    { ...day("date", true), holds: `t.date IS NULL OR date(t.date) = t.date` },
    notNegative("accuracy_m"),
    whole("skipped", 0, 1e9, false),
  ],
  unit: [
    ...inLayer("units"),
    filled("code"),
    filled("name"),
    {
      column: "code",
      code: "outside.key",
      holds: `NOT EXISTS (SELECT 1 FROM unit r WHERE r.code = t.code AND r.list_version IS t.list_version AND r.fid <> t.fid)`,
    },
  ],
  forest: [...inLayer("forests"), word("kind", FOREST_KINDS), word("subzone", FOREST_SUBZONES, true)],
  hazard: [...inLayer("hazards"), word("kind", HAZARD_KINDS), whole("level", 1, 5, false)],
  road: [...inLayer("roads"), word("class", ["main", "minor"], true)],
  centre: [...inLayer("centres"), filled("code")],
  household: [
    filled("id"),
    whole("members", 0, 200),
    whole("migrant", 0, 1),
    whole("poverty_year", 1976, 2100),
    notNegative("coordinate_accuracy_m"),
    notNegative("residential_land_m2"),
    notNegative("production_land_m2"),
    object("other"),
  ],
  event: [
    filled("id"),
    refers("household_id", "household"),
    word("kind", EVENT_KINDS),
    day("happened_on"),
    moment("recorded_at"),
  ],
  // A list that was frozen stays as it was frozen; households found later are added with their date.
  baseline: [ours("id", "0"), filled("name"), ours("target"), ours("frozen_on")],
  baseline_member: [
    refers("baseline_id", "baseline"),
    refers("household_id", "household"),
    { ...day("added_on"), holds: `(t.added_on IS NULL AND :remade) OR (${day("added_on").holds})` },
    ...["household_id", "baseline_id", "unit_code", "unit_name", "district", "added_on", "document"].map(
      (column) => ours(column, `NOT c.existed OR json_extract(c.before, '$."added_on"') IS NOT NULL`),
    ),
  ],
  decision: [
    filled("id"),
    refers("household_id", "household"),
    word("choice", DECISION_CHOICES),
    filled("reason"),
    day("decided_on"),
    moment("recorded_at"),
  ],
  target: [
    filled("id"),
    filled("clause"),
    word("comparator", COMPARATORS),
    {
      column: "value",
      code: "outside.number",
      holds: `typeof(t.value) IN ('integer', 'real') AND abs(t.value) < 1e15`,
      allowed: "0 …",
    },
    filled("unit"),
    whole("year", 1976, 2100, false),
    word("baseline_target", ["relocation", "migrants"], true),
    filled("source"),
  ],
  assignment: [
    refers("household_id", "household"),
    refers("site_id", "site"),
    whole("fixed", 0, 1, false),
    day("assigned_on"),
  ],
  site: [
    filled("id"),
    filled("name"),
    word("form", SITE_FORMS),
    word("status", SITE_STATUSES),
    whole("capacity", 1, 100_000),
  ],
  rule_set: [filled("id"), { column: "rules", code: "outside.rules", holds: "outside_rules(t.rules)" }],
  import: ["id", "file", "format", "taken_as", "read", "accepted", "rejected", "problems", "at"].map(
    (column) => ours(column),
  ),
  // Where its cells lie and what their numbers mean is this program's; what it is called and where from is anybody's.
  raster: [
    ...["id", "kind", "width", "height", "west", "north", "step_lon", "step_lat", "scale", "shift"].map(
      (column) => ours(column),
    ),
    filled("name"),
    { ...day("date", true), holds: `t.date IS NULL OR date(t.date) = t.date` },
    notNegative("accuracy_m"),
  ],
  raster_tile: ["id", "raster_id", "tile_column", "tile_row"].map((column) => ours(column)),
};

/** What must hold for a row to be taken away. `c` is the line of the log with the row as it was. */
export const REMOVAL_CHECKS: Partial<Record<TableName, Omit<Check, "column">>> = {
  plan: { code: "outside.needed", holds: "0" },
  import: { code: "outside.needed", holds: "0" },
  baseline: { code: "outside.needed", holds: "0" },
  baseline_member: { code: "outside.needed", holds: `json_extract(c.before, '$."added_on"') IS NOT NULL` },
  rule_set: { code: "outside.needed", holds: `json_extract(c.before, '$."id"') <> 'current'` },
  layer: {
    code: "outside.needed",
    holds: Object.values(FEATURE_TABLE)
      .map(
        (table) =>
          `NOT EXISTS (SELECT 1 FROM "${table}" f WHERE f.layer_id = json_extract(c.before, '$."id"'))`,
      )
      .join(" AND "),
  },
};

/** Kind of value by the column's declared type; a column of no type of ours holds anything. */
export function typeCheck(column: string, type: string, mayBeNull: boolean): Check | null {
  const wanted = TYPES[type];
  if (!wanted) return null;
  const holds = `typeof(t."${column}") IN (${wanted})`;
  return { column, code: "outside.type", holds: mayBeNull ? orNull(column, holds) : holds, allowed: type };
}

const TYPES: Readonly<Record<string, string>> = {
  TEXT: "'text'",
  DATE: "'text'",
  DATETIME: "'text'",
  INTEGER: "'integer'",
  BOOLEAN: "'integer'",
  REAL: "'real', 'integer'",
};
