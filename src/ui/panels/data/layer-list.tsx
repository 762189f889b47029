/** The layers of the plan and the households: how many, how old, and what "outside" means in each. */
import { LAYER_KINDS } from "../../../core/model/layers.ts";
import { formatDate } from "../../../text/numbers.ts";
import { run } from "../../actions/run.ts";
import { useAnswer } from "../../hooks/use-answer.ts";
import { useMayEdit } from "../../hooks/use-may-edit.ts";
import { useSay } from "../../hooks/use-say.ts";
import { addHousehold } from "../../household-form-state.ts";
import { IconButton } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { services } from "../../services.ts";
import { useView } from "../../store.ts";
import { RasterRows } from "./raster-rows.tsx";

/** A kind without a layer is named too, with what it leaves unanswered. */
export function LayerList() {
  const t = useSay();
  const mayEdit = useMayEdit();
  const version = useView((state) => state.versions.layer);
  const planId = useView((state) => state.plan?.id);
  const totals = useView((state) => state.totals);
  const { value: layers } = useAnswer(() => services().plan.layers(), [version, planId]);
  if (!layers) return null;
  return (
    <section className="sec">
      <h2>{t("data.layers")}</h2>
      <ul>
        <li className="layer-row">
          <b>{t("data.households")}</b>
          <span className="r" data-testid="household-count">
            {t("data.count", { n: totals?.total.households ?? 0 })}
          </span>
          <span className="small mut">{t("data.located", { n: totals?.located ?? 0 })}</span>
          {mayEdit && (
            <button type="button" className="link small" data-focus="household-add" onClick={addHousehold}>
              {t("household.add")}
            </button>
          )}
        </li>
        {layers.map((layer) => (
          <li className="layer-row" key={layer.id} data-testid={`layer-${layer.kind}`}>
            <b>{t(`layer.${layer.kind}`)}</b>
            <span className="row">
              {t("data.features", { n: layer.features })}
              {mayEdit && (
                <IconButton
                  small
                  label={t("data.remove", { name: layer.name })}
                  onClick={() => run("layer.remove", { id: layer.id })}
                >
                  <Icon name="trash" size={14} />
                </IconButton>
              )}
            </span>
            <span className="small mut">
              {[
                layer.name,
                layer.date && formatDate(layer.date),
                layer.kind === "forests" || layer.kind === "hazards"
                  ? t(`coverage.${layer.coverage}.short`)
                  : null,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
        <RasterRows />
        {LAYER_KINDS.filter((kind) => !layers.some((layer) => layer.kind === kind)).map((kind) => (
          <li className="layer-row" key={kind}>
            <span className="mut">{t(`layer.${kind}`)}</span>
            <span className="mut">{t("data.none")}</span>
            <span className="small mut">{t(`data.none.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
