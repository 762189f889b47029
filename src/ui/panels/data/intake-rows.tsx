/** Rows that were refused or look wrong: why, and what could be done; nothing is mended before it is accepted. */
import { useMemo, useState } from "react";
import type { Problem } from "../../../core/outcome.ts";
import { useRowCells } from "../../hooks/use-row-cells.ts";
import { useProblemText, useSay } from "../../hooks/use-say.ts";
import { giveBack, rowsBack } from "../../intake/given-back.ts";
import { rowsOf } from "../../intake/looked.ts";
import { acceptRepairs } from "../../intake/read.ts";
import { repairText } from "../../intake/repair-text.ts";
import { type RowLine, repairsByCode, rowLines } from "../../intake/row-list.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Button } from "../../parts/button.tsx";
import { Message } from "../../parts/message.tsx";
import { IntakeProgress } from "./intake-progress.tsx";
import { IntakeRowLine } from "./intake-row-line.tsx";

/** So many are on the page at once. */
const PAGE = 50;

/** The last section below the map. */
export function IntakeRows({ table }: { table: WaitingTable }) {
  const t = useSay();
  const problemSaid = useProblemText();
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
        <GiveBack table={table} />
      </div>
      {unchecked && <Message kind="err">{problemSaid(unchecked)}</Message>}
      {!checked && !unchecked && <IntakeProgress id={table.item?.id ?? null} first="check" />}
      {checked && <Notes notes={checked.notes} />}
      {checked && lines.length === 0 && <Message kind="ok">{t("data.all-fine")}</Message>}
      {lines.length > 0 && (
        <>
          <AllOfAKind table={table} lines={lines} />
          <Lines table={table} lines={lines} />
        </>
      )}
    </section>
  );
}

/** What was remarked of values: nothing is wrong with the rows, and nothing has to be done. */
function Notes({ notes }: { readonly notes: readonly Problem[] }) {
  const t = useSay();
  const problemSaid = useProblemText();
  if (notes.length === 0) return null;
  return (
    <details className="msg-space">
      <summary>{t("intake.rows.notes", { n: notes.length })}</summary>
      <ul className="small">
        {notes.slice(0, PAGE).map((note, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes of one check never move
          <li key={at}>{problemSaid(note)}</li>
        ))}
        {notes.length > PAGE && <li>{t("intake.rows.notes.more", { n: notes.length - PAGE })}</li>}
      </ul>
    </details>
  );
}

function Lines({ table, lines }: { readonly table: WaitingTable; readonly lines: readonly RowLine[] }) {
  const t = useSay();
  const [page, setPage] = useState(0);
  const pages = Math.ceil(lines.length / PAGE);
  const at = Math.min(page, pages - 1);
  const shown = lines.slice(at * PAGE, (at + 1) * PAGE);
  const cells = useRowCells(
    table,
    shown.flatMap((line) => rowsOf(line).slice(0, 1)),
  );
  return (
    <>
      <div className="intake-table">
        <table>
          <thead>
            <tr>
              <th className="r row-number">{t("data.column.row")}</th>
              <th>{t("data.column.field")}</th>
              <th>{t("intake.rows.value")}</th>
              <th>{t("data.column.why")}</th>
              <th>{t("intake.rows.what")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <IntakeRowLine
                key={line.key}
                line={line}
                table={table}
                cells={cells.get(rowsOf(line)[0] ?? -1) ?? null}
              />
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <nav className="row msg-space" aria-label={t("intake.rows.page.list")}>
          <Button small blocked={at === 0 ? "" : null} onClick={() => setPage(at - 1)}>
            {t("intake.rows.before")}
          </Button>
          <span className="small" aria-live="polite">
            {t("intake.rows.page", {
              from: at * PAGE + 1,
              to: at * PAGE + shown.length,
              n: lines.length,
            })}
          </span>
          <Button small blocked={at === pages - 1 ? "" : null} onClick={() => setPage(at + 1)}>
            {t("intake.rows.next")}
          </Button>
        </nav>
      )}
    </>
  );
}

/** Refused rows alone, and with those that came in but should be looked at, where there are some. */
function GiveBack({ table }: { table: WaitingTable }) {
  const t = useSay();
  const { checked, late } = table;
  const counts = useMemo(
    () => (checked ? rowsBack(checked, late) : { refused: 0, found: 0 }),
    [checked, late],
  );
  if (counts.found === 0) return null;
  const link = (found: boolean, text: string) => (
    <button type="button" className="link" onClick={() => void giveBack(table, found)}>
      {text}
    </button>
  );
  return (
    <span className="row wrap small">
      {t("intake.rows.back")}
      {counts.refused > 0 && link(false, t("intake.rows.back.refused", { n: counts.refused }))}
      {counts.found > counts.refused && link(true, t("intake.rows.back.found", { n: counts.found }))}
    </span>
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
