/** The three numbers and their bar. Old numbers stay, dimmed, while new ones are computed. */
import { formatNumber } from "../../../text/numbers.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { Mark } from "../../parts/mark.tsx";
import { SplitBar } from "../../parts/split-bar.tsx";
import { useView } from "../../store.ts";

/** The question is the title. */
export function TotalsHead() {
  const t = useSay();
  const language = useLanguage();
  const totals = useView((state) => state.totals);
  const running = useView((state) => state.screening || state.work !== null);
  return (
    <section className="sec">
      <h1>{t("tab.screening.question")}</h1>
      {totals === null ? (
        <p className="small mut">{t("screening.loading")}</p>
      ) : totals.total.households === 0 ? (
        <p className="small mut">{t("screening.empty")}</p>
      ) : (
        <div className={running ? "waiting" : undefined} aria-busy={running}>
          <div className="figures">
            {(["yes", "unknown", "no"] as const).map((name) => (
              <div key={name} className={name === "no" ? "last" : undefined}>
                <div className="figure" data-testid={`total-${name}`}>
                  {formatNumber(language, totals.total[name], 0)}
                </div>
                <div className={name === "no" ? "cap mut" : "cap"}>
                  <Mark name={name} size={14} />
                  {t(`eligible.${name}.short`)}
                </div>
              </div>
            ))}
          </div>
          <SplitBar count={totals.total} />
        </div>
      )}
    </section>
  );
}
