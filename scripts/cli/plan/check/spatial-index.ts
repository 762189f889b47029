/** Every spatial index is there with its triggers, says where every shape is, and is in order inside. */
import { SHAPED_TABLES } from "../../../../src/plan/rows.ts";
import { addShapeFunctions } from "../../../../src/plan/shape-functions.ts";
import { hasIndexes, indexOf, isIndexTrue } from "../../../../src/plan/spatial-index.ts";
import { type Finding, listed, type PlanCheck } from "./finding.ts";

export const spatialIndex: PlanCheck = {
  name: "spatial-index",
  look({ sqlite, db }) {
    addShapeFunctions(db);
    if (!hasIndexes(db)) return [{ key: "cli.plan.check.spatial-index.missing", values: {} }];
    const untrue = SHAPED_TABLES.filter((table) => !isIndexTrue(sqlite, db, table));
    const findings: Finding[] =
      untrue.length === 0 ? [] : [{ key: "cli.plan.check.spatial-index.wrong", values: listed(untrue) }];
    for (const table of SHAPED_TABLES) {
      const told = String(db.selectValue("SELECT rtreecheck(?)", [indexOf(table)]));
      if (told !== "ok") findings.push({ key: "cli.plan.check.engine", values: { text: told } });
    }
    return findings;
  },
};
