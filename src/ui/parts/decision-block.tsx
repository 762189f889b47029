/** What the rules propose for a household and, beside it, what a person decided. */
import type { HouseholdFacts } from "../../compute/protocol.ts";
import type { Decision } from "../../core/model/decision.ts";
import { formatDate } from "../../text/numbers.ts";
import { decideFor } from "../decision-question.ts";
import { useMayEdit } from "../hooks/use-may-edit.ts";
import { type Say, useSay } from "../hooks/use-say.ts";
import { Mark } from "./mark.tsx";

interface Props {
  readonly facts: HouseholdFacts;
  /** Newest first. */
  readonly decisions: readonly Decision[];
}

/** The proposal stays what it is; the last decision stands in full, the earlier ones are folded. */
export function DecisionBlock({ facts, decisions }: Props) {
  const t = useSay();
  const mayEdit = useMayEdit();
  const [last, ...earlier] = decisions;
  return (
    <section data-testid="decision-block">
      <div className="sech">
        <h2>{t("decision.title")}</h2>
        {mayEdit && (
          <button type="button" className="link small" onClick={() => decideFor([facts.id])}>
            {t("decision.record")}
          </button>
        )}
      </div>
      <dl className="facts">
        <div className="pair">
          <dt>{t("decision.proposal")}</dt>
          <dd className="row">
            <Mark name={facts.eligible} size={14} />
            {t(`eligible.${facts.eligible}`)}
          </dd>
        </div>
        <div className="pair">
          <dt>{t("decision.decided")}</dt>
          <dd>
            {last ? <Told decision={last} t={t} /> : <span className="mut">{t("decision.state.none")}</span>}
          </dd>
        </div>
      </dl>
      {earlier.length > 0 && (
        <details className="more">
          <summary>{t("decision.earlier", { n: earlier.length })}</summary>
          <ul className="small">
            {earlier.map((decision) => (
              <li key={decision.id}>
                <Told decision={decision} t={t} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Told({ decision, t }: { readonly decision: Decision; readonly t: Say }) {
  const { choice, reason, person, document, on } = decision;
  return (
    <>
      <b>{t(`decision.choice.${choice}`)}</b>
      <span className="decision-why">{reason}</span>
      <span className="mut">{[formatDate(on), person, document].filter(Boolean).join(" · ")}</span>
    </>
  );
}
