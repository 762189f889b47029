/** Collects records whose columns are found on the way, in order of first appearance. */
import type { SourceTable } from "../intake/dataset.ts";
import type { Json } from "../model/household.ts";

/** What a record says: columns by number, each with its value. Costs what was said, not the number of columns. */
interface Record {
  readonly row: number;
  readonly columns: readonly number[];
  readonly values: readonly Json[];
  readonly geometry: Json;
}
type Head = Omit<SourceTable, "columns" | "count" | "value" | "geometry" | "rowNumber">;

/** Columns are known by number, so that a name such as `__proto__` is a name like any other. */
export class RecordList {
  readonly columns: string[] = [];
  private readonly records: Record[] = [];
  private readonly numbers = new Map<string, number>();

  get count(): number {
    return this.records.length;
  }

  /** Number of a column, new or known. */
  column(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.columns.length;
      this.numbers.set(name, number);
      this.columns.push(name);
    }
    return number;
  }

  /** Of a name that comes twice in one record the first is kept. */
  add(row: number, said: readonly (readonly [name: string, value: Json])[], geometry: Json): void {
    const columns = said.map(([name]) => this.column(name));
    this.records.push({ row, columns, values: said.map(([, value]) => value), geometry });
  }

  /** The records as a table; later additions show in it. */
  table(head: Head): SourceTable {
    const { records, columns } = this;
    return {
      ...head,
      columns,
      get count() {
        return records.length;
      },
      value: (row, column) => {
        const record = records[row]!;
        // Most records say the same columns in the same order.
        const at = record.columns[column] === column ? column : record.columns.indexOf(column);
        return at < 0 ? null : record.values[at]!;
      },
      geometry: (row) => records[row]!.geometry,
      rowNumber: (row) => records[row]!.row,
    };
  }
}
