/** What happened to the household, and the form that adds an event. */
import { useState } from "react";
import { EVENT_KINDS, type EventKind, type HouseholdEvent } from "../../core/model/event.ts";
import { formatDate } from "../../text/numbers.ts";
import { run } from "../actions/run.ts";
import { tellDone } from "../actions/tell.ts";
import { useMayEdit } from "../hooks/use-may-edit.ts";
import { useSay } from "../hooks/use-say.ts";
import { today } from "../today.ts";
import { Button, IconButton } from "./button.tsx";
import { DateField } from "./date-field.tsx";
import { Icon } from "./icon.tsx";

/** Oldest first, as it happened. */
export function HouseholdEvents({ id, events }: { id: string; events: readonly HouseholdEvent[] }) {
  const t = useSay();
  const mayEdit = useMayEdit();
  const [adding, setAdding] = useState(false);
  const sorted = [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <section>
      <div className="sech">
        <h2>{t("card.history")}</h2>
        {mayEdit && !adding && (
          <button type="button" className="link small" onClick={() => setAdding(true)}>
            {t("event.add")}
          </button>
        )}
      </div>
      {sorted.length === 0 && <p className="small mut">{t("card.no-history")}</p>}
      <ul className="events">
        {sorted.map((event) => (
          <li key={event.id}>
            <span>{formatDate(event.on)}</span>
            <span>
              {t(`event.${event.kind}`)}
              {event.document !== null && ` · ${event.document}`}
              {event.note !== null && <span className="note">{event.note}</span>}
            </span>
            {mayEdit && (
              <IconButton
                small
                label={t("event.remove", { what: t(`event.${event.kind}`), on: formatDate(event.on) })}
                onClick={() => run("event.remove", { id: event.id })}
              >
                <Icon name="x" size={12} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {adding && <EventForm householdId={id} onClose={() => setAdding(false)} />}
    </section>
  );
}

function EventForm({ householdId, onClose }: { householdId: string; onClose: () => void }) {
  const t = useSay();
  const [kind, setKind] = useState<EventKind>("planned");
  const [on, setOn] = useState(today());
  const [paper, setPaper] = useState("");
  const [note, setNote] = useState("");
  const save = async () => {
    const text = (value: string) => (value.trim() === "" ? null : value.trim());
    const id = crypto.randomUUID();
    const input = { id, householdId, kind, on, document: text(paper), note: text(note) };
    if (!(await run("event.add", input))) return;
    tellDone("event.added", { what: t(`event.${kind}`) });
    onClose();
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="two">
        <label className="label">
          {t("event.kind")}
          <select
            className="text"
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
        <input className="text" value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
      </label>
      <div className="row">
        <button type="submit" className="btn pri s">
          {t("event.save")}
        </button>
        <Button small onClick={onClose}>
          {t("shell.cancel")}
        </Button>
      </div>
    </form>
  );
}
