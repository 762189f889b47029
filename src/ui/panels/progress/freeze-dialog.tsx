/** Freezes a new baseline: the households that are to move now (or the unplanned migrants) as a dated list. */
import { useState } from "react";
import type { BaselineTarget } from "../../../core/model/event.ts";
import { run } from "../../actions/run.ts";
import { tellDone } from "../../actions/tell.ts";
import { useAnswer } from "../../hooks/use-answer.ts";
import { useProblemText, useSay } from "../../hooks/use-say.ts";
import { Button } from "../../parts/button.tsx";
import { DateField } from "../../parts/date-field.tsx";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { Message } from "../../parts/message.tsx";
import { Segmented } from "../../parts/segmented.tsx";
import { services } from "../../services.ts";
import { useView } from "../../store.ts";
import { today } from "../../today.ts";

/** Says how many households the list will hold before it is made. */
export function FreezeDialog() {
  const t = useSay();
  const problemText = useProblemText();
  const [id] = useState(() => crypto.randomUUID());
  const [target, setTarget] = useState<BaselineTarget>("relocation");
  const [name, setName] = useState("");
  const [on, setOn] = useState(today());
  const draft = useView((state) => state.draft);
  const computed = useView((state) => state.computed);
  const { value: ids } = useAnswer(() => services().compute.candidates(target), [target, computed]);
  const { value: counts } = useAnswer(() => services().compute.candidateCounts(target), [target, computed]);
  const trimmed = name.trim();
  const { value: refused } = useAnswer(
    () =>
      ids && trimmed !== ""
        ? services().plan.blocked("baseline.freeze", { id, name: trimmed, target, on, householdIds: ids })
        : null,
    [ids, id, trimmed, target, on],
  );
  const blocked =
    trimmed === ""
      ? t("name.missing")
      : draft
        ? t("freeze.draft")
        : ids === null
          ? t("screening.loading")
          : refused
            ? problemText(refused)
            : null;
  const freeze = async () => {
    if (!ids || !(await run("baseline.freeze", { id, name: trimmed, target, on, householdIds: ids }))) return;
    closeDialog();
    tellDone("freeze.done", { name: trimmed, n: ids.length });
  };
  return (
    <Dialog title={t("freeze.title")}>
      <div className="form">
        <Segmented
          label={t("freeze.target")}
          value={target}
          options={[
            { value: "relocation", label: t("freeze.relocation") },
            { value: "migrants", label: t("freeze.migrants") },
          ]}
          onChange={setTarget}
        />
        <label className="label">
          {t("freeze.name")}
          <input
            className="text"
            data-autofocus
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <DateField asTyped label={t("freeze.on")} value={on} onChange={setOn} />
        {ids && <Message kind="note">{t(`freeze.count.${target}`, { n: ids.length })}</Message>}
        {counts && counts.included + counts.excluded > 0 && (
          <Message kind="note">
            {t("freeze.by-decision", { included: counts.included, excluded: counts.excluded })}
          </Message>
        )}
        {draft && <Message kind="warn">{t("freeze.draft")}</Message>}
      </div>
      <div className="dialog-foot">
        <Button onClick={closeDialog}>{t("shell.cancel")}</Button>
        <Button kind="pri" blocked={blocked} onClick={freeze}>
          {t("freeze.button")}
        </Button>
      </div>
    </Dialog>
  );
}
