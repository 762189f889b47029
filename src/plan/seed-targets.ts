/** The targets that every plan begins with, put in when the table of targets comes into being. */
import { MILESTONES } from "../core/targets/milestones.ts";

const COLUMNS = ["id", "clause", "comparator", "value", "unit", "year", "baseline_target", "source"] as const;

/** Sentence that puts them in; the same names in every plan, so that two copies never differ in them. */
export const seedTargets = /* sql */ `
INSERT INTO target (${COLUMNS.join(", ")}) VALUES
${MILESTONES.map((target) => {
  const { id, clause, comparator, value, unit, year, baselineTarget, source } = target;
  return `  (${[id, clause, comparator, value, unit, year, baselineTarget, source].map(literal).join(", ")})`;
}).join(",\n")};
`;

function literal(value: string | number | null): string {
  if (value === null) return "NULL";
  return typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
