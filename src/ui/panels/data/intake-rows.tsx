/** Rows that were refused or look wrong: why, and what could be done; nothing is mended before it is accepted. */
import { useMemo, useState } from "react";
import type { CheckFinding } from "../../../core/intake/checks/finding.ts";
import { problemText, withoutFile } from "../../../text/problem-text.ts";
import { hasText, type TextKey } from "../../../text/say.ts";
import { download } from "../../actions/download.ts";
import { tellProblem } from "../../actions/tell.ts";
import { type Say, useLanguage, useProblemText, useSay } from "../../hooks/use-say.ts";
import { columnName } from "../../intake/columns.ts";
import { acceptRepairs } from "../../intake/read.ts";
import { type RowLine, repairsByCode, rowLines } from "../../intake/row-list.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { intake } from "../../intake/worker-link.ts";
import { Button } from "../../parts/button.tsx";
import { Message } from "../../parts/message.tsx";
import { services } from "../../services.ts";
import { view } from "../../store.ts";

/** So many are on the page at once. */
const PAGE = 50;
const CLOSE_ZOOM = 15;

/** The last section below the map. */
export function IntakeRows({ table }: { table: WaitingTable }) {
  const t = useSay();
  const problemSaid = useProblemText();
  const [shown, setShown] = useState(PAGE);
  const { checked, late, said, unchecked } = table;
  const lines = useMemo(
    () => (checked ? rowLines(checked, late, said.repairs) : []),
    [checked, late, said.repairs],
  );
  return (
    <section aria-labelledby="intake-rows">
      <div className="sech">
        <h2 id="intake-rows" tabIndex={-1}>
          {t("intake.step.rows")}
        </h2>
        {checked !== null && checked.rejected.length > 0 && (
          <button type="button" className="link small" onClick={() => void saveRefused(table)}>
            {t("intake.rows.download")}
          </button>
        )}
      </div>
      {unchecked && <Message kind="err">{problemSaid(unchecked)}</Message>}
      {!checked && !unchecked && <p className="mut">{t("intake.missing.check")}</p>}
      {checked && lines.length === 0 && <Message kind="ok">{t("data.all-fine")}</Message>}
      {lines.length > 0 && (
        <>
          <AllOfAKind table={table} lines={lines} />
          <div className="intake-table">
            <table>
              <thead>
                <tr>
                  <th className="r row-number">{t("data.column.row")}</th>
                  <th>{t("data.column.field")}</th>
                  <th>{t("data.column.why")}</th>
                  <th>{t("intake.rows.what")}</th>
                </tr>
              </thead>
              <tbody>
                {lines.slice(0, shown).map((line) => (
                  <Line key={line.key} line={line} table={table} />
                ))}
              </tbody>
            </table>
          </div>
          {shown < lines.length && (
            <Button small onClick={() => setShown(shown + 10 * PAGE)}>
              {t("intake.rows.more", { n: lines.length - shown })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function Line({ line, table }: { line: RowLine; table: WaitingTable }) {
  const t = useSay();
  const language = useLanguage();
  const { problem, finding, kind } = line;
  // Row and column stand in cells of their own.
  const { row: _row, rowIs: _rowIs, field, ...sentence } = withoutFile(problem);
  const at = finding?.at;
  return (
    <tr className={kind === "mended" ? "mended" : undefined}>
      <td className="r row-number">{problem.row === undefined ? "–" : String(problem.row)}</td>
      <td>{field === undefined ? "–" : table.view ? columnName(table.view, field) : field}</td>
      <td className="w">
        {kind === "refused" && <span className="pill err">{t("intake.rows.refused")}</span>}{" "}
        {problemText(language, sentence)}
      </td>
      <td className="w">
        {finding?.repair && (
          <label className="row">
            <input
              type="checkbox"
              className="tick"
              checked={kind === "mended"}
              onChange={({ currentTarget }) =>
                void acceptRepairs(
                  table.key,
                  currentTarget.checked
                    ? [...table.said.repairs, finding]
                    : table.said.repairs.filter(({ id }) => id !== finding.id),
                )
              }
            />
            {repairText(t, finding)}
          </label>
        )}
        {!finding?.repair && kind === "refused" && <span className="mut">{t("intake.rows.stays")}</span>}
        {at && (
          <button type="button" className="link" onClick={() => services().map?.center(at, CLOSE_ZOOM)}>
            {t("intake.rows.where")}
          </button>
        )}
      </td>
    </tr>
  );
}

/** Two and more repairs of one kind can be accepted together. */
function AllOfAKind({ table, lines }: { table: WaitingTable; lines: readonly RowLine[] }) {
  const t = useSay();
  const several = [...repairsByCode(lines)].filter(([, findings]) => findings.length > 1);
  if (several.length === 0) return null;
  return (
    <div className="row wrap msg-space">
      {several.map(([code, findings]) => (
        <Button
          key={code}
          small
          onClick={() => void acceptRepairs(table.key, [...table.said.repairs, ...findings])}
        >
          {t("intake.rows.all", { what: repairText(t, findings[0]!, true), n: findings.length })}
        </Button>
      ))}
    </div>
  );
}

/** What a repair does; `many`: without the values of one row. */
function repairText(t: Say, { repair }: CheckFinding, many = false): string {
  if (!repair) return "";
  const plain = `intake.repair.${repair.code}.all`;
  if (many && hasText(plain)) return t(plain as TextKey);
  const key = `intake.repair.${repair.code}`;
  return hasText(key) ? t(key as TextKey, repair.values) : repair.code;
}

/** The rows that do not come in, with every column of the file and the reason, to be mended and brought in again. */
async function saveRefused({ item, name, checked }: WaitingTable): Promise<void> {
  if (!item || !checked) return;
  const { language } = view();
  const reasons = checked.rejected.map(({ row: _row, rowIs: _rowIs, ...problem }) =>
    problemText(language, withoutFile(problem)),
  );
  const outcome = await intake().rejectedFile(item.id, reasons);
  if (!outcome.ok) return tellProblem(outcome.problem);
  download(outcome.value, `${name.replace(/\.[^.]+$/, "")}-loi.csv`, "text/csv");
}
