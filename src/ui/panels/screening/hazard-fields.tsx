/** Fields of "at risk": the lowest level that counts, which hazards, how far off the boundary may be. */
import { HAZARD_KINDS, type HazardLevel } from "../../../core/model/layers.ts";
import type { Rules } from "../../../core/screening/rule-set.ts";
import { tryRules } from "../../actions/screen.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Filled } from "../../parts/filled.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { Segmented } from "../../parts/segmented.tsx";
import { RANGES, withHazardKind, withMinLevel, withTolerance } from "../../rules-draft.ts";

const LEVELS: readonly HazardLevel[] = [1, 2, 3, 4, 5];

/** The sentence with its level; `more`: kinds and tolerance. */
export function HazardFields({ rules, more = false }: { rules: Rules; more?: boolean }) {
  const t = useSay();
  const rule = rules.hazard;
  if (!rule) return null;
  if (!more) {
    return (
      <Filled
        text="screening.min-level"
        fields={{
          level: (
            <Segmented
              tight
              label={t("screening.min-level.label")}
              value={rule.minLevel}
              options={LEVELS.map((level) => ({ value: level, label: String(level) }))}
              onChange={(level) => tryRules(withMinLevel(rules, level))}
            />
          ),
        }}
      />
    );
  }
  return (
    <details className="more">
      <summary>{t("screening.hazard-more", { n: rule.kinds.length, metres: rule.toleranceM })}</summary>
      {HAZARD_KINDS.map((kind) => (
        <label className="opt" key={kind}>
          <input
            type="checkbox"
            className="tick"
            checked={rule.kinds.includes(kind)}
            onChange={({ currentTarget }) => tryRules(withHazardKind(rules, kind, currentTarget.checked))}
          />
          {t(`layers.${kind}`)}
        </label>
      ))}
      <Filled
        text="screening.tolerance"
        fields={{
          metres: (
            <NumberField
              label={t("screening.hazard-tolerance")}
              unit="m"
              value={rule.toleranceM}
              range={RANGES.toleranceM}
              onChange={(value) => value !== null && tryRules(withTolerance(rules, "hazard", value))}
            />
          ),
        }}
      />
    </details>
  );
}
