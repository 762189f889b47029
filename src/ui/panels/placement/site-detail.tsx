/** A site of the plan: its check as of now, what is written of it, and its next step. */
import { useState } from "react";
import type { Site, SiteCheckResult } from "../../../core/model/site.ts";
import type { Outcome } from "../../../core/outcome.ts";
import { choose } from "../../actions/look.ts";
import { describeSite, editSite, moveSite } from "../../actions/sketch.ts";
import { useAnswer } from "../../hooks/use-answer.ts";
import { useMayEdit } from "../../hooks/use-may-edit.ts";
import { useProblemText, useSay } from "../../hooks/use-say.ts";
import { useSiteCheck } from "../../hooks/use-site-check.ts";
import { Button } from "../../parts/button.tsx";
import { HistoryFold } from "../../parts/history-fold.tsx";
import { services } from "../../services.ts";
import { setView, useView } from "../../store.ts";
import { CheckList } from "./check-list.tsx";
import { Measures } from "./measures.tsx";
import { SiteFields, type SiteText } from "./site-fields.tsx";

/** The panel while a site is chosen. */
export function SiteDetail({ site }: { site: Site }) {
  const t = useSay();
  const mayEdit = useMayEdit();
  const outcome = useSiteCheck(site.geometry, site.id);
  const [draft, setDraft] = useState<SiteText | null>(null);
  const unit = outcome?.ok ? outcome.value.unit?.name : null;
  const save = async () => {
    if (draft && (await describeSite(site, { ...draft, name: draft.name.trim() }))) setDraft(null);
  };
  return (
    <>
      <div className="scroll">
        <section className="sec">
          <h1>{t("tab.placement.question")}</h1>
          <div className="row">
            <h2 className="cut">{site.name}</h2>
            <span className="pill">{t(`site.status.${site.status}`)}</span>
            <span className="sp" />
            <button type="button" className="link small nw" onClick={() => choose(null)}>
              {t("placement.all")}
            </button>
          </div>
          <div className="small mut">{[t(`site.form.${site.form}`), unit].filter(Boolean).join(" · ")}</div>
          <Measures outcome={outcome} />
        </section>
        <CheckList outcome={outcome} />
        {mayEdit && (
          <section className="sec">
            <SiteFields
              value={draft ?? site}
              onChange={(change) => setDraft({ ...(draft ?? site), ...change })}
            />
            {draft && (
              <div className="row field-actions">
                <Button
                  small
                  kind="pri"
                  blocked={draft.name.trim() === "" ? t("placement.no-name") : null}
                  onClick={save}
                >
                  {t("site.save")}
                </Button>
                <Button small onClick={() => setDraft(null)}>
                  {t("shell.cancel")}
                </Button>
              </div>
            )}
            <div className="field-actions">
              <Button small kind="danger" onClick={() => setView({ dialog: "remove-site" })}>
                {t("placement.remove")}
              </Button>
            </div>
          </section>
        )}
        <section className="sec">
          <HistoryFold kind="site" id={site.id} />
        </section>
      </div>
      {mayEdit && (
        <div className="foot row wrap">
          <NextStep site={site} check={outcome} />
          <Button onClick={() => editSite(site)}>{t("placement.edit-shape")}</Button>
        </div>
      )}
    </>
  );
}

function NextStep({ site, check }: { site: Site; check: Outcome<SiteCheckResult> | null }) {
  const t = useSay();
  const problemText = useProblemText();
  const computed = useView((state) => state.computed);
  const { id, name, form, capacity, note } = site;
  const { value: refused } = useAnswer(
    () => services().plan.blocked("site.describe", { id, name, form, capacity, note, status: "proposal" }),
    [site, computed],
  );
  if (site.status !== "draft") {
    return <Button onClick={() => moveSite(site, "draft")}>{t("placement.to-draft")}</Button>;
  }
  const blocked = check?.ok ? check.value.checks.filter(({ state }) => state === "blocked").length : 0;
  const reason =
    blocked > 0
      ? t("placement.cannot-propose", { n: blocked })
      : check && !check.ok
        ? problemText(check.problem)
        : refused
          ? problemText(refused)
          : null;
  return (
    <Button kind="pri" blocked={reason} onClick={() => moveSite(site, "proposal")}>
      {t("placement.propose")}
    </Button>
  );
}
