/** Reads a register from the cells of a table: no object and, in a plain row, no text is made per household. */
import {
  type Household,
  type HouseholdColumns,
  REGISTER_FIELDS,
  type RegisterField,
} from "../../model/household.ts";
import type { Problem } from "../../outcome.ts";
import { type CsvCells, CsvRow } from "../csv-cells.ts";
import { CsvJson } from "../csv-json.ts";
import type { Fields } from "../fields.ts";
import type { GrowingBytes } from "../growing-bytes.ts";
import type { RawTable } from "../raw.ts";
import { viewOf } from "../words.ts";
import { FeatureDesk } from "./collect.ts";
import { householdOf } from "./household-row.ts";
import { householdsOf, type RegisterReading } from "./register-reading.ts";
import { RegisterWriter } from "./register-writer.ts";

/** The register in the cells of a table. */
export class CellReading implements RegisterReading {
  readonly read: number;
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly count: number;
  readonly located: number;
  readonly columns: HouseholdColumns;
  /** Row of the table of each household. */
  private readonly rowOf: Uint32Array;
  private readonly json: CsvJson;
  private made: readonly Household[] | null = null;

  constructor(
    private readonly table: RawTable,
    cells: CsvCells,
    private readonly name: Fields<RegisterField>["name"],
    fileNotes: readonly Problem[],
  ) {
    const { scan, record } = cells;
    const writer = new RegisterWriter(record.length);
    const rowOf = new Uint32Array(record.length);
    const view = viewOf(scan.bytes);
    const column = Int32Array.from(REGISTER_FIELDS, (field) => {
      const taken = name[field];
      return taken === null ? -1 : cells.columns.indexOf(taken);
    });
    const firstRow = (id: string) => {
      const at = writer.find(id);
      return at < 0 ? undefined : scan.row[record[rowOf[at]!]!]!;
    };
    const rejected = [...table.rejected];
    const notes = [...table.notes, ...fileNotes];
    for (let i = 0; i < record.length; i++) {
      if (!writer.takePlain(scan, view, record[i]!, column)) {
        const own: Problem[] = [];
        const one = householdOf(new FeatureDesk(table, new CsvRow(cells, i), own), name, firstRow);
        if ("refused" in one) {
          rejected.push(one.refused);
          continue;
        }
        writer.add(one.value);
        for (const note of own) notes.push(note);
      }
      rowOf[writer.count - 1] = i;
    }
    this.read = table.read;
    this.rejected = rejected.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    this.notes = notes;
    this.count = writer.count;
    this.located = writer.located;
    this.columns = writer.columns();
    this.rowOf = rowOf;
    this.json = new CsvJson(cells);
  }

  get accepted(): readonly Household[] {
    this.made ??= householdsOf(this.table, this.name, []).accepted;
    return this.made;
  }

  writeProperties(i: number, out: GrowingBytes): void {
    this.json.write(this.rowOf[i]!, out);
  }
}
