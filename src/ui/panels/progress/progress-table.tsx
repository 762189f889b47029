/** Progress by commune or former district, the most behind first. */
import { useMemo } from "react";
import { meets } from "../../../core/targets/meets.ts";
import type { ProgressReport, ProgressRow } from "../../../core/targets/progress.ts";
import { formatNumber } from "../../../text/numbers.ts";
import { formatShare } from "../../../text/share.ts";
import { choose } from "../../actions/look.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { aimOf, neededPerYear } from "../../pace.ts";
import { Icon } from "../../parts/icon.tsx";
import { useView } from "../../store.ts";

/** `by` says what a row is; the total is always there, and the rows add up to it. */
export function ProgressTable({ report, by }: { report: ProgressReport; by: "unit" | "district" }) {
  const t = useSay();
  const language = useLanguage();
  const selection = useView((state) => state.selection);
  const chosen = by === "unit" && selection?.kind === "unit" ? selection.code : null;
  const first = report.targets[0] ?? null;
  const aim = aimOf(report, report.asOf);
  // The two columns more need the room of one that anybody can work out (what is left) and of the bars.
  const withAdded = report.total.added > 0;
  const isBelow = ({ baseline, done }: ProgressRow) => {
    return first !== null && baseline > 0 && !meets(done, baseline, first);
  };
  const need = (row: ProgressRow) => neededPerYear(row, report.asOf, aim);
  const rows = useMemo(() => sorted(report), [report]);
  const whole = (value: number) => formatNumber(language, value, 0);
  const tenth = (value: number | null) => (value === null ? "–" : formatNumber(language, value, 1));
  const cells = (row: ProgressRow) => (
    <>
      <td className="r">{whole(row.baseline)}</td>
      <td className="r">{whole(row.done)}</td>
      <td>
        <div className="cell" aria-hidden="true">
          <i
            className={isBelow(row) ? "lo" : undefined}
            style={{ width: `${Math.min(100, row.percent ?? 0)}%` }}
          />
          {first && <u style={{ left: `${first.value}%` }} />}
        </div>
      </td>
      <td className="r">{formatShare(language, row.percent, first?.value ?? null)}</td>
      {!withAdded && <td className="r">{whole(row.baseline - row.done)}</td>}
      <td className="r">{tenth(need(row))}</td>
      <td className="r">{whole(row.last12)}</td>
      {withAdded && (
        <>
          <td className="r split">{whole(row.added)}</td>
          <td className="r">{formatShare(language, row.rolling.percent, null)}</td>
        </>
      )}
    </>
  );
  const pace = (row: ProgressRow) => {
    const needed = need(row);
    if (needed === null || row.baseline === 0) return null;
    const enough = row.last12 + 0.05 >= needed;
    return (
      <span className={enough ? "row ok-text" : "row warn-text"}>
        <Icon name={enough ? "check" : "warn"} size={14} weight={enough ? 2 : 1.5} />
        {t(enough ? "progress.pace.enough" : "progress.pace.slow")}
      </span>
    );
  };
  return (
    <table className={withAdded ? "with-added" : undefined}>
      <thead>
        <tr>
          <th>{t(by === "unit" ? "screening.unit" : "progress.district")}</th>
          <th className="r">{t("progress.column.baseline")}</th>
          <th className="r nw">{t("progress.column.done")}</th>
          <th className={withAdded ? undefined : "nw"} colSpan={2}>
            {first
              ? t("progress.column.percent", { percent: formatNumber(language, first.value) })
              : t("progress.column.share")}
          </th>
          {!withAdded && <th className="r">{t("progress.column.left")}</th>}
          <th className="r nw">{t("progress.column.needed")}</th>
          <th className="r nw">{t("progress.column.last12")}</th>
          {withAdded && (
            <>
              <th className="r nw split">{t("progress.column.added")}</th>
              <th className="r">{t("progress.column.rolling")}</th>
            </>
          )}
          <th>{t("progress.column.pace")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={`${row.code ?? "none"} ${row.name ?? ""}`}
            data-testid={`progress-row-${row.code ?? "none"}`}
            className={`${by === "unit" && row.code !== null ? "choose" : ""}${row.code !== null && row.code === chosen ? " on" : ""}`}
            onClick={() => by === "unit" && row.code !== null && choose({ kind: "unit", code: row.code })}
          >
            <td>
              {by === "unit" && row.code !== null ? (
                <button type="button" className="rowbtn" aria-pressed={row.code === chosen}>
                  {row.name ?? row.code}
                </button>
              ) : (
                (row.name ?? t("unit.none"))
              )}
            </td>
            {cells(row)}
            <td>{pace(row)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr data-testid="progress-row-total">
          <td>{t("progress.total")}</td>
          {cells(report.total)}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

/** Rows with somebody in the baseline by what they lack, the others last. */
function sorted({ rows }: ProgressReport): readonly ProgressRow[] {
  const names = new Intl.Collator("vi");
  return [...rows]
    .filter(({ rolling, code }) => rolling.baseline > 0 || code !== null)
    .sort(
      (a, b) =>
        Number(a.code === null) - Number(b.code === null) ||
        (a.percent ?? 101) - (b.percent ?? 101) ||
        b.baseline - a.baseline ||
        names.compare(a.name ?? "", b.name ?? ""),
    );
}
