/** The fields of an event: what happened, when, by which paper. The same for one household and for many. */
import { useState } from "react";
import { EVENT_KINDS, type EventKind, type HouseholdEvent } from "../../core/model/event.ts";
import type { IsoDate } from "../../core/units.ts";
import { useSay } from "../hooks/use-say.ts";
import { today } from "../today.ts";
import { DateField } from "./date-field.tsx";

/** What is typed. */
export interface EventDraft {
  readonly kind: EventKind;
  /** As typed while it is no day; the command refuses it. */
  readonly on: IsoDate;
  readonly document: string;
  readonly note: string;
}

/** Begins with an event of today, or with one that is to be corrected. */
export function useEventDraft(
  known: HouseholdEvent | null = null,
): [draft: EventDraft, setDraft: (draft: EventDraft) => void] {
  return useState<EventDraft>(() => ({
    kind: known?.kind ?? "planned",
    on: known?.on ?? today(),
    document: known?.document ?? "",
    note: known?.note ?? "",
  }));
}

/** The draft as commands take it: no blanks around the texts, null for an empty one. */
export function eventOf({ kind, on, document, note }: EventDraft) {
  const text = (value: string) => (value.trim() === "" ? null : value.trim());
  return { kind, on, document: text(document), note: text(note) };
}

interface Props {
  readonly draft: EventDraft;
  readonly onChange: (draft: EventDraft) => void;
}

/** Four fields in three lines. */
export function EventFields({ draft, onChange }: Props) {
  const t = useSay();
  return (
    <>
      <div className="two">
        <label className="label">
          {t("event.kind")}
          <select
            className="text"
            data-autofocus
            value={draft.kind}
            onChange={({ currentTarget }) => {
              const kind = EVENT_KINDS.find((each) => each === currentTarget.value);
              if (kind) onChange({ ...draft, kind });
            }}
          >
            {EVENT_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`event.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <DateField
          asTyped
          label={t("event.on")}
          value={draft.on}
          onChange={(on) => onChange({ ...draft, on })}
        />
      </div>
      {(["document", "note"] as const).map((field) => (
        <label className="label" key={field}>
          {t(`event.${field}`)}
          <input
            className="text"
            value={draft[field]}
            onChange={({ currentTarget }) => onChange({ ...draft, [field]: currentTarget.value })}
          />
        </label>
      ))}
    </>
  );
}
