/** Below the map: the columns with what was made of them, and the rows that cannot go in as they are. */
import type { WaitingTable } from "../../intake/waiting.ts";
import { IntakeColumns } from "./intake-columns.tsx";
import { IntakeRows } from "./intake-rows.tsx";

/** Nothing while the table is read or was refused. */
export function IntakeMain({ table }: { table: WaitingTable }) {
  if (!table.view) return <div className="intake-main" />;
  return (
    <div className="intake-main" data-testid="intake-main">
      <IntakeColumns table={table} view={table.view} />
      <IntakeRows table={table} />
    </div>
  );
}
