/** The journal is whole: every entry has a name of its own, every kept row its entry, every turn its target. */
import { readEntries, stacksOf } from "../../../../src/plan/journal.ts";
import { factOf } from "../../../../src/plan/plan-file.ts";
import { TABLE_NAMES } from "../../../../src/plan/rows.ts";
import { type Finding, listed, type PlanCheck } from "./finding.ts";

const TABLES = TABLE_NAMES.map((name) => `'${name}'`).join(", ");

/** Numbers of entries with which something is wrong: [numbers, sentence]. */
const WRONG = [
  ["SELECT seq FROM journal WHERE uid IS NULL OR uid = ''", "unnamed"],
  ["SELECT min(seq) FROM journal GROUP BY uid HAVING count(*) > 1", "named-twice"],
  ["SELECT DISTINCT seq FROM journal_row WHERE seq NOT IN (SELECT seq FROM journal)", "rows"],
  [`SELECT DISTINCT seq FROM journal_row WHERE table_name NOT IN (${TABLES})`, "table"],
  ["SELECT seq FROM journal WHERE target IS NOT NULL AND target NOT IN (SELECT seq FROM journal)", "target"],
  ["SELECT seq FROM journal WHERE kind NOT IN ('do', 'undo', 'redo', 'merged')", "kind"],
] as const;

export const history: PlanCheck = {
  name: "history",
  look({ db }) {
    const findings: Finding[] = [];
    for (const [sql, part] of WRONG) {
      const seqs = db.selectValues(sql);
      if (seqs.length > 0) findings.push({ key: `cli.plan.check.history.${part}`, values: listed(seqs) });
    }
    try {
      stacksOf(readEntries(db), Number(factOf(db, "undoable_after") ?? 0));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      findings.push({ key: "cli.plan.check.history.order", values: { text: error.message } });
    }
    return findings;
  },
};
