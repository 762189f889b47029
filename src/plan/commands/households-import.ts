/** Takes a register of households that was read before into the plan. */
import { textsOf } from "../../core/model/text-column.ts";
import type { Problem } from "../../core/outcome.ts";
import { command, type Work } from "./command.ts";
import { columnsToWrite, householdWriter } from "./household-writer.ts";
import { importRow, stagedProblem } from "./import-row.ts";

/** `households.import` */
export const householdsImport = command({
  name: "households.import",
  blocked(plan, { staged, replace }) {
    const problem = stagedProblem(plan, staged, "households");
    if (problem || replace || plan.count("household", {}) === 0) return problem;
    const { file } = plan.staged(staged)!;
    const ids = textsOf(plan.staged(staged)!.reading("households")!.columns.id) as string[];
    const free = new Set(plan.missing("household", ids));
    if (free.size === ids.length) return null;
    const id = ids.find((one) => !free.has(one))!;
    return { code: "import.id-taken", file, values: { file, count: ids.length - free.size, id } };
  },
  run(plan, { staged, replace }) {
    const file = plan.staged(staged)!;
    const reading = file.reading("households")!;
    if (replace) plan.removeWhere("household", {});
    plan.insert("import", importRow(file, "households", reading, plan.at));
    plan.insertMany(
      "household",
      columnsToWrite(reading),
      reading.count,
      householdWriter(plan, reading, staged),
    );
    return {
      values: { count: reading.count, file: file.file },
      notes: [...reading.notes, ...(replace ? leftBehind(plan) : [])],
    };
  },
});

/** Events, baseline members and assignments stay when the register is replaced; those without a household now are counted. */
function leftBehind(plan: Work): Problem[] {
  const ids = new Set<string>();
  for (const event of plan.find("event", {})) ids.add(event.household_id);
  for (const member of plan.find("baseline_member", {})) ids.add(member.household_id);
  for (const assignment of plan.find("assignment", {})) ids.add(assignment.household_id);
  const [first, ...more] = plan.missing("household", [...ids]);
  if (first === undefined) return [];
  return [{ code: "import.left-behind", values: { count: more.length + 1, id: first } }];
}
