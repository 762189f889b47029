/** The columns of a table: as in the file, as read, as which field, and what the check says. */
import { useState } from "react";
import type { IntakeView } from "../../../intake/protocol.ts";
import { useSay } from "../../hooks/use-say.ts";
import { columnsInSight } from "../../intake/columns.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { IntakeColumnDialog } from "./intake-column-dialog.tsx";
import { IntakeColumnRow } from "./intake-column-row.tsx";
import { IntakeMissingFields } from "./intake-missing-fields.tsx";
import { IntakeUnits } from "./intake-units.tsx";

/** Columns that ask something or became a field; all of them on request. */
export function IntakeColumns({ table, view }: { table: WaitingTable; view: IntakeView }) {
  const t = useSay();
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const shown = all ? view.columns : columnsInSight(view);
  const opened = view.columns.find(({ meaning }) => meaning.column === open);
  return (
    <section aria-labelledby="intake-columns">
      <div className="sech">
        <h2 id="intake-columns" tabIndex={-1}>
          {t("intake.step.columns")}
        </h2>
        <span className="small mut">
          {t("intake.columns.each")}
          {shown.length < view.columns.length && (
            <>
              {" · "}
              <button type="button" className="link" onClick={() => setAll(true)}>
                {t("intake.columns.all", { n: view.columns.length })}
              </button>
            </>
          )}
        </span>
      </div>
      <div className="intake-table">
        <table>
          <thead>
            <tr>
              <th>{t("intake.column.name")}</th>
              <th>{t("intake.column.raw")}</th>
              <th>{t("intake.column.encoding")}</th>
              <th>{t("intake.column.read")}</th>
              <th>{t("intake.column.field")}</th>
              <th>{t("intake.column.check")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((column) => (
              <IntakeColumnRow
                key={column.meaning.column}
                table={table}
                view={view}
                column={column}
                onOpen={() => setOpen(column.meaning.column)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <IntakeMissingFields table={table} view={view} />
      <IntakeUnits table={table} key={table.key} />
      {opened && (
        <IntakeColumnDialog table={table} view={view} column={opened} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}
