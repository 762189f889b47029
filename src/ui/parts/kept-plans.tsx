/** The plans kept in this browser, and how much room there is. */
import { useSay } from "../hooks/use-say.ts";
import { useView } from "../store.ts";
import { KeptPlan } from "./kept-plans-row.tsx";
import { StorageLine } from "./storage-line.tsx";

/** Nothing when none is kept. */
export function KeptPlans() {
  const t = useSay();
  const kept = useView((state) => state.kept);
  const open = useView((state) => state.plan?.id);
  if (kept.length === 0) return null;
  return (
    <div className="kept msg-space">
      <h3>{t("kept.title")}</h3>
      <ul>
        {kept.map((plan) => (
          <KeptPlan key={plan.id} plan={plan} isOpen={plan.id === open} />
        ))}
      </ul>
      <StorageLine />
    </div>
  );
}
