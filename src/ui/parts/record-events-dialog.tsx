/** Records one event for all chosen households; says before how many can take it, and why the others cannot. */
import { useState } from "react";
import type { EventsCheck } from "../../plan/protocol.ts";
import { run } from "../actions/run.ts";
import { tellDone } from "../actions/tell.ts";
import { useAnswer } from "../hooks/use-answer.ts";
import { useProblemText, useSay } from "../hooks/use-say.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";
import { Button } from "./button.tsx";
import { closeDialog, Dialog } from "./dialog.tsx";
import { EventFields, eventOf, useEventDraft } from "./event-fields.tsx";
import { Message } from "./message.tsx";

/** All of them, or those that can: nothing is left out without being said. */
export function RecordEventsDialog() {
  const t = useSay();
  const problemText = useProblemText();
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useEventDraft();
  const { kind, on } = draft;
  /** For how many it is being recorded right now. */
  const [saving, setSaving] = useState<number | null>(null);
  const marks = useView((state) => state.marks);
  const events = useView((state) => state.versions.event);
  const { value: householdIds } = useAnswer(() => services().compute.chosenIds(), [marks]);
  const { value: check, waiting } = useAnswer(
    () =>
      householdIds && saving === null
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
  const busy =
    saving !== null
      ? t("record.saving", { n: saving })
      : check === null || waiting
        ? t("record.checking")
        : null;
  const blocked =
    busy !== null || !check
      ? busy
      : check.problem
        ? problemText(check.problem)
        : check.can === 0
          ? t("record.nobody")
          : null;
  const record = async () => {
    if (!householdIds || !check) return;
    setSaving(check.can);
    const input = { id, householdIds, ...eventOf(draft), partly: unable > 0 };
    const done = await run("events.add", input);
    if (done) {
      closeDialog();
      const { count, skipped } = done.label.values;
      tellDone(skipped ? "record.done-partly" : "record.done", {
        what: t(`event.${kind}`),
        n: count ?? null,
        left: skipped ?? null,
      });
    } else setSaving(null);
  };
  return (
    <Dialog title={t("record.title", { n: householdIds?.length ?? 0 })}>
      <div className="form">
        <EventFields draft={draft} onChange={setDraft} />
        {busy !== null && <Message kind="note">{busy}</Message>}
        {busy === null && check && <Check check={check} unable={unable} />}
      </div>
      <div className="dialog-foot">
        <Button blocked={saving === null ? null : busy} onClick={closeDialog}>
          {t("shell.cancel")}
        </Button>
        <Button kind="pri" blocked={blocked} onClick={() => void record()}>
          {busy !== null || !check || check.can === 0
            ? t("drawer.record")
            : t(unable > 0 ? "record.button-partly" : "record.button", { n: check.can })}
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
