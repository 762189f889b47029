/** One kept plan: open it, unfold its automatic copies, or remove it (asks once, in place). */
import { useState } from "react";
import type { StoredPlan } from "../../plan/protocol.ts";
import { formatFixed } from "../../text/numbers.ts";
import { discardPlan, openPlan } from "../actions/open.ts";
import { rescue, whenWritten } from "../actions/storage.ts";
import { useLanguage, useSay } from "../hooks/use-say.ts";
import { Button, IconButton } from "./button.tsx";
import { CopiesList, useCopies } from "./copies-list.tsx";
import { Icon } from "./icon.tsx";

/** Two plans of one name are told apart by the time of their last change. */
export function KeptPlan({ plan, isOpen }: { plan: StoredPlan; isOpen: boolean }) {
  const t = useSay();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const size = t("kept.size", { mb: formatFixed(language, plan.bytes / 1_000_000, 1) });
  const changed = plan.changedAt
    ? t("kept.changed", whenWritten(plan.changedAt))
    : t(plan.damaged ? "kept.damaged" : "kept.untouched");
  return (
    <li>
      <div className="kept-line">
        {isOpen ? (
          <span className="cut">{plan.name}</span>
        ) : (
          <button type="button" className="link cut" title={plan.name} onClick={() => openPlan(plan.id)}>
            {plan.name}
          </button>
        )}
        {plan.demo && <span className="demo-badge">{t("shell.demo")}</span>}
        <span className="sp" />
        <IconButton
          small
          label={t("copies.of", { name: plan.name })}
          pressed={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          <Icon name={unfolded ? "up" : "down"} size={14} />
        </IconButton>
        {!isOpen && (
          <IconButton small label={t("kept.remove", { name: plan.name })} onClick={() => setAsking(!asking)}>
            <Icon name="trash" size={14} />
          </IconButton>
        )}
      </div>
      <div className="small mut kept-more">
        <span>{isOpen ? t("kept.open") : changed}</span>
        <span>{size}</span>
        {plan.damaged && (
          <Button
            small
            onClick={() => rescue({ from: "kept", id: plan.id, problem: { code: "plan.damaged" } })}
          >
            {t("kept.rescue")}
          </Button>
        )}
      </div>
      {asking && !isOpen && <RemoveQuestion plan={plan} onKeep={() => setAsking(false)} />}
      {unfolded && <CopiesList plan={plan} />}
    </li>
  );
}

function RemoveQuestion({ plan, onKeep }: { plan: StoredPlan; onKeep: () => void }) {
  const t = useSay();
  const copies = useCopies(plan.id)?.length ?? 0;
  return (
    <div className="kept-line">
      <span className="small">
        {copies > 0 ? t("kept.remove.copies", { n: copies }) : t("kept.remove.only")}
      </span>
      <span className="sp" />
      <Button small kind="danger" onClick={() => discardPlan(plan.id)}>
        {t("kept.remove.yes")}
      </Button>
      <Button small onClick={onKeep}>
        {t("shell.cancel")}
      </Button>
    </div>
  );
}
