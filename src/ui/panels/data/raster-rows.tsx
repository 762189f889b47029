/** The rasters of the plan as rows of the list of its data. */
import type { RasterRow } from "../../../plan/protocol.ts";
import { formatDate, formatNumber, formatPercent } from "../../../text/numbers.ts";
import { run } from "../../actions/run.ts";
import { useAnswer } from "../../hooks/use-answer.ts";
import { useMayEdit } from "../../hooks/use-may-edit.ts";
import { type Say, useLanguage, useSay } from "../../hooks/use-say.ts";
import { IconButton } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { services } from "../../services.ts";
import { useView } from "../../store.ts";

/** Nothing where there are none. */
export function RasterRows() {
  const t = useSay();
  const language = useLanguage();
  const mayEdit = useMayEdit();
  const version = useView((state) => state.versions.raster);
  const planId = useView((state) => state.plan?.id);
  const { value: rasters } = useAnswer(() => services().plan.rasters(), [version, planId]);
  const number = (value: number, digits = 1) => formatNumber(language, value, digits);
  return rasters?.map((raster) => (
    <li className="layer-row" key={raster.id} data-testid={`raster-${raster.kind}`}>
      <b>{t(`raster.kind.${raster.kind}`)}</b>
      <span className="row">
        {t("raster.row.size", { width: raster.width, height: raster.height })}
        {mayEdit && (
          <IconButton
            small
            label={t("raster.remove", { name: raster.name })}
            onClick={() => run("raster.remove", { id: raster.id })}
          >
            <Icon name="trash" size={14} />
          </IconButton>
        )}
      </span>
      <span className="small mut">
        {t("raster.row", {
          name: raster.name,
          wide: number(raster.cellM[0]),
          high: number(raster.cellM[1]),
          least: number(raster.least),
          greatest: number(raster.greatest),
          missing: formatPercent(language, 100 * raster.missingShare),
        })}
      </span>
      <span className="small mut">{sourceText(raster, t, number)}</span>
    </li>
  ));
}

/** Where it lies and where it comes from; what is not known is said to be not known. */
function sourceText(raster: RasterRow, t: Say, number: (value: number, digits?: number) => string): string {
  const [west, south, east, north] = raster.bounds.map((degrees) => number(degrees, 3));
  const { provider, accuracyM, sourceCrs } = raster.provenance;
  return [
    t("raster.row.extent", { west: west!, south: south!, east: east!, north: north! }),
    provider === null ? t("provenance.of.provider-unknown") : t("provenance.of.provider", { provider }),
    raster.source === null ? null : t("provenance.of.file", { file: raster.source }),
    raster.date === null
      ? t("provenance.of.date-unknown")
      : t("provenance.of.date", { date: formatDate(raster.date) }),
    accuracyM === null
      ? t("provenance.of.accuracy-unknown")
      : t("provenance.of.accuracy", { accuracy: number(accuracyM) }),
    sourceCrs === null ? null : t("provenance.of.crs", { crs: sourceCrs }),
    raster.resampling === "none" ? null : t("raster.row.resampled"),
    raster.kind === "classes"
      ? null
      : raster.verticalDatum === null
        ? t("raster.row.datum-unknown")
        : t("raster.row.datum", { datum: raster.verticalDatum }),
  ]
    .filter((part) => part !== null)
    .join("; ");
}
