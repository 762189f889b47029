/** One target: the number, what it rests on, its milestones, the pace that is needed and where this pace leads. */
import type { BaselineTarget } from "../../../core/model/event.ts";
import type { ProgressReport } from "../../../core/targets/progress.ts";
import { formatNumber, formatPercent } from "../../../text/numbers.ts";
import { useLanguage, useProblemText, useSay } from "../../hooks/use-say.ts";
import { neededPerYear, outlookOf } from "../../pace.ts";
import { Icon } from "../../parts/icon.tsx";
import { Message } from "../../parts/message.tsx";
import { MilestonePill } from "./milestone-pill.tsx";
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
  const needed = target === "relocation" ? neededPerYear(total, report.asOf) : null;
  const percent = total.percent ?? 0;
  const first = target === "relocation" ? 60 : 90;
  const outlook = target === "relocation" ? outlookOf(report) : null;
  return (
    <>
      <div className="row target-figure">
        <span
          className={target === "relocation" ? "figure" : "big"}
          data-testid={target === "relocation" ? "progress-percent" : "progress-percent-migrants"}
        >
          {total.percent === null ? "–" : formatPercent(language, total.percent)}
        </span>
        <span className="small mut">{t("progress.of", { done: total.done, all: total.baseline })}</span>
      </div>
      <div className="goal" aria-hidden="true">
        <i style={{ width: `${Math.min(100, percent)}%` }} />
        <u className="near" style={{ left: `${first}%` }}>
          <span>{t("progress.tick", { percent: first, year: "2025" })}</span>
        </u>
        {target === "relocation" && (
          <u className="end" style={{ left: "100%" }}>
            <span>{t("progress.tick", { percent: 100, year: "2030" })}</span>
          </u>
        )}
      </div>
      <MilestonePill report={report} percent={first} />
      <div className="pairs">
        <span>{t("progress.left")}</span>
        <b>{t("progress.households", { n: total.baseline - total.done })}</b>
        {needed !== null && total.done < total.baseline && (
          <>
            <span>{t("progress.needed")}</span>
            <b>{t("progress.per-year", { n: formatNumber(language, needed, 1) })}</b>
          </>
        )}
        <span>{t("progress.last12")}</span>
        <b>{t("progress.households", { n: total.last12 })}</b>
      </div>
      {outlook && total.done < total.baseline && (
        <div className="msg-space">
          {outlook.short > 0 ? (
            <Message kind="warn">
              {t("progress.outlook.short", {
                percent: formatPercent(language, outlook.percent2030),
                n: outlook.short,
              })}
            </Message>
          ) : (
            <Message kind="ok">{t("progress.outlook.enough")}</Message>
          )}
        </div>
      )}
      {target === "migrants" && (
        <div className="small mut row">
          <Icon name="help" size={14} />
          {t("progress.migrants.2030")}
        </div>
      )}
    </>
  );
}
