/** About whom a decision is being recorded. */
import { create } from "zustand";
import { services } from "./services.ts";
import { setView } from "./store.ts";

/** Ids as they were when it was asked: choosing others meanwhile changes nothing. */
export const useDecisionQuestion = create<{ readonly householdIds: readonly string[] }>(() => ({
  householdIds: [],
}));

/** Opens the dialog for these households. */
export function decideFor(householdIds: readonly string[]): void {
  useDecisionQuestion.setState({ householdIds });
  setView({ dialog: "record-decision" });
}

/** Opens the dialog for everybody who is chosen in the table. */
export async function decideForChosen(): Promise<void> {
  decideFor(await services().compute.chosenIds());
}
