/** Why this household: each criterion with its evidence, and what follows. */
import type { HouseholdFacts } from "../../compute/protocol.ts";
import type { Rules } from "../../core/screening/rule-set.ts";
import { concludeOf } from "../conclusion.ts";
import { useLanguage, useSay } from "../hooks/use-say.ts";
import { reasonsOf } from "../reasons.ts";
import { Mark, markOf } from "./mark.tsx";
import { Message } from "./message.tsx";

/** The five criteria in words, then the conclusion. */
export function HouseholdReasons({ facts, rules }: { facts: HouseholdFacts; rules: Rules }) {
  const t = useSay();
  const language = useLanguage();
  const conclusion = concludeOf(facts.evidence, rules);
  const list = new Intl.ListFormat(language);
  const names = list.format(conclusion.names.map((code) => t(`criterion.${code}.word`)));
  const because = list.format(conclusion.because.map((key) => t(key)));
  return (
    <>
      <h2>{t("card.why")}</h2>
      {reasonsOf(language, facts.evidence, rules).map(({ code, state, title, detail, values }) => (
        <div className="why" key={code} data-testid={`reason-${code}`}>
          <Mark name={markOf(state)} />
          <div className={state === "off" || state === "clear" ? "mut" : undefined}>
            <b>{t(title)}</b>
            {t(detail, values)}
          </div>
        </div>
      ))}
      <div className="msg-space">
        <Message
          kind={conclusion.eligible === "unknown" ? "warn" : "note"}
          icon={conclusion.eligible === "unknown" ? "question" : "check"}
        >
          {t(conclusion.key, { names, because })}
        </Message>
      </div>
    </>
  );
}
