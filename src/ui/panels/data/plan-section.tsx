/** The plan as a file: rename, save a copy, open or make another, and the plans kept in this browser. */
import { closePlan, saveCopy } from "../../actions/open.ts";
import { useMayEdit } from "../../hooks/use-may-edit.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Button } from "../../parts/button.tsx";
import { KeptPlans } from "../../parts/kept-plans.tsx";
import { OpenPlanButton } from "../../parts/open-plan-button.tsx";
import { setView } from "../../store.ts";

/** Last in the panel, because it is not about the data. */
export function PlanSection() {
  const t = useSay();
  const mayEdit = useMayEdit();
  return (
    <section className="sec">
      <h2>{t("data.plan")}</h2>
      <div className="row wrap msg-space">
        <Button onClick={saveCopy}>{t("data.copy")}</Button>
        {mayEdit && <Button onClick={() => setView({ dialog: "rename" })}>{t("data.rename")}</Button>}
        <Button onClick={() => setView({ dialog: "new-plan" })}>{t("start.new.short")}</Button>
        <OpenPlanButton label={t("start.open.short")} />
        <Button onClick={closePlan}>{t("data.close")}</Button>
      </div>
      <KeptPlans />
    </section>
  );
}
