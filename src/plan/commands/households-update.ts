/** Lays a newer list over the register: new households come in, changed ones are changed, none is removed. */
import { columnsOfFacts } from "../household-facts.ts";
import { followOther } from "../household-other.ts";
import { compareUpdate } from "../register-update.ts";
import { command } from "./command.ts";
import { columnsToWrite, householdWriter } from "./household-writer.ts";
import { importRow, stagedProblem } from "./import-row.ts";

/** `households.update`: one entry of the journal, whatever it changes. */
export const householdsUpdate = command({
  name: "households.update",
  blocked(plan, { staged }) {
    return stagedProblem(plan, staged, "households");
  },
  run(plan, { staged }) {
    const file = plan.staged(staged)!;
    const reading = file.reading("households")!;
    const update = compareUpdate(plan.find("household", {}), reading);
    const { added, changed, gone } = update.comparison;
    plan.insert("import", importRow(file, "households", reading, plan.at));
    const write = householdWriter(plan, reading, staged);
    plan.insertMany("household", columnsToWrite(reading), added.length, (row, k) => write(row, added[k]!));
    for (let k = 0; k < changed.old.length; k++) {
      const before = update.rows[changed.old[k]!]!;
      const edit = update.edit(k);
      plan.update("household", before.id, {
        ...columnsOfFacts(edit),
        other: followOther(before.other, edit),
        import_id: staged,
      });
    }
    return {
      values: { file: file.file, added: added.length, changed: changed.old.length, gone: gone.length },
      notes: reading.notes,
    };
  },
});
