/** What one cell of the table says. What is not known is said, never left looking like a no. */
import type { HouseholdRow, SortColumn } from "../../compute/protocol.ts";
import { useSay } from "../hooks/use-say.ts";
import { criterionOf } from "../table-columns.ts";
import { Mark, type MarkName, markOf } from "./mark.tsx";

/** A dash where the register says nothing. */
export function HouseholdCell({ column, row }: { column: SortColumn; row: HouseholdRow }) {
  const t = useSay();
  const criterion = criterionOf(column);
  if (criterion) {
    const state = row.findings[criterion];
    return <Marked mark={markOf(state)}>{t(`finding.${state}`)}</Marked>;
  }
  switch (column) {
    case "eligible":
      return <Marked mark={row.eligible}>{t(`eligible.${row.eligible}`)}</Marked>;
    case "decision":
      return row.decision === "none" ? "–" : t(`decision.state.${row.decision}`);
    case "status":
      if (row.status === "none") return "–";
      return <Marked mark={row.status}>{t(`status.${row.status}`)}</Marked>;
    case "unitName":
      return row.unitName ?? t("unit.none");
    case "migrant":
      return row.migrant === null ? "–" : t(row.migrant ? "table.yes" : "table.no");
    case "located":
      return row.at ? t("located.yes") : <span className="warn-text">{t("located.no")}</span>;
    default:
      return String(plainOf(row, column) ?? "–");
  }
}

function plainOf(row: HouseholdRow, column: SortColumn): string | number | null {
  switch (column) {
    case "id":
    case "head":
    case "ethnicity":
    case "members":
    case "village":
    case "poverty":
    case "communeCode":
      return row[column];
    default:
      return null;
  }
}

function Marked({ mark, children }: { mark: MarkName; children: string }) {
  return (
    <span className="hh-state">
      <Mark name={mark} size={14} />
      {children}
    </span>
  );
}
