/** A table whose rows stay in the bytes of the file until someone asks for them. */
import type { Problem } from "../../outcome.ts";
import type { RawFeature, RawTable, TableOrigin } from "../raw.ts";
import { type CsvCells, CsvRow } from "./csv-cells.ts";

/** Keeps the bytes of the file alive; `features` are made when first asked for, and kept. */
export class CsvTable implements RawTable {
  readonly format = "csv";
  readonly columns: readonly string[];
  readonly read: number;
  private made: readonly RawFeature[] | null = null;

  constructor(
    readonly file: string,
    readonly cells: CsvCells,
    readonly rejected: readonly Problem[],
    readonly notes: readonly Problem[],
    readonly origin: TableOrigin | null = null,
  ) {
    this.columns = cells.columns;
    this.read = cells.record.length + rejected.length;
  }

  get features(): readonly RawFeature[] {
    this.made ??= Array.from(this.cells.record, (_, i) => new CsvRow(this.cells, i));
    return this.made;
  }

  first(count: number): RawTable {
    const record = this.cells.record.subarray(0, count);
    return new CsvTable(this.file, { ...this.cells, record }, [], [], this.origin);
  }
}
