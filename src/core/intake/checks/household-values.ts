/** Numbers that no household can have, and rows that name nobody. */
import { fitsOptional } from "../../model/household.ts";
import { type CheckedRows, placeOfFile, placeOfRow } from "./checked-rows.ts";
import type { CheckFinding, Repair } from "./finding.ts";
import { Listed, together } from "./listed.ts";
import { placeOf } from "./repeated-households.ts";

/** More people than this in one household is a slip of the pen, or a total that was taken for a row. */
export const MOST_MEMBERS = 30;

/** Members of 1 to 30, whole; land from 0 up; years of four digits; a head of household. */
export function householdValues(rows: CheckedRows): readonly CheckFinding[] {
  const members = new Listed("members", rows, unknown("members"));
  const nobody: number[] = [];
  for (let i = 0; i < rows.count; i++) {
    if ((rows.head(i) ?? "").trim() === "") nobody.push(rows.rowNumber(i));
    const given = rows.members(i);
    if (given === null || (Number.isInteger(given) && given >= 1 && given <= MOST_MEMBERS)) continue;
    const row = rows.rowNumber(i);
    members.add(row, () => ({
      problem: {
        code: "check.members",
        ...placeOfRow(rows, i, "members"),
        values: { given: String(given), most: MOST_MEMBERS },
      },
      rows: [row],
      at: placeOf(rows, i),
      weight: "ask",
      repair: unknown("members"),
    }));
  }
  const numbers = (rows.numbers ?? []).flatMap(({ field, kind, value }) => {
    const listed = new Listed(field, rows, unknown(field));
    for (let i = 0; i < rows.count; i++) {
      const given = value(i);
      if (given === null || fitsOptional(kind, given)) continue;
      const row = rows.rowNumber(i);
      listed.add(row, () => ({
        problem: {
          code: kind === "year" ? "check.year" : "check.measure",
          ...placeOfRow(rows, i, field),
          values: { given: String(given) },
        },
        rows: [row],
        at: placeOf(rows, i),
        weight: "ask",
        repair: unknown(field),
      }));
    }
    return listed.findings();
  });
  return [
    ...members.findings(),
    ...numbers,
    ...together("no-head", nobody, (count) => ({
      problem: { code: "check.no-head", ...placeOfFile(rows), values: { count } },
      at: null,
      weight: "tell",
      repair: null,
    })),
  ];
}

/** A value that cannot be is not known; it is never made into another. */
function unknown(field: string): Repair {
  return { code: "set-value", values: { field, to: null } };
}
