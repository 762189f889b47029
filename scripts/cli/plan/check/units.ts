/** The unit written beside each household is the one that contains it. */
import { deriveContainingUnits } from "../../../../src/plan/containing-unit.ts";
import { listed, type PlanCheck } from "./finding.ts";

const WRITTEN = "SELECT id, unit_code FROM household ORDER BY fid";

export const units: PlanCheck = {
  name: "units",
  look({ sqlite, db }) {
    const before = db.selectArrays(WRITTEN);
    db.exec("BEGIN");
    try {
      deriveContainingUnits(
        sqlite,
        db,
        new Map([
          ["household", "all"],
          ["unit", "all"],
        ]),
      );
      const after = db.selectArrays(WRITTEN);
      const wrong = before.filter(([, code], i) => code !== after[i]![1]).map(([id]) => id);
      return wrong.length === 0 ? [] : [{ key: "cli.plan.check.units.wrong", values: listed(wrong) }];
    } finally {
      db.exec("ROLLBACK");
    }
  },
};
