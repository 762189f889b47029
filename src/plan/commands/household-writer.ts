/** Writes the households of a register that was read into their table. */
import { type OptionalColumn, type RegisterReading, viewOf } from "../../core/formats/index.ts";
import type { Category } from "../../core/model/household.ts";
import { textColumn } from "../../core/model/text-column.ts";
import type { RowWriter } from "../bulk-insert.ts";
import type { Rows } from "../rows.ts";
import type { Work } from "./command.ts";

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

/** The columns of a register, in the order in which `householdWriter` gives them. */
export function columnsToWrite(reading: RegisterReading): (keyof Rows["household"] & string)[] {
  return [...COLUMNS, ...reading.optional.map(({ field }) => field)];
}

/** Gives the rows of a register; the properties of a household are kept word for word. */
export function householdWriter(
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
