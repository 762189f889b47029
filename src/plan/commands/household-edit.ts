/** Changes what is known of a household. */
import { columnsOfFacts, factsOfRow, wholeEdit } from "../household-facts.ts";
import { followOther } from "../household-other.ts";
import { command } from "./command.ts";
import { factProblem, farNotes } from "./household-add.ts";
import { badInput, isRecord } from "./input.ts";

/** `household.edit`: only what differs is written; without a difference nothing is recorded. */
export const householdEdit = command({
  name: "household.edit",
  blocked(plan, { id, changes }) {
    if (!plan.read("household", id)) return { code: "household.missing", values: { id: String(id) } };
    if (!isRecord(changes)) return badInput("changes");
    return factProblem(id, changes, plan.at);
  },
  run(plan, { id, changes }) {
    const row = plan.read("household", id)!;
    const edit = wholeEdit(factsOfRow(row), changes);
    if (Object.keys(edit).length > 0) {
      plan.update("household", id, { ...columnsOfFacts(edit), other: followOther(row.other, edit) });
    }
    return { values: { household: id }, notes: farNotes(id, edit) };
  },
});
