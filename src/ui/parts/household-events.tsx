/** What happened to the household, and the form that adds an event. */
import { useState } from "react";
import type { HouseholdEvent } from "../../core/model/event.ts";
import { formatDate } from "../../text/numbers.ts";
import { run } from "../actions/run.ts";
import { tellDone } from "../actions/tell.ts";
import { useMayEdit } from "../hooks/use-may-edit.ts";
import { useSay } from "../hooks/use-say.ts";
import { Button, IconButton } from "./button.tsx";
import { EventFields, eventOf, useEventDraft } from "./event-fields.tsx";
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
  const [draft, setDraft] = useEventDraft();
  const save = async () => {
    if (!(await run("event.add", { id: crypto.randomUUID(), householdId, ...eventOf(draft) }))) return;
    tellDone("event.added", { what: t(`event.${draft.kind}`) });
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
      <EventFields draft={draft} onChange={setDraft} />
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
