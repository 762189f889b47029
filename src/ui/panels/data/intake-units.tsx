/** Commune codes of another list than the plan's: what they become, and a choice where one unit became several. */
import { useRef } from "react";
import type { SplitUnit, UnitsReport } from "../../../core/intake/unit-conversion.ts";
import { useSay } from "../../hooks/use-say.ts";
import { changeMeaning } from "../../intake/read.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Icon } from "../../parts/icon.tsx";

/** More codes and units than this are counted, not named. */
const MOST_CODES = 20;
const MOST_UNITS = 30;

/** Nothing where the codes are of the plan's list. While the rows are checked anew the last report stays. */
export function IntakeUnits({ table }: { table: WaitingTable }) {
  const t = useSay();
  const last = useRef<UnitsReport | null>(null);
  if (table.checked) last.current = table.checked.units ?? null;
  const report = last.current;
  if (report === null || report.rows === 0) return null;
  const { from, to, rows, one, ambiguous, open, several, unknown, none } = report;
  const codes = none.slice(0, MOST_CODES).map(([code, n]) => t("intake.units.unknown.code", { code, n }));
  if (none.length > MOST_CODES) codes.push(t("intake.units.unknown.more", { n: none.length - MOST_CODES }));
  const lists = { from: t(`intake.unit-list.${from}`), to: t(`intake.unit-list.${to}`) };
  return (
    <section className="intake-units" aria-labelledby="intake-units" data-testid="intake-units">
      <div className="sech">
        <h2 id="intake-units">{t("intake.units.title")}</h2>
        <span className="small mut">{t("intake.units.lists", lists)}</span>
      </div>
      <ul className="small" aria-live="polite">
        <li>{t("intake.units.one", { n: one, of: rows })}</li>
        {ambiguous > 0 && (
          <li>{t("intake.units.ambiguous", { n: ambiguous, units: several.length, open })}</li>
        )}
        {unknown > 0 && <li>{t("intake.units.unknown", { n: unknown, codes: codes.join(", ") })}</li>}
      </ul>
      {several.length > 0 && (
        <div className="intake-table">
          <table>
            <thead>
              <tr>
                <th>{t("intake.units.from")}</th>
                <th className="r">{t("intake.units.rows")}</th>
                <th>{t("intake.units.to")}</th>
                <th>{t("intake.units.decided")}</th>
                <th>{t("intake.units.ask")}</th>
              </tr>
            </thead>
            <tbody>
              {several.slice(0, MOST_UNITS).map((unit) => (
                <Split key={unit.from.code} table={table} unit={unit} />
              ))}
            </tbody>
          </table>
          {several.length > MOST_UNITS && (
            <p className="small mut">{t("intake.units.more", { n: several.length - MOST_UNITS })}</p>
          )}
        </div>
      )}
    </section>
  );
}

function Split({ table, unit }: { table: WaitingTable; unit: SplitUnit }) {
  const t = useSay();
  const { from, to, rows, point, village, chosen, open, asked, choice } = unit;
  const decided = [
    point > 0 && t("intake.units.by-point", { n: point }),
    village > 0 && t("intake.units.by-village", { n: village }),
    chosen > 0 && t("intake.units.by-choice", { n: chosen }),
    open > 0 && t("intake.units.open", { n: open }),
  ].filter((text) => text !== false);
  return (
    <tr>
      <td>{t("intake.units.unit", { ...from })}</td>
      <td className="r">{rows}</td>
      <td>{to.map((one) => t("intake.units.unit", { ...one })).join("; ")}</td>
      <td>{decided.join(" · ")}</td>
      <td>
        {asked === 0 && choice === null ? (
          <span className="mut">{t("intake.units.none-left")}</span>
        ) : (
          <label className="row">
            {open > 0 && choice === null && <Icon name="question" size={14} />}
            <span>{t("intake.units.rest", { n: asked })}</span>
            <select
              className="text"
              aria-label={t("intake.units.choose", { n: asked, name: from.name })}
              value={choice ?? ""}
              onChange={({ currentTarget }) =>
                void changeMeaning(table.key, {
                  kind: "unit-choice",
                  from: from.code,
                  to: currentTarget.value || null,
                })
              }
            >
              <option value="">{t("intake.units.leave-open")}</option>
              {to.map((one) => (
                <option key={one.code} value={one.code}>
                  {t("intake.units.unit", { ...one })}
                </option>
              ))}
            </select>
          </label>
        )}
      </td>
    </tr>
  );
}
