/** What was changed of the past after the date was over, and the figure as it was known on an earlier day. */
import { formatDate } from "../../../text/numbers.ts";
import { useSay } from "../../hooks/use-say.ts";
import { DateField } from "../../parts/date-field.tsx";
import { Icon } from "../../parts/icon.tsx";
import { setView } from "../../store.ts";
import { today } from "../../today.ts";
import { useAudit, useQuestion } from "./use-progress.ts";

/** Of today nothing can have been changed afterwards: then there is nothing to show. */
export function PastChanges() {
  const t = useSay();
  const { asOf, knownOn } = useQuestion();
  const audit = useAudit();
  if (asOf >= today()) return null;
  const n = audit?.changes.length ?? 0;
  // The day itself, or the first one that the history of this plan knows of.
  const first = audit?.knownFrom && audit.knownFrom > asOf ? audit.knownFrom : asOf;
  return (
    <section className="past" aria-label={t("audit.section")}>
      {audit && (
        <div className="row small" data-testid="audit-line">
          <Icon name={n > 0 ? "warn" : "check"} size={14} />
          {n > 0 ? (
            <button type="button" className="link" onClick={() => setView({ dialog: "late-changes" })}>
              {t("audit.line", { on: formatDate(asOf), n })}
            </button>
          ) : (
            <span className="mut">{t("audit.none", { on: formatDate(asOf) })}</span>
          )}
        </div>
      )}
      {audit && audit.recordedLater > 0 && (
        <div className="small mut late">{t("audit.recorded-later", { n: audit.recordedLater })}</div>
      )}
      <div className="known-on small">
        <label className="row">
          <input
            type="checkbox"
            checked={knownOn !== null}
            onChange={({ currentTarget }) =>
              useQuestion.setState({ knownOn: currentTarget.checked ? first : null })
            }
          />
          {t("progress.known")}
        </label>
        {knownOn !== null && (
          <DateField
            bare
            label={t("progress.known")}
            value={knownOn}
            onChange={(value) => useQuestion.setState({ knownOn: value })}
          />
        )}
      </div>
    </section>
  );
}
