/** Reads a register from the cells of a table: no object and, in a plain row, no text is made per household. */

import { textAt } from "../../model/columns.ts";
import type { Household, HouseholdColumns, OptionalField, RegisterField } from "../../model/household.ts";
import type { Problem } from "../../outcome.ts";
import { type CsvCells, CsvRow } from "../csv/csv-cells.ts";
import { CsvJson } from "../csv/csv-json.ts";
import type { Fields } from "../fields.ts";
import type { RawTable } from "../raw.ts";
import type { GrowingBytes } from "../text/growing-bytes.ts";
import { utf8Text } from "../text/utf8-text.ts";
import { viewOf } from "../words.ts";
import { FeatureDesk } from "./collect.ts";
import { householdOf } from "./household-row.ts";
import { FACT_FIELDS, RegisterFacts } from "./register-facts.ts";
import { type OptionalColumn, optionalFromCells } from "./register-optional.ts";
import type { RegisterReading } from "./register-reading.ts";
import { registerTexts } from "./register-texts.ts";

/** The register in the cells of a table. */
export class CellReading implements RegisterReading {
  readonly read: number;
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly count: number;
  readonly located: number;
  readonly optional: readonly OptionalColumn[];
  private readonly facts: RegisterFacts;
  /** Row of the table of each household. */
  private readonly rowOf: Uint32Array;
  private readonly json: CsvJson;
  private made: readonly Household[] | null = null;
  private filled: HouseholdColumns | null = null;

  constructor(
    table: RawTable,
    private readonly cells: CsvCells,
    private readonly name: Fields<RegisterField>["name"],
    further: Fields<OptionalField>["name"],
    fileNotes: readonly Problem[],
  ) {
    const { scan, record } = cells;
    const facts = new RegisterFacts(record.length);
    const rowOf = new Uint32Array(record.length);
    const view = viewOf(scan.bytes);
    const column = Int32Array.from(FACT_FIELDS, (field) => this.columnOf(field));
    const firstRow = (id: string) => {
      const at = facts.find(id);
      return at < 0 ? undefined : scan.row[record[rowOf[at]!]!]!;
    };
    const rejected = [...table.rejected];
    const notes: Problem[] = [];
    for (let i = 0; i < record.length; i++) {
      if (!facts.takePlain(scan, view, record[i]!, column)) {
        const own: Problem[] = [];
        const one = householdOf(new FeatureDesk(table, new CsvRow(cells, i), own), name, firstRow);
        if ("refused" in one) {
          rejected.push(one.refused);
          continue;
        }
        facts.add(one.value);
        for (const note of own) notes.push(note);
      }
      rowOf[facts.count - 1] = i;
    }
    this.read = table.read;
    this.rejected = rejected.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    const optional = optionalFromCells(table, cells, further, rowOf, facts.count);
    this.optional = optional.columns;
    this.notes = [...table.notes, ...fileNotes, ...inRowOrder(notes, optional.notes)];
    this.count = facts.count;
    this.located = facts.located;
    this.facts = facts;
    this.rowOf = rowOf;
    this.json = new CsvJson(cells);
  }

  get accepted(): readonly Household[] {
    this.made ??= householdsFrom(this.columns, (i) => new CsvRow(this.cells, this.rowOf[i]!).properties);
    return this.made;
  }

  get columns(): HouseholdColumns {
    if (this.filled === null) {
      const { count, facts } = this;
      this.filled = {
        count,
        id: facts.id(),
        lon: cut(facts.lon, count),
        lat: cut(facts.lat, count),
        members: cut(facts.members, count),
        migrant: cut(facts.migrant, count),
        ...registerTexts(this.cells, this.rowOf, count, (field) => this.columnOf(field)),
      };
    }
    return this.filled;
  }

  writeProperties(i: number, out: GrowingBytes): void {
    this.json.write(this.rowOf[i]!, out);
  }

  private columnOf(field: RegisterField): number {
    const taken = this.name[field];
    return taken === null ? -1 : this.cells.columns.indexOf(taken);
  }
}

/** Notes of both lists by row; of one row those of the first list first. */
function inRowOrder(notes: readonly Problem[], more: readonly Problem[]): readonly Problem[] {
  if (more.length === 0) return notes;
  return [...notes, ...more].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

/** The first of a list in a buffer of their own: the list itself when these are all. */
function cut<T extends Float64Array | Int16Array | Uint8Array>(list: T, count: number): T {
  return list.length === count ? list : (list.slice(0, count) as T);
}

/** The households that the columns are of. */
function householdsFrom(
  columns: HouseholdColumns,
  propertiesOf: (i: number) => Household["properties"],
): Household[] {
  const { count, id, head, lon, lat, members, migrant } = columns;
  return Array.from({ length: count }, (_, i) => {
    const placed = !Number.isNaN(lon[i]!);
    return {
      id: utf8Text(id.bytes, id.start[i]!, id.start[i + 1]!),
      head: utf8Text(head.bytes, head.start[i]!, head.start[i + 1]!) || null,
      ethnicity: textAt(columns.ethnicity, i),
      members: members[i]! < 0 ? null : members[i]!,
      poverty: textAt(columns.poverty, i),
      migrant: migrant[i]! > 1 ? null : migrant[i] === 1,
      village: textAt(columns.village, i),
      communeCode: textAt(columns.communeCode, i),
      lon: placed ? lon[i]! : null,
      lat: placed ? lat[i]! : null,
      properties: propertiesOf(i),
    };
  });
}
