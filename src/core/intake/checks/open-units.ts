/** Households of a former unit that was split and that nothing says more of: they wait for a person. */
import type { SourceTable } from "../dataset.ts";
import type { UnitsReport } from "../unit-conversion.ts";
import type { CheckFinding } from "./finding.ts";
import { together } from "./listed.ts";

/** One finding for each such unit, with its rows. Nothing mends them but a point, a village or a choice. */
export function openUnits({ several }: UnitsReport, table: SourceTable): readonly CheckFinding[] {
  return several.flatMap(({ from, to, openRows }) =>
    openRows.length === 0
      ? []
      : together(
          `commune-open:${from.code}`,
          openRows.map((row) => table.rowNumber(row)),
          (count) => ({
            problem: {
              code: "check.commune-open",
              file: table.file,
              values: {
                code: from.code,
                name: from.name,
                units: to.map(({ code, name }) => `${name} (${code})`).join(", "),
                count,
              },
            },
            at: null,
            weight: "ask",
            repair: null,
          }),
        ),
  );
}
