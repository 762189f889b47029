/** The card of the chosen household: who, what the rules propose, why, and what happened so far. */
import type { HouseholdFacts } from "../../compute/protocol.ts";
import type { HouseholdDetail } from "../../plan/protocol.ts";
import { choose } from "../actions/look.ts";
import { useAnswer } from "../hooks/use-answer.ts";
import { type Say, useSay } from "../hooks/use-say.ts";
import { useHouseholdForm } from "../household-form-state.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";
import { IconButton } from "./button.tsx";
import { DecisionBlock } from "./decision-block.tsx";
import { HistoryFold } from "./history-fold.tsx";
import { HouseholdForm } from "./household-edit-form.tsx";
import { HouseholdEvents } from "./household-events.tsx";
import { HouseholdFactsFold } from "./household-facts-fold.tsx";
import { HouseholdGround } from "./household-ground.tsx";
import { HouseholdProperties } from "./household-properties.tsx";
import { HouseholdReasons } from "./household-reasons.tsx";
import { Icon } from "./icon.tsx";
import { Mark } from "./mark.tsx";

/** Shown while a household is chosen, or edited; floats over the map so that the map never jumps. */
export function HouseholdCard() {
  const form = useHouseholdForm((state) => state.form);
  const planId = useView((state) => state.plan?.id);
  return form?.planId === planId ? <HouseholdForm form={form!} /> : <ChosenCard />;
}

function ChosenCard() {
  const t = useSay();
  const selection = useView((state) => state.selection);
  const computed = useView((state) => state.computed);
  const totals = useView((state) => state.totals);
  const versions = useView((state) => state.versions);
  const id = selection?.kind === "household" ? selection.id : null;
  const { value: facts, waiting } = useAnswer(
    () => (id === null ? null : services().compute.facts(id)),
    [id, computed, totals],
  );
  const { value: detail } = useAnswer(
    () => (id === null ? null : services().plan.household(id)),
    [id, versions.event, versions.household, versions.decision],
  );
  if (id === null) return null;
  const rules = totals?.rules;
  return (
    <section className="float card" aria-label={t("card.title")} data-region="card">
      <header>
        <div className="row">
          <h2 className="cut">{facts?.id === id ? (facts.head ?? t("card.head-unknown")) : "…"}</h2>
          <span className="small mut nw">{t("card.id", { id })}</span>
          <span className="sp" />
          <IconButton small label={t("card.close")} onClick={() => choose(null)}>
            <Icon name="x" />
          </IconButton>
        </div>
        {facts?.id === id && <Summary facts={facts} t={t} />}
        {facts === null && !waiting && <p className="small mut">{t("card.missing")}</p>}
      </header>
      {facts?.id === id && (
        <div className={waiting ? "scroll waiting" : "scroll"}>
          {rules && <HouseholdReasons facts={facts} rules={rules} />}
          {detail?.household.id === id && <Rest id={id} detail={detail} facts={facts} />}
        </div>
      )}
    </section>
  );
}

function Rest({ id, detail, facts }: { id: string; detail: HouseholdDetail; facts: HouseholdFacts }) {
  return (
    <>
      <DecisionBlock facts={facts} decisions={detail.decisions} />
      <HouseholdEvents id={id} events={detail.events} />
      <HouseholdFactsFold detail={detail} />
      <HouseholdGround id={id} />
      <HouseholdProperties properties={detail.properties} />
      <HistoryFold kind="household" id={id} />
    </>
  );
}

function Summary({ facts, t }: { facts: HouseholdFacts; t: Say }) {
  const place = [facts.village, facts.unitName ?? t("unit.none")].filter(Boolean).join(", ");
  const more = [
    facts.members === null ? null : t("card.members", { n: facts.members }),
    facts.poverty,
    facts.migrant ? t("card.migrant") : null,
  ];
  return (
    <>
      <div className="small mut">{[place, ...more].filter(Boolean).join(" · ")}</div>
      {facts.at === null && <div className="small warn-text">{t("card.not-located")}</div>}
      {facts.evidence.declaredDiffers && <div className="small warn-text">{t("card.declared-differs")}</div>}
      <div className="row wrap pills">
        <span className={`pill ${facts.eligible}`}>
          <Mark name={facts.eligible} size={14} />
          {t(`card.proposal.${facts.eligible}`)}
        </span>
        {facts.decision !== "none" && <span className="pill">{t(`decision.pill.${facts.decision}`)}</span>}
        <span className="pill">
          {facts.status === "none"
            ? t("status.none")
            : t("card.status", { status: t(`status.${facts.status}`) })}
        </span>
      </div>
    </>
  );
}
