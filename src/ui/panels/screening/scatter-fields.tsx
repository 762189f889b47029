/** Fields of "scattered": how many other households within which distance, or how large a cluster. */
import type { Rules } from "../../../core/screening/rule-set.ts";
import { tryRules } from "../../actions/screen.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Filled } from "../../parts/filled.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { RuleSlider } from "../../parts/rule-slider.tsx";
import {
  RANGES,
  scatterMetres,
  withScatterCount,
  withScatterMethod,
  withScatterMetres,
} from "../../rules-draft.ts";

/** The sentence with its fields; `more`: the slider and the choice of method under it. */
export function ScatterFields({ rules, more = false }: { rules: Rules; more?: boolean }) {
  const t = useSay();
  const rule = rules.scattered;
  const metres = scatterMetres(rules);
  if (!rule || metres === null) return null;
  const range = rule.method === "neighbours" ? RANGES.radiusM : RANGES.linkM;
  const name = t(rule.method === "neighbours" ? "screening.radius" : "screening.link");
  if (!more) {
    return (
      <Filled
        text={rule.method === "neighbours" ? "screening.scattered" : "screening.scattered.cluster"}
        fields={{
          n: (
            <NumberField
              label={t("screening.fewer-than")}
              value={rule.fewerThan}
              range={RANGES.fewerThan}
              onChange={(value) => value !== null && tryRules(withScatterCount(rules, value))}
            />
          ),
          metres: (
            <NumberField
              label={name}
              unit="m"
              value={metres}
              range={range}
              onChange={(value) => value !== null && tryRules(withScatterMetres(rules, value))}
            />
          ),
        }}
      />
    );
  }
  return (
    <div className="slide">
      <RuleSlider
        label={name}
        value={metres}
        range={range}
        onChange={(value) => tryRules(withScatterMetres(rules, value))}
      />
      <select
        className="field"
        aria-label={t("screening.method")}
        value={rule.method}
        onChange={({ currentTarget }) =>
          tryRules(withScatterMethod(rules, currentTarget.value === "cluster" ? "cluster" : "neighbours"))
        }
      >
        <option value="neighbours">{t("screening.method.neighbours")}</option>
        <option value="cluster">{t("screening.method.cluster")}</option>
      </select>
    </div>
  );
}
