/** What names another row names one that is there. */
import { type Finding, listed, type PlanCheck } from "./finding.ts";

const of = (table: string, column: string, of: string, key = "id") =>
  `SELECT DISTINCT ${column} FROM "${table}" WHERE ${column} IS NOT NULL
     AND ${column} NOT IN (SELECT ${key} FROM "${of}") ORDER BY 1`;

/** Left behind when a register was replaced: kept on purpose, and worth knowing. */
const WITHOUT_HOUSEHOLD = ["event", "baseline_member", "decision", "assignment"] as const;
/** Never without the other. */
const BROKEN = [
  ["unit", "layer_id", "layer"],
  ["forest", "layer_id", "layer"],
  ["hazard", "layer_id", "layer"],
  ["road", "layer_id", "layer"],
  ["centre", "layer_id", "layer"],
  ["baseline_member", "baseline_id", "baseline"],
  ["assignment", "site_id", "site"],
] as const;

export const references: PlanCheck = {
  name: "references",
  look({ db }) {
    const findings: Finding[] = [];
    for (const [table, column, other] of BROKEN) {
      const names = db.selectValues(of(table, column, other));
      if (names.length > 0) {
        findings.push({
          key: "cli.plan.check.references.broken",
          values: { table, other, ...listed(names) },
        });
      }
    }
    for (const table of WITHOUT_HOUSEHOLD) {
      const names = db.selectValues(of(table, "household_id", "household"));
      if (names.length === 0) continue;
      findings.push({ key: `cli.plan.check.references.${table}`, values: listed(names), isNote: true });
    }
    return findings;
  },
};
