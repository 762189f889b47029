/** Rà soát: who must move. The question, its answer, the rules it rests on, and the answer by commune. */
import { CRITERIA } from "../../../core/screening/rule-set.ts";
import { useSay } from "../../hooks/use-say.ts";
import { useView } from "../../store.ts";
import { CriterionRow } from "./criterion-row.tsx";
import { EffectLine } from "./effect-line.tsx";
import { ReadingRow } from "./reading-row.tsx";
import { RulesFoot } from "./rules-foot.tsx";
import { TotalsHead } from "./totals-head.tsx";
import { UnitTable } from "./unit-table.tsx";

/** The left panel of the first question. */
export function ScreeningPanel() {
  const t = useSay();
  const rules = useView((state) => state.draft ?? state.rules);
  const totals = useView((state) => state.totals);
  return (
    <>
      <div className="scroll">
        <TotalsHead />
        {rules && (
          <section className="sec">
            <div className="sech">
              <h2>{t("screening.criteria")}</h2>
              <span className="small mut">{t("screening.no-official")}</span>
            </div>
            {CRITERIA.map((code) => (
              <CriterionRow key={code} code={code} rules={rules} />
            ))}
            <ReadingRow rules={rules} />
            <EffectLine />
          </section>
        )}
        {totals && <UnitTable totals={totals} />}
      </div>
      <RulesFoot />
    </>
  );
}
