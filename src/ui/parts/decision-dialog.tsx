/** Records a decision about one household or about all that are chosen. A reason is asked for. */
import { useState } from "react";
import { DECISION_CHOICES, type DecisionChoice } from "../../core/model/decision.ts";
import { run } from "../actions/run.ts";
import { tellDone } from "../actions/tell.ts";
import { useDecisionQuestion } from "../decision-question.ts";
import { useAnswer } from "../hooks/use-answer.ts";
import { useProblemText, useSay } from "../hooks/use-say.ts";
import { services } from "../services.ts";
import { today } from "../today.ts";
import { Button } from "./button.tsx";
import { DateField } from "./date-field.tsx";
import { closeDialog, Dialog } from "./dialog.tsx";
import { Message } from "./message.tsx";

/** The choice, why, who, by which paper, when. */
export function DecisionDialog() {
  const t = useSay();
  const problemText = useProblemText();
  const householdIds = useDecisionQuestion((state) => state.householdIds);
  const [id] = useState(() => crypto.randomUUID());
  const [choice, setChoice] = useState<DecisionChoice | null>(null);
  const [texts, setTexts] = useState({ reason: "", person: "", document: "" });
  const [on, setOn] = useState(today());
  const [saving, setSaving] = useState(false);
  const input = choice && {
    id,
    householdIds,
    choice,
    reason: texts.reason,
    person: orNull(texts.person),
    document: orNull(texts.document),
    on,
  };
  const { value: refused } = useAnswer(
    () => (saving || !input ? null : services().plan.blocked("decision.record", input)),
    [id, householdIds, choice, texts, on, saving],
  );
  const n = householdIds.length;
  const [only = ""] = householdIds;
  const blocked = saving
    ? t("decision.saving", { n })
    : choice === null
      ? t("decision.choose")
      : refused
        ? problemText(refused)
        : null;
  const record = async () => {
    if (!input) return;
    setSaving(true);
    const done = await run("decision.record", input);
    setSaving(false);
    if (!done) return;
    closeDialog();
    const values = { choice: t(`decision.choice.${input.choice}`), n, id: only };
    tellDone(n === 1 ? "decision.recorded.one" : "decision.recorded", values);
  };
  return (
    <Dialog
      title={n === 1 ? t("decision.record.title.one", { id: only }) : t("decision.record.title", { n })}
    >
      <div className="form">
        <p className="small mut">{t("decision.record.lead")}</p>
        <fieldset>
          <legend className="unseen">{t("decision.decided")}</legend>
          {DECISION_CHOICES.map((each) => (
            <label className="choice" key={each}>
              <input
                type="radio"
                className="tick"
                name="decision"
                data-autofocus={each === DECISION_CHOICES[0] || undefined}
                checked={choice === each}
                onChange={() => setChoice(each)}
              />
              <span>{t(`decision.choice.${each}`)}</span>
            </label>
          ))}
        </fieldset>
        <label className="label">
          {t("decision.reason")}
          <textarea
            className="text"
            rows={2}
            value={texts.reason}
            onChange={({ currentTarget }) => setTexts({ ...texts, reason: currentTarget.value })}
          />
        </label>
        <label className="label">
          {t("decision.person")}
          <input
            className="text"
            value={texts.person}
            onChange={({ currentTarget }) => setTexts({ ...texts, person: currentTarget.value })}
          />
        </label>
        <div className="two">
          <label className="label">
            {t("decision.document")}
            <input
              className="text"
              value={texts.document}
              onChange={({ currentTarget }) => setTexts({ ...texts, document: currentTarget.value })}
            />
          </label>
          <DateField asTyped label={t("decision.on")} value={on} onChange={setOn} />
        </div>
        {blocked !== null && texts.reason !== "" && <Message kind="warn">{blocked}</Message>}
      </div>
      <div className="dialog-foot">
        <Button blocked={saving ? blocked : null} onClick={closeDialog}>
          {t("shell.cancel")}
        </Button>
        <Button kind="pri" blocked={blocked} onClick={() => void record()}>
          {t("decision.record")}
        </Button>
      </div>
    </Dialog>
  );
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text;
}
