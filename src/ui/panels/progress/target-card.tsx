/** One target: the number, what it rests on, its milestones, the pace that is needed and where this pace leads. */
import type { BaselineTarget } from "../../../core/model/event.ts";
import type { ProgressReport } from "../../../core/targets/progress.ts";
import { endOf } from "../../../core/targets/target-on.ts";
import { formatDate, formatNumber } from "../../../text/numbers.ts";
import { formatShare } from "../../../text/share.ts";
import { useLanguage, useProblemText, useSay } from "../../hooks/use-say.ts";
import { aimOf, neededPerYear, outlookOf } from "../../pace.ts";
import { Icon } from "../../parts/icon.tsx";
import { Message } from "../../parts/message.tsx";
import { KnownFigure } from "./known-figure.tsx";
import { MilestonePills } from "./milestone-pill.tsx";
import { TwoFigures } from "./two-figures.tsx";
import { useQuestion, useReport } from "./use-progress.ts";

/** A click on its title shows this target in the chart, the table and the map. */
export function TargetCard({ target }: { target: BaselineTarget }) {
  const t = useSay();
  const problemText = useProblemText();
  const chosen = useQuestion((state) => state.target) === target;
  const { value: outcome, waiting } = useReport(target, "unit");
  const report = outcome?.ok ? outcome.value : null;
  return (
    <section className={chosen ? "tg on" : "tg"}>
      <h2>
        <button
          type="button"
          className="link"
          aria-pressed={chosen}
          onClick={() => useQuestion.setState({ target })}
        >
          {t(`target.${target}`)}
        </button>
      </h2>
      {outcome && !outcome.ok && <p className="small mut">{problemText(outcome.problem)}</p>}
      {report && (
        <div className={waiting ? "waiting" : undefined}>
          <Figures report={report} target={target} />
        </div>
      )}
    </section>
  );
}

function Figures({ report, target }: { report: ProgressReport; target: BaselineTarget }) {
  const t = useSay();
  const language = useLanguage();
  const { total } = report;
  const aim = aimOf(report, report.asOf);
  const needed = neededPerYear(total, report.asOf, aim);
  const outlook = outlookOf(report);
  const open = outlook !== null && total.done < total.baseline;
  return (
    <>
      <TwoFigures report={report} />
      <KnownFigure report={report} />
      <Goal report={report} />
      <MilestonePills report={report} />
      <div className="pairs">
        <span>{t("progress.left")}</span>
        <b>{t("progress.households", { n: total.baseline - total.done })}</b>
        {aim && needed !== null && total.done < total.baseline && (
          <>
            <span>{t("progress.needed", { on: formatDate(endOf(aim)) })}</span>
            <b>{t("progress.per-year", { n: formatNumber(language, needed, 1) })}</b>
          </>
        )}
        <span>{t("progress.last12")}</span>
        <b>{t("progress.households", { n: total.last12 })}</b>
      </div>
      {open && (
        <div className="msg-space">
          {outlook.short > 0 ? (
            <Message kind="warn">
              {t("progress.outlook.short", {
                year: String(outlook.target.year),
                percent: formatShare(language, outlook.percentThen, outlook.target.value),
                n: outlook.short,
              })}
            </Message>
          ) : (
            <Message kind="ok">{t("progress.outlook.enough", { year: String(outlook.target.year) })}</Message>
          )}
        </div>
      )}
      {target === "migrants" && report.targets.every(({ year }) => year < 2030) && (
        <div className="small mut row">
          <Icon name="help" size={14} />
          {t("progress.migrants.2030")}
        </div>
      )}
      {report.baseline.places === "present" && (
        <div className="small mut row">
          <Icon name="help" size={14} />
          {t("progress.places.present")}
        </div>
      )}
    </>
  );
}

/** The bar with a mark at each target. */
function Goal({ report: { total, targets } }: { report: ProgressReport }) {
  const t = useSay();
  const language = useLanguage();
  if (targets.length === 0) return <p className="small mut">{t("progress.no-target")}</p>;
  return (
    <div className="goal" aria-hidden="true">
      <i style={{ width: `${Math.min(100, total.percent ?? 0)}%` }} />
      {targets.map(({ id, value, year }) => (
        <u key={id} className={value >= 100 ? "end" : "near"} style={{ left: `${Math.min(100, value)}%` }}>
          <span>{t("progress.tick", { percent: formatNumber(language, value), year: String(year) })}</span>
        </u>
      ))}
    </div>
  );
}
