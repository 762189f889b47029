/** Fields of "remote": distance to a road, distance to the commune's centre, one of them or both. */
import type { Rules } from "../../../core/screening/rule-set.ts";
import { tryRules } from "../../actions/screen.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Filled } from "../../parts/filled.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { RuleSlider } from "../../parts/rule-slider.tsx";
import { RANGES, SLIDER_RANGES, withRemoteCombine, withRemoteMetres } from "../../rules-draft.ts";

const DISTANCES = [
  ["roadM", "screening.road", "screening.road.short"],
  ["centreM", "screening.centre", "screening.centre.short"],
] as const;

/** The sentence with its fields; an emptied distance is not tested. `more`: a slider for each that is. */
export function RemoteFields({ rules, more = false }: { rules: Rules; more?: boolean }) {
  const t = useSay();
  const rule = rules.remote;
  if (!rule) return null;
  if (more) {
    return (
      <>
        {DISTANCES.map(([field, name, short]) => {
          const metres = rule[field] ?? null;
          if (metres === null) return null;
          return (
            <div className="slide" key={field}>
              <RuleSlider
                label={t(name)}
                value={metres}
                range={SLIDER_RANGES[field]}
                onChange={(value) => tryRules(withRemoteMetres(rules, field, value))}
              />
              <span className="small mut nw">{t(short)}</span>
            </div>
          );
        })}
      </>
    );
  }
  const field = (distance: "roadM" | "centreM", name: "screening.road" | "screening.centre") => (
    <NumberField
      optional
      label={t(name)}
      unit="m"
      value={rule[distance] ?? null}
      range={RANGES[distance]}
      onChange={(value) => tryRules(withRemoteMetres(rules, distance, value))}
    />
  );
  return (
    <Filled
      text="screening.remote"
      fields={{
        road: field("roadM", "screening.road"),
        combine: (
          <select
            className="field"
            aria-label={t("screening.combine")}
            value={rule.combine}
            onChange={({ currentTarget }) =>
              tryRules(withRemoteCombine(rules, currentTarget.value === "all" ? "all" : "any"))
            }
          >
            <option value="any">{t("screening.combine.any")}</option>
            <option value="all">{t("screening.combine.all")}</option>
          </select>
        ),
        centre: field("centreM", "screening.centre"),
      }}
    />
  );
}
