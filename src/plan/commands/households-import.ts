/** Takes a register of households that was read before into the plan. */
import type { Household } from "../../core/model/household.ts";
import type { Problem } from "../../core/outcome.ts";
import { encodePoint } from "../geometry-blob.ts";
import type { Rows } from "../rows.ts";
import { command, type Work } from "./command.ts";
import { importRow, stagedProblem } from "./import-row.ts";

/** `households.import` */
export const householdsImport = command({
  name: "households.import",
  blocked(plan, { staged, replace }) {
    const problem = stagedProblem(plan, staged, "households");
    if (problem || replace) return problem;
    const { file, accepted } = { ...plan.staged(staged)!, ...plan.staged(staged)!.reading("households")! };
    const taken = accepted.filter(({ id }) => plan.read("household", id) !== null);
    if (taken.length === 0) return null;
    return { code: "import.id-taken", file, values: { count: taken.length, id: taken[0]!.id } };
  },
  run(plan, { staged, replace }) {
    const file = plan.staged(staged)!;
    const reading = file.reading("households")!;
    if (replace) plan.removeWhere("household", {});
    plan.insert("import", importRow(file, "households", reading, plan.at));
    for (const household of reading.accepted) plan.insert("household", householdRow(household, staged));
    return {
      values: { count: reading.accepted.length, file: file.file },
      notes: [...reading.notes, ...(replace ? leftBehind(plan) : [])],
    };
  },
});

/** The row of a household; its own properties are kept word for word. */
export function householdRow(household: Household, importId: string | null): Rows["household"] {
  const { id, head, ethnicity, members, poverty, migrant, village, communeCode, lon, lat } = household;
  return {
    geom: lon === null || lat === null ? null : encodePoint([lon, lat]),
    id,
    head,
    ethnicity,
    members,
    poverty,
    migrant: migrant === null ? null : Number(migrant),
    village,
    commune_code: communeCode,
    import_id: importId,
    other: JSON.stringify(household.properties),
  };
}

/** Events and baseline members stay when the register is replaced; those without a household now are counted. */
function leftBehind(plan: Work): Problem[] {
  const ids = new Set<string>();
  for (const event of plan.find("event", {})) ids.add(event.household_id);
  for (const member of plan.find("baseline_member", {})) ids.add(member.household_id);
  const [first, ...more] = plan.missing("household", [...ids]);
  if (first === undefined) return [];
  return [{ code: "import.left-behind", values: { count: more.length + 1, id: first } }];
}
