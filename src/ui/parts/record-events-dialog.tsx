/** Records one event for all chosen households; says before how many can take it, and why the others cannot. */
import { useState } from "react";
import { EVENT_KINDS, type EventKind } from "../../core/model/event.ts";
import type { EventsCheck } from "../../plan/protocol.ts";
import { run } from "../actions/run.ts";
import { tellDone } from "../actions/tell.ts";
import { useAnswer } from "../hooks/use-answer.ts";
import { useProblemText, useSay } from "../hooks/use-say.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";
import { today } from "../today.ts";
import { Button } from "./button.tsx";
import { DateField } from "./date-field.tsx";
import { closeDialog, Dialog } from "./dialog.tsx";
import { Message } from "./message.tsx";

/** All of them, or those that can: nothing is left out without being said. */
export function RecordEventsDialog() {
  const t = useSay();
  const problemText = useProblemText();
  const [id] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<EventKind>("planned");
  const [on, setOn] = useState(today());
  const [paper, setPaper] = useState("");
  const [note, setNote] = useState("");
  const [saving, setSaving] = useState(false);
  const marks = useView((state) => state.marks);
  const events = useView((state) => state.versions.event);
  const { value: householdIds } = useAnswer(() => services().compute.chosenIds(), [marks]);
  const { value: check, waiting } = useAnswer(
    () =>
      householdIds && !saving
        ? services().plan.checkEvents({
            id,
            householdIds,
            kind,
            on,
            document: null,
            note: null,
            partly: true,
          })
        : null,
    [householdIds, id, kind, on, events, saving],
  );
  const unable = check?.refused.reduce((sum, { households }) => sum + households, 0) ?? 0;
  const blocked =
    saving || !check || waiting
      ? t("record.checking")
      : check.problem
        ? problemText(check.problem)
        : check.can === 0
          ? t("record.nobody")
          : null;
  const record = async () => {
    if (!householdIds || !check) return;
    setSaving(true);
    const text = (value: string) => (value.trim() === "" ? null : value.trim());
    const input = { id, householdIds, kind, on, document: text(paper), note: text(note) };
    if (await run("events.add", { ...input, partly: unable > 0 })) {
      closeDialog();
      const said = { what: t(`event.${kind}`), n: check.can, left: unable };
      tellDone(unable > 0 ? "record.done-partly" : "record.done", said);
    } else setSaving(false);
  };
  return (
    <Dialog title={t("record.title", { n: householdIds?.length ?? 0 })}>
      <div className="form">
        <div className="two">
          <label className="label">
            {t("event.kind")}
            <select
              className="text"
              data-autofocus
              value={kind}
              onChange={({ currentTarget }) =>
                setKind(EVENT_KINDS.find((each) => each === currentTarget.value) ?? kind)
              }
            >
              {EVENT_KINDS.map((each) => (
                <option key={each} value={each}>
                  {t(`event.${each}`)}
                </option>
              ))}
            </select>
          </label>
          <DateField label={t("event.on")} value={on} onChange={setOn} />
        </div>
        <label className="label">
          {t("event.document")}
          <input
            className="text"
            value={paper}
            onChange={({ currentTarget }) => setPaper(currentTarget.value)}
          />
        </label>
        <label className="label">
          {t("event.note")}
          <input
            className="text"
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        </label>
        {check && <Check check={check} unable={unable} />}
      </div>
      <div className="dialog-foot">
        <Button onClick={closeDialog}>{t("shell.cancel")}</Button>
        <Button kind="pri" blocked={blocked} onClick={() => void record()}>
          {unable > 0 && check && check.can > 0
            ? t("record.button-partly", { n: check.can })
            : t("record.button", { n: check?.can ?? 0 })}
        </Button>
      </div>
    </Dialog>
  );
}

function Check({ check, unable }: { check: EventsCheck; unable: number }) {
  const t = useSay();
  const problemText = useProblemText();
  if (check.problem) return <Message kind="err">{problemText(check.problem)}</Message>;
  if (unable === 0) return <Message kind="ok">{t("record.all-can", { n: check.can })}</Message>;
  return (
    <Message kind="warn">
      <p>{t("record.some-cannot", { can: check.can, cannot: unable })}</p>
      <ul className="reasons-list">
        {check.refused.map(({ first, households, ids }) => (
          <li key={first.code}>
            {t(`record.because.${first.code as "event.order"}`, { n: households })}
            <span className="small mut">
              {" "}
              {ids.join(", ")}
              {households > ids.length && " …"}
            </span>
          </li>
        ))}
      </ul>
    </Message>
  );
}
