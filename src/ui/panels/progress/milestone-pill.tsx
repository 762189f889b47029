/** A target whose year is over: met or not met on its last day; later edits of dates never move it. */
import { meets } from "../../../core/targets/meets.ts";
import type { ClosedTarget, ProgressReport } from "../../../core/targets/progress.ts";
import { formatShare } from "../../../text/share.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { shortOf } from "../../pace.ts";
import { Icon } from "../../parts/icon.tsx";

/** One line for each target that is over at the date of the report. */
export function MilestonePills({ report }: { report: ProgressReport }) {
  return report.closed.map((closed) => (
    <MilestonePill key={closed.target.id} closed={closed} of={report.target} />
  ));
}

function MilestonePill({ closed: { target, total }, of }: { closed: ClosedTarget; of: string }) {
  const t = useSay();
  const language = useLanguage();
  if (total.percent === null) return null;
  const met = meets(total.done, total.baseline, target);
  const short = shortOf(total, target);
  const reached = formatShare(language, total.percent, target.value);
  return (
    <div className="row small milestone" data-testid={`milestone-${target.year}-${of}`}>
      <span className={met ? "pill ok" : "pill warn"}>
        <Icon name={met ? "check" : "warn"} size={14} weight={met ? 2 : 1.5} />
        {t(met ? "progress.closed.met" : "progress.closed.not-met", { year: String(target.year) })}
      </span>
      <span className="mut">
        {met || short === null ? reached : t("progress.closed.short", { reached, n: short })}
      </span>
    </div>
  );
}
