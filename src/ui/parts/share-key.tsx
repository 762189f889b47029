/** Key of the commune fill by share done. */
import { useSay } from "../hooks/use-say.ts";

const RAMP = ["var(--p-1)", "var(--p-2)", "var(--p-3)", "var(--p-4)"];

/** Bottom left of the progress map. */
export function ShareKey() {
  const t = useSay();
  return (
    <div className="float share-key">
      <div className="ramp" aria-hidden="true">
        {RAMP.map((colour) => (
          <i key={colour} style={{ background: colour }} />
        ))}
      </div>
      <div className="ends">
        {["0", "40", "60", "80", t("progress.hundred")].map((end) => (
          <span key={end}>{end}</span>
        ))}
      </div>
      <div className="micro mut">{t("progress.key.white")}</div>
    </div>
  );
}
