/** The milestone of 2025: closed, met or not met at the cut-off; it never moves after later edits of dates. */
import type { ProgressReport } from "../../../core/targets/progress.ts";
import { formatPercent } from "../../../text/numbers.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { shortOf } from "../../pace.ts";
import { Icon } from "../../parts/icon.tsx";

/** `percent` is the share asked for by the end of 2025. */
export function MilestonePill({ report, percent }: { report: ProgressReport; percent: number }) {
  const t = useSay();
  const language = useLanguage();
  const closed = report.milestone2025;
  if (!closed || closed.percent === null) return null;
  const short = shortOf(closed, percent);
  const reached = formatPercent(language, closed.percent);
  return (
    <div className="row small milestone" data-testid={`milestone-2025-${report.target}`}>
      <span className={short === 0 ? "pill ok" : "pill warn"}>
        <Icon name={short === 0 ? "check" : "warn"} size={14} weight={short === 0 ? 2 : 1.5} />
        {t(short === 0 ? "progress.2025.met" : "progress.2025.not-met")}
      </span>
      <span className="mut">{short === 0 ? reached : t("progress.2025.short", { reached, n: short })}</span>
    </div>
  );
}
