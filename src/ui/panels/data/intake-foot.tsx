/** The sum of the rows, the button, and what is still missing beside it. */
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { countsOf, missingOf, stepsLeft } from "../../intake/steps.ts";
import { takeTable } from "../../intake/take.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Button } from "../../parts/button.tsx";

/** Stays at the foot of the panel. The sum is always written out. */
export function IntakeFoot({ table }: { table: WaitingTable }) {
  const t = useSay();
  const language = useLanguage();
  if (table.state !== "ready" && table.state !== "taking") return null;
  const counts = countsOf(table);
  const missing = missingOf(table);
  const steps = new Intl.ListFormat(language, { type: "conjunction" }).format(stepsLeft(missing).map(String));
  const taking = table.state === "taking";
  const blocked = taking ? t("data.importing") : missing[0] ? t(missing[0].why) : null;
  return (
    <div className="foot">
      <p className="small mut" aria-live="polite">
        {counts ? (
          <span data-testid="stage-counts">
            {t(table.item?.shapes === "none" ? "data.sum.rows" : "data.sum.features", counts)}
          </span>
        ) : (
          t(table.unchecked ? "intake.missing.unchecked" : "intake.missing.check")
        )}
      </p>
      <div className="row msg-space">
        <Button kind="pri" blocked={blocked} onClick={() => void takeTable(table.key)}>
          {t("data.import")}
        </Button>
        <span className="small mut">
          {taking ? t("data.importing") : missing.length > 0 ? t("intake.left", { steps }) : null}
        </span>
      </div>
    </div>
  );
}
