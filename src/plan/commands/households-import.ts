/** Takes a register of households that was read before into the plan. */
import { type OptionalColumn, type RegisterReading, viewOf } from "../../core/formats/index.ts";
import type { Category } from "../../core/model/household.ts";
import { textColumn, textsOf } from "../../core/model/text-column.ts";
import type { Problem } from "../../core/outcome.ts";
import type { RowWriter } from "../bulk-insert.ts";
import { command, type Work } from "./command.ts";
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
    const columns = [...COLUMNS, ...reading.optional.map(({ field }) => field)];
    plan.insertMany("household", columns, reading.count, householdWriter(plan, reading, staged));
    return {
      values: { count: reading.count, file: file.file },
      notes: [...reading.notes, ...(replace ? leftBehind(plan) : [])],
    };
  },
});

/** In the order in which `householdWriter` gives them; the further columns of the file come after them. */
const COLUMNS = [
  "geom",
  "id",
  "head",
  "ethnicity",
  "members",
  "poverty",
  "migrant",
  "village",
  "commune_code",
  "import_id",
  "other",
  "unit_code",
] as const;

/** Gives the rows of a register; the properties of a household are kept word for word. */
function householdWriter(
  plan: Work,
  reading: RegisterReading,
  importId: string,
): (row: RowWriter, i: number) => void {
  const { lon, lat, id, head, members, migrant, ...categories } = reading.columns;
  const idBytes = viewOf(id.bytes);
  const headBytes = viewOf(head.bytes);
  const ethnicity = categoryWriter(categories.ethnicity);
  const poverty = categoryWriter(categories.poverty);
  const village = categoryWriter(categories.village);
  const communeCode = categoryWriter(categories.communeCode);
  const unitCode = categoryWriter(plan.containingUnits(lon, lat));
  const optional = reading.optional.map(optionalWriter);
  return (row, i) => {
    row.point(lon[i]!, lat[i]!);
    row.utf8(idBytes, id.start[i]!, id.start[i + 1]!);
    row.utf8(headBytes, head.start[i]!, head.start[i + 1]!);
    ethnicity(row, i);
    if (members[i]! < 0) row.null();
    else row.integer(members[i]!);
    poverty(row, i);
    if (migrant[i]! > 1) row.null();
    else row.integer(migrant[i]!);
    village(row, i);
    communeCode(row, i);
    row.text(importId);
    row.textBy((bytes) => reading.writeProperties(i, bytes));
    unitCode(row, i);
    for (let k = 0; k < optional.length; k++) optional[k]!(row, i);
  };
}

function optionalWriter(column: OptionalColumn): (row: RowWriter, i: number) => void {
  if (column.kind === "text") return categoryWriter(column.texts);
  const { numbers } = column;
  return (row, i) => {
    if (Number.isNaN(numbers[i]!)) row.null();
    else row.real(numbers[i]!);
  };
}

/** Each text of a category is spelled in bytes once. */
function categoryWriter({ values, index }: Category): (row: RowWriter, i: number) => void {
  const { bytes, start } = textColumn(values);
  const source = viewOf(bytes);
  return (row, i) => {
    const at = index[i]!;
    if (at < 0) row.null();
    else row.utf8(source, start[at]!, start[at + 1]!);
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
