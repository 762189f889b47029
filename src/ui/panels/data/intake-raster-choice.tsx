/** What a raster is: heights, or classes that become areas or stay cells. */
import { useId } from "react";
import type { RasterView } from "../../../intake/protocol.ts";
import { useSay } from "../../hooks/use-say.ts";
import { changeMeaning } from "../../intake/read.ts";
import type { WaitingTable } from "../../intake/waiting.ts";

/** Areas are offered only where they can be made. */
export function IntakeRasterChoice({ table, raster }: { table: WaitingTable; raster: RasterView }) {
  const t = useSay();
  const name = useId();
  const now = table.view?.meaning.raster ?? "zones";
  const choices = raster.zones
    ? (["zones", "classes", "terrain"] as const)
    : (["terrain", "classes"] as const);
  return (
    <fieldset className="msg-space">
      <legend className="small mut">{t("raster.choice")}</legend>
      {choices.map((choice) => (
        <label className="choice" key={choice}>
          <input
            type="radio"
            className="tick"
            name={name}
            checked={now === choice}
            onChange={() =>
              void changeMeaning(table.key, { kind: "raster", raster: choice === "zones" ? null : choice })
            }
          />
          <span>
            <b>{t(`raster.choice.${choice}`)}</b>
            <span className="small mut choice-more">{t(`raster.choice.${choice}.more`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
