/** What "outside every polygon" means in a layer. Nobody but a person can say it, so nothing is chosen before. */
import { useId } from "react";
import type { Coverage } from "../../../core/model/layers.ts";
import { useSay } from "../../hooks/use-say.ts";

interface Props {
  readonly kind: "forests" | "hazards";
  readonly value: Coverage | null;
  readonly onChange: (coverage: Coverage) => void;
}

/** Two plain sentences to choose from. */
export function CoverageChoice({ kind, value, onChange }: Props) {
  const t = useSay();
  const name = useId();
  return (
    <fieldset className="msg-space">
      <legend className="small mut">{t("coverage.question")}</legend>
      {(["all", "zones"] as const).map((coverage) => (
        <label className="choice" key={coverage}>
          <input
            type="radio"
            className="tick"
            name={name}
            checked={value === coverage}
            onChange={() => onChange(coverage)}
          />
          <span>
            <b>{t(`coverage.${coverage}`)}</b>
            <span className="small mut choice-more">{t(`coverage.${coverage}.${kind}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
