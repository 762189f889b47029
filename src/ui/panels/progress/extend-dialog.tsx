/** Adds households found later to the chosen baseline: they count in the rolling figure, never in the fixed one. */
import { useState } from "react";
import { formatDate } from "../../../text/numbers.ts";
import { run } from "../../actions/run.ts";
import { tellDone } from "../../actions/tell.ts";
import { useAnswer } from "../../hooks/use-answer.ts";
import { useProblemText, useSay } from "../../hooks/use-say.ts";
import { Button } from "../../parts/button.tsx";
import { DateField } from "../../parts/date-field.tsx";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { Message } from "../../parts/message.tsx";
import { services } from "../../services.ts";
import { useView } from "../../store.ts";
import { today } from "../../today.ts";
import { FoundList } from "./found-list.tsx";
import { useBaselines, useQuestion, useReport } from "./use-progress.ts";

/** Offers those that are to move now and are in no baseline of this target. */
export function ExtendDialog() {
  const t = useSay();
  const problemText = useProblemText();
  const target = useQuestion((state) => state.target);
  const { value: report } = useReport(target, "unit");
  const baselineId = report?.ok ? report.value.baseline.id : null;
  const baselines = useBaselines();
  const baseline = baselines?.find(({ id }) => id === baselineId) ?? null;
  const [on, setOn] = useState(today());
  const [document, setDocument] = useState("");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const draft = useView((state) => state.draft);
  const computed = useView((state) => state.computed);
  const { value: candidates } = useAnswer(() => services().compute.candidates(target), [target, computed]);
  const listed = new Set(
    baselines
      ?.filter((one) => one.target === target)
      .flatMap(({ householdIds, additions }) => [
        ...householdIds,
        ...additions.map(({ householdId }) => householdId),
      ]),
  );
  const found = baselines && candidates?.filter((id) => !listed.has(id));
  const householdIds = found?.filter((id) => !left.has(id)) ?? [];
  const input = baseline && { baselineId: baseline.id, on, document: document.trim() || null, householdIds };
  const { value: refused } = useAnswer(
    () => (input && found ? services().plan.blocked("baseline.extend", input) : null),
    [baseline?.id, on, document, left, candidates, baselines],
  );
  const blocked = draft
    ? t("freeze.draft")
    : !input || !found
      ? t("screening.loading")
      : refused
        ? problemText(refused)
        : null;
  const extend = async () => {
    if (!input || !(await run("baseline.extend", input))) return;
    closeDialog();
    tellDone("extend.done", { name: baseline.name, n: householdIds.length });
  };
  return (
    <Dialog title={t("extend.title")}>
      <div className="form">
        {baseline && (
          <p className="small mut">
            {t("extend.lead", {
              name: baseline.name,
              on: formatDate(baseline.on),
              n: baseline.householdIds.length,
            })}
          </p>
        )}
        {found && (
          <Message kind="note">
            {found.length === 0 ? t("extend.nobody") : t(`extend.count.${target}`, { n: found.length })}
          </Message>
        )}
        {found && found.length > 0 && (
          <>
            <FoundList ids={found} left={left} onChange={setLeft} />
            <DateField asTyped label={t("extend.on")} value={on} onChange={setOn} />
            <label className="label">
              {t("extend.document")}
              <input
                className="text"
                value={document}
                onChange={({ currentTarget }) => setDocument(currentTarget.value)}
              />
            </label>
          </>
        )}
        {draft && <Message kind="warn">{t("freeze.draft")}</Message>}
      </div>
      <div className="dialog-foot">
        <Button onClick={closeDialog}>{t("shell.cancel")}</Button>
        <Button kind="pri" blocked={blocked} onClick={extend}>
          {t("extend.button", { n: householdIds.length })}
        </Button>
      </div>
    </Dialog>
  );
}
