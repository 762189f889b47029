/** The last step: what lies outside, whether the old gives way, where the layer comes from. */
import { useSay } from "../../hooks/use-say.ts";
import { asksCoverage } from "../../import-choice.ts";
import { setTable } from "../../intake/read.ts";
import { layerKindOf } from "../../intake/steps.ts";
import type { Said, WaitingTable } from "../../intake/waiting.ts";
import { CoverageChoice } from "./coverage-choice.tsx";
import { IntakeRasterTake } from "./intake-raster-take.tsx";
import { IntakeRegisterChoice } from "./intake-register-choice.tsx";
import { SourceFields } from "./source-fields.tsx";

/** Only what concerns this kind of table. */
export function IntakeTakeStep({ table }: { table: WaitingTable }) {
  const t = useSay();
  const { view, checked, said, key } = table;
  if (!view) return null;
  if (view.meaning.raster) return <IntakeRasterTake table={table} kind={view.meaning.raster} />;
  const { as } = view.meaning;
  const say = (part: Partial<Said>) => setTable(key, { said: { ...said, ...part } });
  const layer = layerKindOf(table);
  const meaning = { as };
  return (
    <>
      {asksCoverage(meaning) && (
        <CoverageChoice kind={meaning.as} value={said.coverage} onChange={(coverage) => say({ coverage })} />
      )}
      {as === "households" ? (
        <IntakeRegisterChoice table={table} onChange={say} />
      ) : (
        <label className="row msg-space">
          <input
            type="checkbox"
            className="tick"
            checked={said.replace}
            onChange={({ currentTarget }) => say({ replace: currentTarget.checked })}
          />
          {t("data.replace.layer")}
        </label>
      )}
      {layer && <SourceFields value={said.source} onChange={(source) => say({ source })} />}
      {as === "households" && checked && (
        <p className="small mut">
          {t("data.sum.located", {
            located: checked.accepted - checked.unlocated,
            missing: checked.unlocated,
          })}
        </p>
      )}
    </>
  );
}
