/** What reading a register gives: the columns of its households, and the households themselves when asked for. */
import { columnsFrom } from "../../model/columns.ts";
import type { Household, HouseholdColumns, OptionalField, RegisterField } from "../../model/household.ts";
import type { Problem, ReadResult } from "../../outcome.ts";
import type { Fields } from "../fields.ts";
import type { RawTable } from "../raw.ts";
import type { GrowingBytes } from "../text/growing-bytes.ts";
import { collect } from "./collect.ts";
import { householdOf } from "./household-row.ts";
import { OptionalCollector, type OptionalColumn } from "./register-optional.ts";

/** Half a million households are a few arrays here; `accepted` makes an object of each and keeps them. */
export interface RegisterReading extends ReadResult<Household> {
  /** Households accepted: `accepted.length`, without making them. */
  readonly count: number;
  /** Of these, those with coordinates. */
  readonly located: number;
  /** The same as `columnsFrom(accepted)`. */
  readonly columns: HouseholdColumns;
  /** Further columns the file has, those of `OPTIONAL_FIELDS` only. */
  readonly optional: readonly OptionalColumn[];
  /** Adds the text of `JSON.stringify(accepted[i].properties)`. */
  writeProperties(i: number, out: GrowingBytes): void;
}

/** Every row of a table by the rules of `householdOf`, as objects. */
export function householdsOf(
  table: RawTable,
  name: Fields<RegisterField>["name"],
  further: Fields<OptionalField>["name"],
  fileNotes: readonly Problem[],
): HouseholdsRead {
  const rowOf = new Map<string, number>();
  const optional = new OptionalCollector(further);
  const result = collect(table, fileNotes, (desk) => {
    const one = householdOf(desk, name, (id) => rowOf.get(id));
    if ("value" in one) {
      rowOf.set(one.value.id, desk.feature.row);
      optional.add(desk);
    }
    return one;
  });
  return { ...result, optional: optional.columns() };
}

type HouseholdsRead = ReadResult<Household> & Pick<RegisterReading, "optional">;

/** A register whose features were made already. */
export class FeatureReading implements RegisterReading {
  readonly read: number;
  readonly accepted: readonly Household[];
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly count: number;
  readonly located: number;
  readonly optional: readonly OptionalColumn[];
  private made: HouseholdColumns | null = null;

  constructor(result: HouseholdsRead) {
    this.read = result.read;
    this.accepted = result.accepted;
    this.rejected = result.rejected;
    this.notes = result.notes;
    this.optional = result.optional;
    this.count = result.accepted.length;
    this.located = result.accepted.filter(({ lon }) => lon !== null).length;
  }

  get columns(): HouseholdColumns {
    this.made ??= columnsFrom(this.accepted);
    return this.made;
  }

  writeProperties(i: number, out: GrowingBytes): void {
    out.text(JSON.stringify(this.accepted[i]!.properties));
  }
}
