/** Files that left the program: when, who, and which revision they show. */
import { formatDate, formatTime } from "../../../text/numbers.ts";
import { useAnswer } from "../../hooks/use-answer.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { services } from "../../services.ts";
import { useView } from "../../store.ts";
import { today } from "../../today.ts";

const MOST = 50;

/** Folded; newest first. */
export function ExportLog() {
  const t = useSay();
  const language = useLanguage();
  const exported = useView((state) => state.exported);
  const planId = useView((state) => state.plan?.id);
  const { value: lines } = useAnswer(() => services().plan.exports(MOST), [exported, planId]);
  if (!lines) return null;
  const count = lines.length < MOST ? String(lines.length) : `${MOST}+`;
  return (
    <details className="more" data-testid="export-log">
      <summary>{t("exports.title", { n: count })}</summary>
      {lines.length === 0 && <p className="small mut">{t("exports.none")}</p>}
      <ul className="small">
        {lines.map(({ id, file, at, author, rows, revision }) => (
          <li key={id}>
            <span className="cut">{file}</span>
            <div className="mut">
              {[
                `${formatDate(today(new Date(at)))} ${formatTime(language, at)}`,
                author,
                t("exports.line", { n: rows, revision: String(revision) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
