/** Area in hectares and square metres, and perimeter; on the ellipsoid. */
import type { SiteCheckResult } from "../../../core/model/site.ts";
import type { Outcome } from "../../../core/outcome.ts";
import { formatDistance, formatHectares, formatSquareMetres } from "../../../text/numbers.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";

/** Dashes until the shape can be measured. */
export function Measures({ outcome }: { outcome: Outcome<SiteCheckResult> | null }) {
  const t = useSay();
  const language = useLanguage();
  const result = outcome?.ok ? outcome.value : null;
  return (
    <div className="measures">
      <div>
        <div className="big" data-testid="site-area">
          {result ? formatHectares(language, result.areaM2) : "–"}
        </div>
        <div className="small mut">{t("placement.area")}</div>
      </div>
      <div>
        <div className="big">{result ? formatDistance(language, result.perimeterM) : "–"}</div>
        <div className="small mut">{t("placement.perimeter")}</div>
      </div>
      <div>
        <div className="area-m2" data-testid="site-area-m2">
          {result ? formatSquareMetres(language, result.areaM2) : "–"}
        </div>
        <div className="small mut">{t("placement.area-m2")}</div>
      </div>
    </div>
  );
}
