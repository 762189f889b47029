/** The figure of the frozen list, and beside it the one that also counts the households found since. Never mixed. */
import type { ProgressReport } from "../../../core/targets/progress.ts";
import { formatNumber } from "../../../text/numbers.ts";
import { formatShare } from "../../../text/share.ts";
import { useMayEdit } from "../../hooks/use-may-edit.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { setView } from "../../store.ts";
import { useQuestion } from "./use-progress.ts";

/** Also the way to add households to the list. */
export function TwoFigures({ report: { target, total, targets } }: { report: ProgressReport }) {
  const t = useSay();
  const language = useLanguage();
  const mayEdit = useMayEdit();
  const main = target === "relocation";
  const threshold = total.target ?? targets[0]?.value ?? null;
  return (
    <>
      <div className="row small figure-name">
        <span className="mut">{t("progress.fixed")}</span>
        <span className="sp" />
        {mayEdit && (
          <button
            type="button"
            className="link"
            onClick={() => {
              useQuestion.setState({ target });
              setView({ dialog: "extend-baseline" });
            }}
          >
            {t("progress.extend")}
          </button>
        )}
      </div>
      <div className="row target-figure">
        <span
          className={main ? "figure" : "big"}
          data-testid={main ? "progress-percent" : "progress-percent-migrants"}
        >
          {formatShare(language, total.percent, threshold)}
        </span>
        <span className="small mut">{t("progress.of", { done: total.done, all: total.baseline })}</span>
      </div>
      <div className="rolling-figure small" data-testid={`progress-rolling-${target}`}>
        <span className="mut">{t("progress.rolling")}</span>
        {total.added > 0 ? (
          <span>
            <b>{formatShare(language, total.rolling.percent, null)}</b>{" "}
            <span className="mut">
              {t("progress.rolling.of", {
                done: total.rolling.done,
                all: total.rolling.baseline,
                added: formatNumber(language, total.added),
              })}
            </span>
          </span>
        ) : (
          <span className="mut">{t("progress.rolling.none")}</span>
        )}
      </div>
    </>
  );
}
