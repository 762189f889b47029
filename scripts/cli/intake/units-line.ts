/** What became of commune codes of another list than the communes', on one line. */
import type { UnitsReport } from "../../../src/core/intake/unit-conversion.ts";
import type { IntakeSession } from "../../../src/intake/session.ts";
import { type Language, say } from "../../../src/text/say.ts";

/** Null: the table has no such codes, or the list of the communes is not known. */
export function unitsReport(session: IntakeSession, id: string): UnitsReport | null {
  const rows = session.interpreted(id);
  const report = rows?.conversion?.report(rows.source) ?? null;
  return report === null || report.rows === 0 ? null : report;
}

/** Counts only; the units and codes behind them are for `--json`. */
export function unitsLine(language: Language, report: UnitsReport): string {
  const { from, to, rows, one, ambiguous, open, unknown } = report;
  return say(language, "cli.intake.units", { from, to, rows, one, ambiguous, open, unknown });
}
