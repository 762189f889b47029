/** The three ways to begin, and the plans kept in this browser. */
import { DEMO, openPlan } from "../../actions/open.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Button } from "../../parts/button.tsx";
import { Filled } from "../../parts/filled.tsx";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { KeptPlans } from "../../parts/kept-plans.tsx";
import { OpenPlanButton } from "../../parts/open-plan-button.tsx";
import { setView, useView } from "../../store.ts";

/** Over the pale map. */
export function StartChoices() {
  const t = useSay();
  const opening = useView((state) => state.opening);
  if (opening) {
    return (
      <section className="float start-box" aria-busy="true">
        <p className="mut">{t("shell.opening")}</p>
      </section>
    );
  }
  const choice = (icon: IconName, key: "new" | "open" | "demo", button: React.ReactNode) => (
    <div className={key === "new" ? "start-choice on" : "start-choice"}>
      <Icon name={icon} size={22} />
      <div>
        <b>{t(`start.${key}`)}</b>
        <div className="small mut">{t(`start.${key}.more`)}</div>
      </div>
      {button}
    </div>
  );
  return (
    <section className="float start-box" aria-label={t("start.title")}>
      <h1>{t("start.title")}</h1>
      <p className="mut start-lead">{t("start.lead")}</p>
      {choice(
        "file",
        "new",
        <Button kind="pri" onClick={() => setView({ dialog: "new-plan" })}>
          {t("start.new.button")}
        </Button>,
      )}
      {choice("home", "open", <OpenPlanButton label={t("start.open.button")} />)}
      {choice("layers", "demo", <Button onClick={() => openPlan(DEMO)}>{t("start.demo.button")}</Button>)}
      <KeptPlans />
      <p className="small mut start-keys">
        <Filled
          text="start.keys"
          fields={{ tab: <kbd>Tab</kbd>, enter: <kbd>Enter</kbd>, all: <kbd>?</kbd> }}
        />
      </p>
    </section>
  );
}
