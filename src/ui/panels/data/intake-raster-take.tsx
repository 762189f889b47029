/** The last step of a raster: what its heights are counted from, and where it comes from. */
import type { RasterKind } from "../../../core/formats/raster/raster-kind.ts";
import { useSay } from "../../hooks/use-say.ts";
import { setTable } from "../../intake/read.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { SourceFields } from "./source-fields.tsx";

/** Rasters come beside those that are there; classes are counted from nothing. */
export function IntakeRasterTake({ table, kind }: { table: WaitingTable; kind: RasterKind }) {
  const t = useSay();
  const { said, key } = table;
  return (
    <>
      {kind === "terrain" && (
        <label className="label msg-space">
          {t("raster.datum")}
          <input
            className="text"
            value={said.datum}
            onChange={({ currentTarget }) => setTable(key, { said: { ...said, datum: currentTarget.value } })}
          />
        </label>
      )}
      <SourceFields value={said.source} onChange={(source) => setTable(key, { said: { ...said, source } })} />
    </>
  );
}
