/** Beside the map while one line of the check is looked at: what is drawn, and the repair to accept. */
import { Fragment, useEffect, useRef } from "react";
import type { Geometry } from "../../../core/model/geometry.ts";
import { problemText, withoutFile } from "../../../text/problem-text.ts";
import { useRowCells } from "../../hooks/use-row-cells.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { boundsOfLooked, rowsOf } from "../../intake/looked.ts";
import { setTable } from "../../intake/read.ts";
import { repairText } from "../../intake/repair-text.ts";
import { allCells } from "../../intake/row-cells.ts";
import type { Looked, WaitingTable } from "../../intake/waiting.ts";
import { Button } from "../../parts/button.tsx";
import { services } from "../../services.ts";
import { accept } from "./intake-row-line.tsx";

const ONE_COLUMN = "(max-width: 759px)";

/** Before dashed, after solid, a ring where to look. The repair is accepted here as in the list. */
export function IntakeLooked({ table, looked }: { readonly table: WaitingTable; readonly looked: Looked }) {
  const t = useSay();
  const language = useLanguage();
  const { line, look } = looked;
  const { finding, problem } = line;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // In one column the map is far above the list.
    if (matchMedia(ONE_COLUMN).matches) section.current?.scrollIntoView();
    const { map } = services();
    const at = looked.line.finding?.at ?? null;
    map?.setLooked({ ...looked.look, at });
    const bbox = boundsOfLooked(looked);
    map?.resize();
    if (bbox) map?.fit(bbox, false);
    return () => services().map?.setLooked(null);
  }, [looked]);
  const rows = rowsOf(line);
  const { row: _row, rowIs: _rowIs, field: _field, ...sentence } = withoutFile(problem);
  const nowhere = boundsOfLooked(looked) === null;
  const taken = table.said.repairs.some(({ id }) => id === finding?.id);
  return (
    <section
      ref={section}
      className="intake-place"
      aria-labelledby="intake-looked"
      aria-live="polite"
      data-region="card"
      data-testid="intake-looked"
    >
      <div className="sech">
        <h2 id="intake-looked">
          {rows.length === 1
            ? t("intake.looked.title", { row: String(rows[0]) })
            : t("intake.looked.several", { n: rows.length })}
        </h2>
        <Button small onClick={() => setTable(table.key, { looked: null })}>
          {t("intake.looked.close")}
        </Button>
      </div>
      <p>{problemText(language, sentence)}</p>
      {nowhere && <p className="small mut">{t("intake.looked.nowhere")}</p>}
      {!nowhere && (
        <div className="row wrap small intake-looked-key">
          {look.before.length > 0 && (
            <span className="lg">
              <Sign when="before" shapes={look.before} />
              {t("intake.looked.before")}
            </span>
          )}
          {look.after.length > 0 && (
            <span className="lg">
              <Sign when="after" shapes={look.after} />
              {t("intake.looked.after")}
            </span>
          )}
          {finding?.at && (
            <span className="lg">
              <svg width="16" height="16" aria-hidden="true">
                <circle cx="8" cy="8" r="6" className="looked-at" />
              </svg>
              {t("intake.looked.at")}
            </span>
          )}
        </div>
      )}
      {finding?.repair && (
        <label className="choice">
          <input
            type="checkbox"
            className="tick"
            checked={taken}
            onChange={({ currentTarget }) => accept(table, line, currentTarget.checked)}
          />
          <b>{repairText(t, finding)}</b>
        </label>
      )}
      <RowAsInFile table={table} row={rows[0]} />
    </section>
  );
}

/** Every filled cell of the row, so that it can be found in the sender's papers. */
function RowAsInFile({ table, row }: { readonly table: WaitingTable; readonly row: number | undefined }) {
  const { view } = table;
  const cells = useRowCells(table, row === undefined ? [] : [row]).get(row ?? -1);
  if (!view || !cells) return null;
  return (
    <dl className="intake-facts small">
      {allCells(view, cells).map(({ column, text }) => (
        <Fragment key={column}>
          <dt>{column}</dt>
          <dd className="raw">{text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** As the map draws it: a mark for places, a line for shapes. */
function Sign({ when, shapes }: { readonly when: "before" | "after"; readonly shapes: readonly Geometry[] }) {
  const isPoint = shapes[0]?.type === "Point";
  return (
    <svg width={isPoint ? 14 : 22} height="14" aria-hidden="true">
      {isPoint ? (
        <circle cx="7" cy="7" r="4.5" className={`looked-${when} is-point`} />
      ) : (
        <path d="M1 7h20" className={`looked-${when}`} />
      )}
    </svg>
  );
}
