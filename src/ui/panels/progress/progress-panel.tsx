/** Tiến độ: how far. The date, the baselines, and one card per target; the two are never added. */
import type { BaselineTarget } from "../../../core/model/event.ts";
import { formatDate } from "../../../text/numbers.ts";
import { useMayEdit } from "../../hooks/use-may-edit.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Button } from "../../parts/button.tsx";
import { DateField } from "../../parts/date-field.tsx";
import { Message } from "../../parts/message.tsx";
import { setView } from "../../store.ts";
import { PastChanges } from "./past-changes.tsx";
import { TargetCard } from "./target-card.tsx";
import { useBaselines, useQuestion, useReport } from "./use-progress.ts";

/** The left panel of the third question. */
export function ProgressPanel() {
  const t = useSay();
  const mayEdit = useMayEdit();
  const asOf = useQuestion((state) => state.asOf);
  const { value: outcome } = useReport("relocation", "unit");
  const shared = outcome?.ok ? outcome.value.sharedWithOtherTarget : null;
  return (
    <>
      <div className="scroll">
        <section className="sec">
          <h1>{t("tab.progress.question")}</h1>
          <div className="asof">
            <span className="mut">{t("progress.as-of")}</span>
            <DateField
              bare
              label={t("progress.as-of")}
              value={asOf}
              onChange={(value) => useQuestion.setState({ asOf: value })}
            />
            <BaselineSelect target="relocation" />
            <BaselineSelect target="migrants" />
          </div>
          <PastChanges />
          <TargetCard target="relocation" />
          <TargetCard target="migrants" />
          <div className="msg-space">
            <Message kind="note" icon="split">
              {shared === null ? t("progress.never-added") : t("progress.shared", { n: shared })}
            </Message>
          </div>
        </section>
      </div>
      {mayEdit && (
        <div className="foot">
          <Button onClick={() => setView({ dialog: "freeze" })}>{t("progress.freeze")}</Button>
        </div>
      )}
    </>
  );
}

function BaselineSelect({ target }: { target: BaselineTarget }) {
  const t = useSay();
  const baselines = useBaselines()?.filter((baseline) => baseline.target === target) ?? [];
  const chosen = useQuestion((state) => state.baselineId[target]);
  if (baselines.length < 2 && target === "migrants") return null;
  return (
    <>
      <span className="mut">{t(`progress.baseline.${target}`)}</span>
      {baselines.length === 0 ? (
        <span>{t("progress.no-baseline.short")}</span>
      ) : (
        <select
          className="text"
          aria-label={t(`progress.baseline.${target}`)}
          value={chosen ?? baselines[0]!.id}
          onChange={({ currentTarget }) =>
            useQuestion.setState(({ baselineId }) => {
              return { baselineId: { ...baselineId, [target]: currentTarget.value } };
            })
          }
        >
          {baselines.map((baseline) => (
            <option key={baseline.id} value={baseline.id}>
              {t("progress.baseline.option", {
                name: baseline.name,
                on: formatDate(baseline.on),
                n: baseline.householdIds.length,
              })}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
