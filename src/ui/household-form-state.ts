/** The form in which a household is edited or added: kept while the tab or the chosen household changes. */
import { create } from "zustand";
import type { LonLat } from "../core/units.ts";
import type { HouseholdFacts } from "../plan/protocol.ts";
import { type FactTexts, NO_FACTS, textsOf } from "./household-draft.ts";
import { view } from "./store.ts";

export interface HouseholdFormState {
  /** The plan it belongs to: another plan has no such form. */
  readonly planId: string;
  readonly kind: "edit" | "add";
  /** As typed while a household is added. */
  readonly id: string;
  /** As the form was opened. */
  readonly known: HouseholdFacts;
  readonly initial: FactTexts;
  readonly texts: FactTexts;
}

interface FormStore {
  readonly form: HouseholdFormState | null;
  /** Who takes the place that is being shown on the map; null: no place is being taken. */
  readonly picking: ((at: LonLat) => void) | null;
}

/** The one form. */
export const useHouseholdForm = create<FormStore>(() => ({ form: null, picking: null }));

/** Opens the form with what is known. */
export function editHousehold(id: string, known: HouseholdFacts): void {
  open("edit", id, known);
}

/** Opens an empty form. */
export function addHousehold(): void {
  open("add", "", NO_FACTS);
}

function open(kind: HouseholdFormState["kind"], id: string, known: HouseholdFacts): void {
  const initial = textsOf(known);
  const planId = view().plan?.id ?? "";
  useHouseholdForm.setState({ form: { planId, kind, id, known, initial, texts: initial }, picking: null });
}

/** Changes what is typed. */
export function setForm(part: Partial<HouseholdFormState>): void {
  const { form } = useHouseholdForm.getState();
  if (form) useHouseholdForm.setState({ form: { ...form, ...part } });
}

/** Closes the form; what was not saved is gone. */
export function closeForm(): void {
  useHouseholdForm.setState({ form: null, picking: null });
}
