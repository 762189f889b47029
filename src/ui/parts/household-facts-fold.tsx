/** What is known of a household, with its source, and the way to change it. */
import type { HouseholdDetail } from "../../plan/protocol.ts";
import { formatDate } from "../../text/numbers.ts";
import { hasText } from "../../text/say.ts";
import { useMayEdit } from "../hooks/use-may-edit.ts";
import { type Say, useSay } from "../hooks/use-say.ts";
import { ALL_FACTS, type FactName, textsOf } from "../household-draft.ts";
import { editHousehold } from "../household-form-state.ts";
import { today } from "../today.ts";

/** Known facts one below the other; of the others it is said how many there are. */
export function HouseholdFactsFold({ detail }: { readonly detail: HouseholdDetail }) {
  const t = useSay();
  const mayEdit = useMayEdit();
  const { facts, importedFrom, household } = detail;
  const texts = textsOf(facts);
  const known = ALL_FACTS.filter((name) => texts[name] !== "");
  return (
    <section>
      <div className="sech">
        <h2>{t("household.facts")}</h2>
        {mayEdit && (
          <button
            type="button"
            className="link small"
            data-focus="household-edit"
            onClick={() => editHousehold(household.id, facts)}
          >
            {t("household.edit")}
          </button>
        )}
      </div>
      <details className="more">
        <summary>
          {t("household.facts.known", { n: known.length, left: ALL_FACTS.length - known.length })}
        </summary>
        <dl className="facts">
          {ALL_FACTS.map((name) => (
            <div key={name} className="pair">
              <dt>{t(`word.fact.${name}`)}</dt>
              <dd className={texts[name] === "" ? "mut" : undefined}>{factText(name, texts[name], t)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="small mut">
        {importedFrom
          ? t("household.from-file", {
              file: importedFrom.file,
              on: formatDate(today(new Date(importedFrom.at))),
            })
          : t("household.from-hand")}
      </p>
    </section>
  );
}

/** A fact in words. */
export function factText(name: FactName, text: string, t: Say): string {
  if (text === "") return t("fact.unknown");
  if (name === "migrant") return t(text === "yes" ? "fact.yes" : "fact.no");
  const key = `fact.source.${text}`;
  return name === "coordinateSource" && hasText(key) ? t(key) : text;
}
