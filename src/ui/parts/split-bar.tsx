/** A bar split into must move, unknown (striped) and not concerned. The numbers stand beside it in words. */
import type { Count } from "../../compute/protocol.ts";

/** `outOf` is what the full width stands for; left out, the count's own households. */
export function SplitBar({ count, outOf, thin }: { count: Count; outOf?: number; thin?: boolean }) {
  const whole = outOf ?? count.households;
  const share = (part: number) => ({ width: `${whole > 0 ? Math.min(1, part / whole) * 100 : 0}%` });
  return (
    <div className={thin ? "sbar thin" : "sbar"} aria-hidden="true">
      {count.yes > 0 && <i className="y" style={share(count.yes)} />}
      {count.unknown > 0 && <i className="u" style={share(count.unknown)} />}
      {!thin && <i className="n sp" />}
    </div>
  );
}
