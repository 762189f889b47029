/** A system that is not among the guesses, named by a person: for whoever has it from the sender in writing. */
import { useState } from "react";
import { CRS_DEFINITIONS, type CrsCode } from "../../../core/crs/definitions.ts";
import { useSay } from "../../hooks/use-say.ts";
import { crsName } from "../../intake/place-guess.ts";
import { changeMeaning } from "../../intake/read.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Button } from "../../parts/button.tsx";

/** In a fold; it is looked at on the map like every other. */
export function IntakeOtherPlace({ table }: { table: WaitingTable }) {
  const t = useSay();
  const [crs, setCrs] = useState<CrsCode | "">("");
  const [north, setNorth] = useState("");
  const [east, setEast] = useState("");
  const [turned, setTurned] = useState(false);
  const { item, view, key } = table;
  if (!item || !view) return null;
  const inColumns = item.shapes === "none";
  const columns = view.columns.map(({ meaning, name }) => ({ key: meaning.column, name }));
  const blocked =
    crs === ""
      ? t("intake.other.crs-first")
      : inColumns && (north === "" || east === "")
        ? t("intake.other.columns-first")
        : null;
  const take = () => {
    if (crs === "") return;
    const place = inColumns
      ? ({ kind: "columns", crs, east, north } as const)
      : ({ kind: "geometry", crs, axes: turned ? "yx" : "xy" } as const);
    void changeMeaning(key, { kind: "place", place });
  };
  const column = (label: string, value: string, onChange: (column: string) => void) => (
    <label className="label">
      {label}
      <select className="text" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{t("intake.other.choose-column")}</option>
        {columns.map((each) => (
          <option key={each.key} value={each.key}>
            {each.key}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <details className="more msg-space">
      <summary>{t("intake.other")}</summary>
      <div className="form">
        <label className="label">
          {t("intake.step.place")}
          <select
            className="text"
            value={crs}
            onChange={({ currentTarget }) =>
              setCrs(CRS_DEFINITIONS.find(({ code }) => code === currentTarget.value)?.code ?? "")
            }
          >
            <option value="">{t("intake.other.crs-first")}</option>
            {CRS_DEFINITIONS.map(({ code }) => {
              const name = crsName(code);
              return (
                <option key={code} value={code}>
                  {t(name.key, name.values)} ({code})
                </option>
              );
            })}
          </select>
        </label>
        {inColumns && column(t("intake.other.north"), north, setNorth)}
        {inColumns && column(t("intake.other.east"), east, setEast)}
        {!inColumns && (
          <label className="row">
            <input
              type="checkbox"
              className="tick"
              checked={turned}
              onChange={({ currentTarget }) => setTurned(currentTarget.checked)}
            />
            {t("intake.place.turned")}
          </label>
        )}
        <Button small blocked={blocked} onClick={take}>
          {t("intake.other.take")}
        </Button>
      </div>
    </details>
  );
}
