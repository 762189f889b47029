/** What happened to the household, and the form that adds an event or corrects one in its place. */
import { useEffect, useRef, useState } from "react";
import type { HouseholdEvent } from "../../core/model/event.ts";
import { formatDate } from "../../text/numbers.ts";
import { run } from "../actions/run.ts";
import { tellDone } from "../actions/tell.ts";
import { keepFocus } from "../focus.ts";
import { useMayEdit } from "../hooks/use-may-edit.ts";
import { useSay } from "../hooks/use-say.ts";
import { Button, IconButton } from "./button.tsx";
import { EventFields, eventOf, useEventDraft } from "./event-fields.tsx";
import { Icon } from "./icon.tsx";

/** Oldest first, as it happened. */
export function HouseholdEvents({ id, events }: { id: string; events: readonly HouseholdEvent[] }) {
  const t = useSay();
  const mayEdit = useMayEdit();
  /** The event that is being corrected, or a new one. */
  const [form, setForm] = useState<"new" | HouseholdEvent["id"] | null>(null);
  const close = () => {
    keepFocus(`[data-focus="${CSS.escape(focusName(form))}"]`);
    setForm(null);
  };
  const sorted = [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <section>
      <div className="sech">
        <h2>{t("card.history")}</h2>
        {mayEdit && form !== "new" && (
          <button
            type="button"
            className="link small"
            data-focus={focusName("new")}
            onClick={() => setForm("new")}
          >
            {t("event.add")}
          </button>
        )}
      </div>
      {sorted.length === 0 && <p className="small mut">{t("card.no-history")}</p>}
      <ul className="events">
        {sorted.map((event) =>
          form === event.id && mayEdit ? (
            <li key={event.id} className="correcting">
              <EventForm householdId={id} known={event} onClose={close} />
            </li>
          ) : (
            <EventLine key={event.id} event={event} onCorrect={() => setForm(event.id)} />
          ),
        )}
      </ul>
      {form === "new" && <EventForm householdId={id} known={null} onClose={close} />}
    </section>
  );
}

function EventLine({ event, onCorrect }: { event: HouseholdEvent; onCorrect: () => void }) {
  const t = useSay();
  const mayEdit = useMayEdit();
  const named = { what: t(`event.${event.kind}`), on: formatDate(event.on) };
  return (
    <li>
      <span>{named.on}</span>
      <span>
        {named.what}
        {event.document !== null && ` · ${event.document}`}
        {event.note !== null && <span className="note">{event.note}</span>}
      </span>
      {mayEdit && (
        <span className="row">
          <button
            type="button"
            className="link"
            data-focus={focusName(event.id)}
            aria-label={t("event.correct", named)}
            onClick={onCorrect}
          >
            {t("event.correct.short")}
          </button>
          <IconButton
            small
            label={t("event.remove", named)}
            onClick={() => run("event.remove", { id: event.id })}
          >
            <Icon name="x" size={12} />
          </IconButton>
        </span>
      )}
    </li>
  );
}

/** Names the button that opened a form: focus goes back to it. */
const focusName = (form: "new" | HouseholdEvent["id"] | null): string => `event-${form ?? "new"}`;

interface FormProps {
  readonly householdId: string;
  /** What is corrected; null: a new event. */
  readonly known: HouseholdEvent | null;
  readonly onClose: () => void;
}

function EventForm({ householdId, known, onClose }: FormProps) {
  const t = useSay();
  const [draft, setDraft] = useEventDraft(known);
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => formRef.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus(), []);
  const save = async () => {
    const said = eventOf(draft);
    const done = known
      ? await run("event.correct", { id: known.id, ...said })
      : await run("event.add", { id: crypto.randomUUID(), householdId, ...said });
    if (!done) return;
    tellDone(known ? "event.corrected" : "event.added", { what: t(`event.${draft.kind}`) });
    onClose();
  };
  return (
    <form
      ref={formRef}
      className="form"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <EventFields draft={draft} onChange={setDraft} />
      <div className="row">
        <button type="submit" className="btn pri s">
          {t(known ? "event.correct.save" : "event.save")}
        </button>
        <Button small onClick={onClose}>
          {t("shell.cancel")}
        </Button>
      </div>
    </form>
  );
}
