/** Where each layer of the plan comes from. What is not known is said to be not known. */
import type { LayerRow } from "../../plan/protocol.ts";
import { formatDate, formatNumber } from "../../text/numbers.ts";
import { useAnswer } from "../hooks/use-answer.ts";
import { type Say, useLanguage, useSay } from "../hooks/use-say.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";
import { HistoryFold } from "./history-fold.tsx";

/** A fold under the switches of the layers. */
export function LayerSources() {
  const t = useSay();
  const language = useLanguage();
  const version = useView((state) => state.versions.layer);
  const planId = useView((state) => state.plan?.id);
  const { value: layers } = useAnswer(() => services().plan.layers(), [version, planId]);
  if (!layers || layers.length === 0) return null;
  const skipped = layers.some((layer) => layer.skipped > 0);
  return (
    <details className="more layer-sources" open={skipped || undefined}>
      <summary>{t("provenance.title")}</summary>
      <ul className="small">
        {layers.map((layer) => (
          <li key={layer.id}>
            <b>{layer.name}</b>
            <div className="mut">{sourceText(layer, t, (value) => formatNumber(language, value))}</div>
            {layer.skipped > 0 && (
              <div className="warn-text">{t("provenance.of.skipped", { n: layer.skipped })}</div>
            )}
            <HistoryFold kind="layer" id={layer.id} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** "Nguồn: …; ngày …; sai số …", as far as known. */
function sourceText(layer: LayerRow, t: Say, number: (value: number) => string): string {
  const { date, source, provenance } = layer;
  const { provider, licence, accuracyM, sourceCrs } = provenance;
  return [
    provider === null ? t("provenance.of.provider-unknown") : t("provenance.of.provider", { provider }),
    source === null ? null : t("provenance.of.file", { file: source }),
    date === null ? t("provenance.of.date-unknown") : t("provenance.of.date", { date: formatDate(date) }),
    accuracyM === null
      ? t("provenance.of.accuracy-unknown")
      : t("provenance.of.accuracy", { accuracy: number(accuracyM) }),
    sourceCrs === null ? null : t("provenance.of.crs", { crs: sourceCrs }),
    licence,
  ]
    .filter((part) => part !== null)
    .join("; ");
}
