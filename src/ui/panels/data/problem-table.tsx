/** Rows that were refused, or notes on rows that were taken: row, field, reason in words. */
import { useState } from "react";
import type { Problem } from "../../../core/outcome.ts";
import { problemText } from "../../../text/problem-text.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";

const FIRST = 50;

/** The first fifty at once, all on request; the count is always the whole. */
export function ProblemTable({ title, problems }: { title: string; problems: readonly Problem[] }) {
  const t = useSay();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, FIRST);
  return (
    <div className="problems">
      <div className="sech">
        <h3>{title}</h3>
        <span className="small mut">{t("data.problem-count", { n: problems.length })}</span>
      </div>
      <table>
        <thead>
          <tr>
            <th className="r row-number">{t("data.column.row")}</th>
            <th>{t("data.column.field")}</th>
            <th>{t("data.column.why")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ file: _file, row, field, ...problem }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: problems of one reading never move
            <tr key={index}>
              <td className="r row-number">{row === undefined ? "–" : String(row)}</td>
              <td>{field ?? "–"}</td>
              <td className="w">{problemText(language, problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && problems.length > FIRST && (
        <button type="button" className="link small" onClick={() => setAll(true)}>
          {t("data.show-all", { n: problems.length })}
        </button>
      )}
    </div>
  );
}
