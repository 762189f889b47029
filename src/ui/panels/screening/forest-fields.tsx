/** Field of "in special-use forest": how far off the boundary may be. */
import type { Rules } from "../../../core/screening/rule-set.ts";
import { tryRules } from "../../actions/screen.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Filled } from "../../parts/filled.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { RANGES, withTolerance } from "../../rules-draft.ts";

/** The sentence with its field. */
export function ForestFields({ rules }: { rules: Rules }) {
  const t = useSay();
  if (!rules.forest) return null;
  return (
    <Filled
      text="screening.tolerance"
      fields={{
        metres: (
          <NumberField
            label={t("screening.forest-tolerance")}
            unit="m"
            value={rules.forest.toleranceM}
            range={RANGES.toleranceM}
            onChange={(value) => value !== null && tryRules(withTolerance(rules, "forest", value))}
          />
        ),
      }}
    />
  );
}
