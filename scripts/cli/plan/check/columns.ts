/** The register's columns beside its rows, when the file says that they are true, say what the rows say. */
import { agreesWith } from "../../../../src/plan/columns-kept.ts";
import { columnsFromRows } from "../../../../src/plan/columns-rows.ts";
import type { PlanCheck } from "./finding.ts";

export const columns: PlanCheck = {
  name: "columns",
  look({ sqlite, db }) {
    if (agreesWith(sqlite, db, columnsFromRows(sqlite, db))) return [];
    return [{ key: "cli.plan.check.columns.wrong", values: {} }];
  },
};
