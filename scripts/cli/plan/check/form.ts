/** Every table, column, index and trigger of the newest form is there. Other programs may have added some. */
import { describeSchema, growSchema } from "../../../../src/plan/schema/index.ts";
import { emptyDatabase } from "../../../../src/plan/sqlite.ts";
import { type Finding, listed, type PlanCheck } from "./finding.ts";

/** Their triggers have several standard forms; the check of the indexes knows them. */
const SPATIAL_TRIGGER = / trigger rtree_/;

export const form: PlanCheck = {
  name: "form",
  look({ sqlite, db }) {
    const fresh = emptyDatabase(sqlite);
    try {
      growSchema(sqlite, fresh);
      const wanted = Object.entries(describeSchema(fresh)).filter(([part]) => !SPATIAL_TRIGGER.test(part));
      const given = describeSchema(db);
      const missing = wanted.filter(([part]) => !(part in given)).map(([part]) => part);
      const other = wanted
        .filter(([part, kind]) => part in given && given[part] !== kind)
        .map(([part]) => part);
      const findings: Finding[] = [];
      if (missing.length > 0) findings.push({ key: "cli.plan.check.form.missing", values: listed(missing) });
      if (other.length > 0) findings.push({ key: "cli.plan.check.form.other", values: listed(other) });
      return findings;
    } finally {
      fresh.close();
    }
  },
};
