/** Right of the panel: the curve across, the table below. The map stands in its own corner. */
import { useEffect } from "react";
import { showEverything } from "../../actions/look.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Segmented } from "../../parts/segmented.tsx";
import { services } from "../../services.ts";
import { view } from "../../store.ts";
import { ProgressChart } from "./progress-chart.tsx";
import { ProgressTable } from "./progress-table.tsx";
import { useQuestion, useReport } from "./use-progress.ts";

const MAP_MOVES_MS = 50;

/** Also hands the shares of the communes to the map. */
export function ProgressMain() {
  const t = useSay();
  const { target, by } = useQuestion();
  const { value: outcome, waiting } = useReport(target, by);
  const { value: byUnit } = useReport(target, "unit");
  const report = outcome?.ok ? outcome.value : null;
  useEffect(() => {
    const rows = byUnit?.ok ? byUnit.value.rows : [];
    const shares = rows.flatMap(({ code, baseline, done }) =>
      code === null ? [] : [[code, baseline === 0 ? null : done / baseline] as const],
    );
    services().map?.setShares(Object.fromEntries(shares));
  }, [byUnit]);
  useEffect(() => {
    const { center, zoom } = view().map;
    const looking = setTimeout(() => void showEverything(false), MAP_MOVES_MS);
    // Back to where the person was looking, once the map has its room again.
    return () => {
      clearTimeout(looking);
      if (center) setTimeout(() => services().map?.center(center, zoom), MAP_MOVES_MS);
    };
  }, []);
  return (
    <>
      <section className="c1">
        <div className="row">
          <h2>{t(`progress.curve.${target}`)}</h2>
          <span className="sp" />
          <Segmented
            label={t("progress.by")}
            value={by}
            options={[
              { value: "unit", label: t("progress.by.unit") },
              { value: "district", label: t("progress.by.district") },
            ]}
            onChange={(value) => useQuestion.setState({ by: value })}
          />
        </div>
        <div className={waiting ? "plot waiting" : "plot"}>{report && <ProgressChart report={report} />}</div>
      </section>
      <section className={waiting ? "c2 waiting" : "c2"} data-region="drawer">
        {report ? <ProgressTable report={report} by={by} /> : <p className="mut">{t("progress.nothing")}</p>}
      </section>
    </>
  );
}
