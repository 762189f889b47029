/** Name of the open plan and the truth about its storage. */
import { formatDate, formatTime } from "../../text/numbers.ts";
import { useLanguage, useSay } from "../hooks/use-say.ts";
import { useView } from "../store.ts";
import { today } from "../today.ts";
import { PlanMenu } from "./history-menu.tsx";
import { Icon } from "./icon.tsx";

/** Two lines beside the logo. */
export function PlanHead() {
  const t = useSay();
  const plan = useView((state) => state.plan);
  if (!plan) {
    return (
      <div className="plan-head">
        <div className="name mut">
          <span className="cut">{t("shell.no-plan")}</span>
        </div>
        <div className="state quiet">{t("shell.nothing-sent")}</div>
      </div>
    );
  }
  return (
    <div className="plan-head">
      <div className="name">
        <PlanMenu>{plan.name}</PlanMenu>
        {plan.demo && (
          <span className="demo-badge" data-testid="demo-badge">
            {t("shell.demo")}
          </span>
        )}
      </div>
      <SaveLine />
    </div>
  );
}

function SaveLine() {
  const t = useSay();
  const language = useLanguage();
  const plan = useView((state) => state.plan);
  const save = useView((state) => state.save);
  if (!plan) return null;
  const savedWhen = (savedAt: string) => {
    const date = today(new Date(savedAt));
    const values = { date: formatDate(date), time: formatTime(language, savedAt), revision: plan.revision };
    return t(date === today() ? "shell.saved" : "shell.saved.earlier", values);
  };
  if (plan.readOnly) {
    return (
      <div className="state quiet" data-testid="read-only">
        <Icon name="lock" size={12} />
        {t(plan.readOnly === "newer" ? "shell.read-only.newer" : "shell.read-only")}
      </div>
    );
  }
  if (save.state === "saving") {
    return (
      <div className="state quiet" data-testid="save-state">
        {t("shell.saving")}
      </div>
    );
  }
  if (save.state === "not-saved") {
    return (
      <div className="state bad" data-testid="save-state">
        <Icon name="stop" size={12} />
        {t("shell.not-saved")}
      </div>
    );
  }
  return (
    <div className="state" data-testid="save-state">
      <Icon name="check" size={12} weight={2} />
      {plan.savedAt ? savedWhen(plan.savedAt) : t("shell.saved.untouched")}
    </div>
  );
}
