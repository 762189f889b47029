/** The fields of a household. An empty one says "not known", never no and never zero. */
import { useId } from "react";
import type { TextKey } from "../../text/say.ts";
import { useAnswer } from "../hooks/use-answer.ts";
import { type Say, useSay } from "../hooks/use-say.ts";
import {
  type FactName,
  type FactTexts,
  FIRST_FACTS,
  FURTHER_FACTS,
  NUMBER_FACTS,
} from "../household-draft.ts";
import { services } from "../services.ts";
import { HouseholdPlaceField } from "./household-edit-place.tsx";

interface Props {
  readonly texts: FactTexts;
  readonly bad: Partial<Record<FactName, TextKey>>;
  readonly onType: (name: FactName, text: string) => void;
}

/** What is asked first, then a fold with the rest. */
export function HouseholdFields(props: Props) {
  const t = useSay();
  const folded = FURTHER_FACTS.some((name) => props.bad[name]);
  return (
    <>
      <div className="fact-fields">
        {FIRST_FACTS.map((name) =>
          name === "at" ? (
            <HouseholdPlaceField key={name} {...props} />
          ) : (
            <FactField key={name} name={name} {...props} />
          ),
        )}
      </div>
      <details className="more" open={folded || undefined}>
        <summary>{t("household.more")}</summary>
        <div className="fact-fields">
          {FURTHER_FACTS.map((name) => (
            <FactField key={name} name={name} {...props} />
          ))}
        </div>
      </details>
    </>
  );
}

function FactField({ name, texts, bad, onType }: Props & { readonly name: FactName }) {
  const t = useSay();
  const id = useId();
  const why = bad[name];
  const options = optionsOf(name, texts[name], t);
  const common = {
    id,
    className: "text",
    value: texts[name],
    "aria-invalid": why !== undefined,
    "aria-describedby": why ? `${id}-why` : undefined,
  };
  return (
    <div className={NARROW.includes(name) ? "fact-field" : "fact-field wide"}>
      <label className="label" htmlFor={id}>
        {t(`word.fact.${name}`)}
      </label>
      {options ? (
        <select {...common} onChange={({ currentTarget }) => onType(name, currentTarget.value)}>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <>
          <input
            {...common}
            inputMode={NUMBER_FACTS.includes(name) ? "decimal" : undefined}
            list={name === "ethnicity" || name === "poverty" ? `${id}-list` : undefined}
            onChange={({ currentTarget }) => onType(name, currentTarget.value)}
          />
          {(name === "ethnicity" || name === "poverty") && <Suggested id={`${id}-list`} column={name} />}
        </>
      )}
      {why && (
        <span className="small err-text" id={`${id}-why`}>
          {t(why)}
        </span>
      )}
    </div>
  );
}

/** Two of these stand side by side. */
const NARROW: readonly FactName[] = [
  ...NUMBER_FACTS,
  "ethnicity",
  "poverty",
  "migrant",
  "communeCode",
  "communeList",
  "ethnicityCode",
  "ethnicityList",
  "coordinateSource",
];

/** Words the register uses already, so that one class is not written in two ways. */
function Suggested({ id, column }: { readonly id: string; readonly column: "ethnicity" | "poverty" }) {
  const { value } = useAnswer(() => services().compute.choices(column, {}), [column]);
  return (
    <datalist id={id}>
      {(value ?? [])
        .slice(0, 60)
        .map((choice) => choice.value !== null && <option key={choice.value}>{choice.value}</option>)}
    </datalist>
  );
}

/** Fields of which one value is chosen; a value that is none of ours stays a choice. */
function optionsOf(name: FactName, now: string, t: Say): readonly (readonly [string, string])[] | null {
  const unknown = ["", t("fact.unknown")] as const;
  if (name === "migrant") return [unknown, ["yes", t("fact.yes")], ["no", t("fact.no")]];
  if (name === "communeList")
    return withOther([unknown, ["2025-07", "2025-07"], ["2025-03", "2025-03"]], now);
  if (name !== "coordinateSource") return null;
  const sources = ["gps", "map", "register", "edit"] as const;
  return withOther([unknown, ...sources.map((source) => [source, t(`fact.source.${source}`)] as const)], now);
}

function withOther(options: readonly (readonly [string, string])[], now: string) {
  return options.some(([value]) => value === now) ? options : [...options, [now, now] as const];
}
