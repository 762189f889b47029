/** The figure as it was known on an earlier day, under the present one. */
import type { ProgressReport } from "../../../core/targets/progress.ts";
import { formatDate } from "../../../text/numbers.ts";
import { formatShare } from "../../../text/share.ts";
import { useLanguage, useProblemText, useSay } from "../../hooks/use-say.ts";
import { useKnownReport, useQuestion } from "./use-progress.ts";

/** Nothing when no such day is asked for. Says when both are the same. */
export function KnownFigure({ report: { target, total: now } }: { report: ProgressReport }) {
  const t = useSay();
  const language = useLanguage();
  const problemText = useProblemText();
  const on = useQuestion((state) => state.knownOn);
  const { value: outcome } = useKnownReport(target);
  if (on === null || !outcome) return null;
  const testId = `progress-known-${target}`;
  if (!outcome.ok) {
    const text =
      outcome.problem.code === "baseline.missing"
        ? t("progress.known.no-list", { on: formatDate(on) })
        : problemText(outcome.problem);
    return (
      <p className="known small mut" data-testid={testId}>
        {text}
      </p>
    );
  }
  const then = outcome.value.total;
  const same =
    then.done === now.done &&
    then.baseline === now.baseline &&
    then.rolling.done === now.rolling.done &&
    then.rolling.baseline === now.rolling.baseline;
  return (
    <p className={same ? "known small mut" : "known small differs"} data-testid={testId}>
      {same
        ? t("progress.known.same", { on: formatDate(on) })
        : t("progress.known.differs", {
            on: formatDate(on),
            percent: formatShare(language, then.percent, then.target),
            done: then.done,
            all: then.baseline,
          })}
      {!same && then.added + now.added > 0 && (
        <span className="mut">
          {t("progress.known.rolling", {
            percent: formatShare(language, then.rolling.percent, null),
            done: then.rolling.done,
            all: then.rolling.baseline,
          })}
        </span>
      )}
    </p>
  );
}
