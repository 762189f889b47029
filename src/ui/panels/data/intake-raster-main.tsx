/** Below the map: what was found in the cells, and why they cannot be taken in, where they cannot. */
import { formatNumber, formatPercent } from "../../../text/numbers.ts";
import { useLanguage, useProblemText, useSay } from "../../hooks/use-say.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Message } from "../../parts/message.tsx";

/** Cells have neither columns nor rows; the step that checks leads here. */
export function IntakeRasterMain({ table: { view, checked, unchecked } }: { table: WaitingTable }) {
  const t = useSay();
  const language = useLanguage();
  const problemSaid = useProblemText();
  if (!view?.raster) return null;
  const { width, height, least, greatest, missing } = view.raster;
  const number = (value: number) => formatNumber(language, value, 1);
  return (
    <div className="intake-main" data-testid="intake-main">
      <section aria-labelledby="intake-rows">
        <div className="sech">
          <h2 id="intake-rows" tabIndex={-1}>
            {t("raster.cells")}
          </h2>
        </div>
        {unchecked && <Message kind="err">{problemSaid(unchecked)}</Message>}
        {checked && <Message kind="ok">{t("raster.fine")}</Message>}
        <dl className="facts">
          <div className="pair">
            <dt>{t("raster.fact.size")}</dt>
            <dd>{t("raster.row.size", { width, height })}</dd>
          </div>
          <div className="pair">
            <dt>{t("raster.fact.range")}</dt>
            <dd>{t("raster.fact.from-to", { least: number(least), greatest: number(greatest) })}</dd>
          </div>
          <div className="pair">
            <dt>{t("raster.fact.missing")}</dt>
            <dd>{formatPercent(language, (100 * missing) / (width * height))}</dd>
          </div>
        </dl>
      </section>
    </div>
  );
}
