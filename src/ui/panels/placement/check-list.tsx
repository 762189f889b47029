/** The live check: what blocks first, then reminders, unknowns and what passed. */
import type { CheckState, SiteCheckResult } from "../../../core/model/site.ts";
import type { Outcome } from "../../../core/outcome.ts";
import { checkLines } from "../../../text/check-lines.ts";
import { boundsOf } from "../../coordinates.ts";
import { useLanguage, useProblemText, useSay } from "../../hooks/use-say.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { Message } from "../../parts/message.tsx";
import { services } from "../../services.ts";

const ICONS: Record<CheckState, IconName> = {
  blocked: "stop",
  warning: "warn",
  unknown: "question",
  passed: "check",
};

/** Every line names its reason; an overlap can be looked at on the map. */
export function CheckList({ outcome }: { outcome: Outcome<SiteCheckResult> | null }) {
  const t = useSay();
  const language = useLanguage();
  const problemText = useProblemText();
  if (!outcome) return null;
  if (!outcome.ok) {
    return (
      <section className="sec">
        <h2>{t("placement.check")}</h2>
        <Message kind="err">{problemText(outcome.problem)}</Message>
      </section>
    );
  }
  const { checks } = outcome.value;
  const blocked = checks.filter(({ state }) => state === "blocked").length;
  return (
    <section className="sec">
      <div className="sech">
        <h2>{t("placement.check")}</h2>
        <span className="small mut">{t("placement.check.count", { n: checks.length })}</span>
      </div>
      {blocked > 0 && (
        <div className="msg err">
          <Icon name="stop" />
          <span>
            <b>{t("placement.blocked", { n: blocked })}</b> {t("placement.blocked.draft")}
          </span>
        </div>
      )}
      <ul>
        {checkLines(language, checks).map(({ check, title, more, measure }, index) => (
          <li
            className={`chk ${check.state}`}
            // biome-ignore lint/suspicious/noArrayIndexKey: lines come sorted and whole with every check
            key={index}
            data-testid={`check-${check.code}`}
            data-state={check.state}
          >
            <Icon name={ICONS[check.state]} weight={check.state === "passed" ? 2 : 1.5} />
            <div>
              <span className="unseen">{t(`check.state.${check.state}`)}: </span>
              <span className="what">{title}</span>
              {more !== null && <div className="mut">{more}</div>}
              {check.part && (
                <button
                  type="button"
                  className="link"
                  onClick={() => check.part && services().map?.fit(boundsOf(check.part), true)}
                >
                  {t("placement.see")}
                </button>
              )}
            </div>
            <div className="v">{measure}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
