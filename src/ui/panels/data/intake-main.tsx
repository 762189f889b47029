/** Below the map: the columns with what was made of them, and the rows that cannot go in as they are. */
import type { WaitingTable } from "../../intake/waiting.ts";
import { IntakeColumns } from "./intake-columns.tsx";
import { IntakeRasterMain } from "./intake-raster-main.tsx";
import { IntakeRows } from "./intake-rows.tsx";

/** Nothing while the table is read or was refused. */
export function IntakeMain({ table }: { table: WaitingTable }) {
  if (!table.view) return null;
  if (table.view.meaning.raster) return <IntakeRasterMain table={table} />;
  return (
    // Where the table drawer is otherwise, for F6 too.
    <div className="intake-main" data-testid="intake-main" data-region="drawer">
      <IntakeColumns table={table} view={table.view} />
      <IntakeRows table={table} />
    </div>
  );
}
