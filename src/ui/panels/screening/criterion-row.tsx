/** One criterion: its switch, its sentence with fields, how many it hits and how many it cannot tell. */
import { useId, useRef } from "react";
import type { CriterionCode, Rules } from "../../../core/screening/rule-set.ts";
import { tryRules } from "../../actions/screen.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { withCriterion } from "../../rules-draft.ts";
import { useView } from "../../store.ts";
import { offEffect } from "../../switched-off.ts";
import { ForestFields } from "./forest-fields.tsx";
import { HazardFields } from "./hazard-fields.tsx";
import { RemoteFields } from "./remote-fields.tsx";
import { ScatterFields } from "./scatter-fields.tsx";

/** A switched-off criterion keeps its fields in mind until the page is closed. */
export function CriterionRow({ code, rules }: { code: CriterionCode; rules: Rules }) {
  const t = useSay();
  const id = useId();
  const remembered = useRef(rules);
  if (rules[code] !== null) remembered.current = rules;
  const counts = useView((state) => state.totals?.byCriterion[code]);
  const running = useView((state) => state.screening);
  const on = rules[code] !== null;
  return (
    <div className="crit">
      <input
        id={id}
        type="checkbox"
        className="tick"
        checked={on}
        onChange={({ currentTarget }) =>
          tryRules(withCriterion(rules, code, currentTarget.checked, remembered.current))
        }
      />
      <label htmlFor={id} className={on ? "nm" : "nm off"}>
        {t(`criterion.${code}`)}
      </label>
      <div className={running ? "ct waiting" : "ct"} data-testid={`hits-${code}`}>
        {on ? t("screening.hits", { n: counts?.hit ?? null }) : t("screening.off")}
      </div>
      <div className={on ? "pm" : "pm off-why"}>
        {/* First, so that the sentence flows around it: a wide number must not make a column of the words. */}
        {on && (
          <span className={running ? "ct mut waiting" : "ct mut"}>
            {t("screening.unknowns", { n: counts?.unknown ?? null })}
          </span>
        )}
        {on ? <Fields code={code} rules={rules} /> : <Off code={code} rules={rules} />}
      </div>
      {on && code === "scattered" && <ScatterFields rules={rules} more />}
      {on && code === "hazard" && <HazardFields rules={rules} more />}
      {on && code === "remote" && <RemoteFields rules={rules} more />}
    </div>
  );
}

/** What it means that this criterion is off: it counts as clear, which may settle the answer for everybody. */
function Off({ code, rules }: { code: CriterionCode; rules: Rules }) {
  const t = useSay();
  const language = useLanguage();
  const effect = offEffect(rules, code);
  if (effect.kind === "nobody") return <b className="warn-text">{t("screening.off.nobody")}</b>;
  if (effect.kind === "clear") return <>{t("screening.off.clear")}</>;
  const names = effect.names.map((name) => t(`criterion.${name}.word`));
  return <>{t("screening.off.idle", { names: new Intl.ListFormat(language).format(names) })}</>;
}

function Fields({ code, rules }: { code: CriterionCode; rules: Rules }) {
  const t = useSay();
  switch (code) {
    case "minority":
      return <>{t("screening.minority", { majority: rules.minority?.majority.join(", ") ?? "" })}</>;
    case "scattered":
      return <ScatterFields rules={rules} />;
    case "forest":
      return <ForestFields rules={rules} />;
    case "hazard":
      return <HazardFields rules={rules} />;
    case "remote":
      return <RemoteFields rules={rules} />;
  }
}
