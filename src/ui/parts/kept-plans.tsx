/** The plans kept in this browser: open one, or remove one that is not open (asks once, in place). */
import { useState } from "react";
import { formatFixed } from "../../text/numbers.ts";
import { discardPlan, openPlan } from "../actions/open.ts";
import { useLanguage, useSay } from "../hooks/use-say.ts";
import { useView } from "../store.ts";
import { Button, IconButton } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** Nothing when none is kept. */
export function KeptPlans() {
  const t = useSay();
  const language = useLanguage();
  const kept = useView((state) => state.kept);
  const open = useView((state) => state.plan?.id);
  const [asking, setAsking] = useState<string | null>(null);
  if (kept.length === 0) return null;
  return (
    <div className="kept msg-space">
      <h3>{t("kept.title")}</h3>
      <ul>
        {kept.map((plan) => (
          <li key={plan.id}>
            {plan.id === open ? (
              <span className="cut">{plan.name}</span>
            ) : (
              <button type="button" className="link cut" onClick={() => openPlan(plan.id)}>
                {plan.name}
              </button>
            )}
            {plan.demo && <span className="demo-badge">{t("shell.demo")}</span>}
            <span className="small mut nw">
              {plan.id === open
                ? t("kept.open")
                : t("kept.size", { mb: formatFixed(language, plan.bytes / 1_000_000, 1) })}
            </span>
            <span className="sp" />
            {plan.id !== open && asking !== plan.id && (
              <IconButton
                small
                label={t("kept.remove", { name: plan.name })}
                onClick={() => setAsking(plan.id)}
              >
                <Icon name="trash" size={14} />
              </IconButton>
            )}
            {asking === plan.id && (
              <>
                <Button small kind="danger" onClick={() => discardPlan(plan.id)}>
                  {t("kept.remove.yes")}
                </Button>
                <Button small onClick={() => setAsking(null)}>
                  {t("shell.cancel")}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
