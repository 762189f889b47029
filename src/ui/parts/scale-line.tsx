/** Scale bar, scale number, and the place under the pointer in VN-2000 (X north first) and WGS 84. */
import { toVn2000 } from "../../core/crs/vn2000.ts";
import { formatDistance, formatFixed, formatNumber } from "../../text/numbers.ts";
import { useLanguage, useSay } from "../hooks/use-say.ts";
import { roundLength, roundScale } from "../scale.ts";
import { useView } from "../store.ts";

const WIDEST_PX = 120;

/** Bottom right of the map. */
export function ScaleLine() {
  const t = useSay();
  const language = useLanguage();
  const { scale, metresPerPixel, pointer, center } = useView((state) => state.map);
  if (scale <= 0) return null;
  const length = roundLength(metresPerPixel * WIDEST_PX);
  const at = pointer ?? center;
  const vn = at && toVn2000(at);
  return (
    <div className="scale">
      <div>
        <div className="len">{formatDistance(language, length)}</div>
        <div className="b" style={{ width: length / metresPerPixel }} />
      </div>
      <span>{t("frame.scale", { scale: formatNumber(language, roundScale(scale), 0) })}</span>
      {vn && at && (
        <>
          <span>
            {t("frame.vn2000", {
              x: formatNumber(language, Math.round(vn[1]), 0),
              y: formatNumber(language, Math.round(vn[0]), 0),
            })}
          </span>
          <span className="wgs">
            {t("frame.wgs84", { lat: formatFixed(language, at[1], 5), lon: formatFixed(language, at[0], 5) })}
          </span>
        </>
      )}
      <span className="north-mark" title={t("frame.north")}>
        <svg width="10" height="13" viewBox="0 0 10 13" aria-hidden="true">
          <path d="M5 0L9 12 5 9.500 1 12z" fill="currentColor" />
        </svg>
        <span className="unseen">{t("frame.north")}</span>
        <span aria-hidden="true">{t("frame.north.letter")}</span>
      </span>
    </div>
  );
}
