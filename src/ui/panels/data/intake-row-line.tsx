/** One line of the check: which row, what the file says there, what is wrong with it, and what can be done. */
import type { RowCells } from "../../../intake/protocol.ts";
import { problemText, withoutFile } from "../../../text/problem-text.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { lookAtLine, rowsOf } from "../../intake/looked.ts";
import { acceptRepairs } from "../../intake/read.ts";
import { repairText } from "../../intake/repair-text.ts";
import { cellsAbout, cellsKnownBy, columnsTitle, type ShownCell } from "../../intake/row-cells.ts";
import type { RowLine } from "../../intake/row-list.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";

interface Props {
  readonly table: WaitingTable;
  readonly line: RowLine;
  /** Null until the worker has answered, and for rows that could not be taken apart. */
  readonly cells: RowCells | null;
}

const SIGNS: Readonly<Record<RowLine["kind"], { readonly icon: IconName; readonly pill: string }>> = {
  refused: { icon: "stop", pill: "pill err" },
  ask: { icon: "question", pill: "pill warn" },
  mended: { icon: "check", pill: "pill ok" },
  tell: { icon: "help", pill: "pill" },
};

/** So many rows of one finding are named. */
const MOST_NUMBERS = 3;

/** The whole line can be clicked; by keyboard its button is the way to the map. */
export function IntakeRowLine({ table, line, cells }: Props) {
  const t = useSay();
  const language = useLanguage();
  const { problem, finding, kind } = line;
  // Row and column stand in cells of their own.
  const { row: _row, rowIs: _rowIs, field, ...sentence } = withoutFile(problem);
  const rows = rowsOf(line);
  const open = table.looked?.line.key === line.key;
  const names = ["intake-row", kind === "mended" ? "mended" : "", open ? "on" : ""].filter(Boolean);
  const look = () => void lookAtLine(table.key, line);
  const { icon, pill } = SIGNS[kind];
  return (
    <tr
      className={names.join(" ")}
      data-testid="intake-row"
      onClick={({ target }) => {
        if (rows.length > 0 && target instanceof Element && !target.closest("button, label, input")) look();
      }}
    >
      <td className="r row-number">{rows.length === 0 ? "–" : <Rows rows={rows} />}</td>
      <td>{field === undefined ? "–" : ((table.view && columnsTitle(table.view, field)) ?? field)}</td>
      <td className="raw-value">
        {table.view && cells && (
          <>
            <Cells cells={cellsAbout(table.view, cells, field)} main />
            <Cells cells={cellsKnownBy(table.view, cells, field)} />
          </>
        )}
      </td>
      <td className="w">
        <span className={pill}>
          <Icon name={icon} size={12} /> {t(`intake.rows.${kind}`)}
        </span>{" "}
        {problemText(language, sentence)}
      </td>
      <td className="w">
        {finding?.repair && (
          <label className="row">
            <input
              type="checkbox"
              className="tick"
              checked={kind === "mended"}
              onChange={({ currentTarget }) => accept(table, line, currentTarget.checked)}
            />
            {repairText(t, finding)}
          </label>
        )}
        {!finding?.repair && kind === "refused" && <span className="mut">{t("intake.rows.stays")}</span>}
        {rows.length > 0 && (
          <button
            type="button"
            className="link"
            aria-pressed={open}
            aria-label={
              rows.length === 1
                ? t("intake.rows.look", { row: String(rows[0]) })
                : t("intake.rows.look.several", { n: rows.length })
            }
            onClick={look}
          >
            {t("intake.rows.where")}
          </button>
        )}
      </td>
    </tr>
  );
}

/** Accepts the repair of a line or takes it back. */
export function accept({ key, said }: WaitingTable, { finding }: RowLine, yes: boolean): void {
  if (!finding) return;
  const others = said.repairs.filter(({ id }) => id !== finding.id);
  void acceptRepairs(key, yes ? [...others, finding] : others);
}

function Rows({ rows }: { rows: readonly number[] }) {
  const t = useSay();
  const first = rows.slice(0, MOST_NUMBERS).join(", ");
  if (rows.length <= MOST_NUMBERS) return <>{first}</>;
  return <>{t("intake.rows.lines", { rows: first, n: rows.length - MOST_NUMBERS })}</>;
}

/** `main`: what the sentence speaks of; else what the row is known by. */
function Cells({ cells, main = false }: { readonly cells: readonly ShownCell[]; readonly main?: boolean }) {
  const t = useSay();
  if (cells.length === 0) return null;
  const said = ({ text }: ShownCell) => (text === "" ? t("intake.rows.empty") : text);
  if (!main) return <span className="mut small">{cells.map(said).join(" · ")}</span>;
  return (
    <b>
      {cells.length === 1
        ? said(cells[0]!)
        : cells.map((each) => t("intake.rows.cell", { column: each.column, value: said(each) })).join(" · ")}
    </b>
  );
}
