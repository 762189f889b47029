/** Where the household lives: typed in any of three ways, or taken from the map. */
import { useId } from "react";
import { fromVn2000 } from "../../core/crs/vn2000.ts";
import type { LonLat } from "../../core/units.ts";
import type { TextKey } from "../../text/say.ts";
import { useSay } from "../hooks/use-say.ts";
import { type FactName, type FactTexts, withPlace } from "../household-draft.ts";
import { setForm, useHouseholdForm } from "../household-form-state.ts";
import { readTypedPlace } from "../typed-place.ts";
import { Button } from "./button.tsx";

interface Props {
  readonly texts: FactTexts;
  readonly bad: Partial<Record<FactName, TextKey>>;
  readonly onType: (name: FactName, text: string) => void;
}

/** What is typed is said back as it was understood. */
export function HouseholdPlaceField({ texts, bad, onType }: Props) {
  const t = useSay();
  const id = useId();
  const picking = useHouseholdForm((state) => state.picking !== null);
  const place = readTypedPlace(texts.at, fromVn2000);
  const empty = texts.at.trim() === "";
  const take = (at: LonLat) => {
    const { form } = useHouseholdForm.getState();
    if (form) setForm({ texts: withPlace(form.texts, form.initial, at) });
    document.getElementById(id)?.focus();
  };
  return (
    <div className="fact-field wide">
      <label className="label" htmlFor={id}>
        {t("word.fact.at")}
      </label>
      <input
        id={id}
        className="text"
        value={texts.at}
        aria-invalid={bad.at !== undefined}
        aria-describedby={`${id}-read`}
        onChange={({ currentTarget }) => onType("at", currentTarget.value)}
      />
      <span className={bad.at ? "small err-text" : "small mut"} id={`${id}-read`}>
        {bad.at
          ? `${t(bad.at)} ${t("household.place.hint")}`
          : place
            ? t(`household.place.read.${place.system}`, {
                lon: place.at[0].toFixed(6),
                lat: place.at[1].toFixed(6),
              })
            : t(empty ? "household.place.none" : "household.place.hint")}
      </span>
      <div>
        <Button small onClick={() => useHouseholdForm.setState({ picking: picking ? null : take })}>
          {t(picking ? "household.place.stop" : "household.place.pick")}
        </Button>
      </div>
    </div>
  );
}
