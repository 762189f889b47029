/** The household marks of the map, drawn the same for lists, cards and the legend. */
import type { HouseholdStatus } from "../../core/model/event.ts";
import type { Eligible, FindingState } from "../../core/screening/finding.ts";

/** What a mark can say: a finding, a status, or that a household is chosen. */
export type MarkName = Eligible | "donut" | "chosen" | Exclude<HouseholdStatus, "none">;

const QUARTERS: Partial<Record<MarkName, number>> = { planned: 0.25, "land-allocated": 0.5, moved: 0.75 };
const TICK = "M-2.300 .1L-.6 1.900L2.400-1.900";

/** The mark of a finding state of one criterion. */
export function markOf(state: FindingState | "off"): Eligible {
  return state === "hit" ? "yes" : state === "unknown" ? "unknown" : "no";
}

/** One mark, `size` pixels square; silent, because a word always stands beside it. */
export function Mark({ name, size = 16 }: { name: MarkName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="-8 -8 16 16" aria-hidden="true">
      <Shape name={name} />
    </svg>
  );
}

function Shape({ name }: { name: MarkName }) {
  switch (name) {
    case "yes":
      return <circle r="5" fill="var(--yes)" stroke="var(--yes-edge)" />;
    case "unknown":
      return (
        <path
          d="M0-6.200L6.200 0L0 6.200L-6.200 0z"
          fill="var(--unknown)"
          stroke="var(--unknown-edge)"
          strokeWidth="1.3"
        />
      );
    case "chosen":
      return <circle r="5.6" fill="none" stroke="var(--action)" strokeWidth="2.2" />;
    case "no":
      return <circle r="3.2" fill="var(--no)" stroke="var(--no-edge)" strokeWidth="1.2" />;
    case "identified":
      return (
        <>
          <circle r="5" fill="#fff" stroke="var(--st-identified)" strokeWidth="1.6" />
          <circle r="1.6" fill="var(--st-identified)" />
        </>
      );
    case "settled":
      return (
        <>
          <circle r="5" fill="var(--st-settled)" stroke="#05322f" />
          <path d={TICK} fill="none" stroke="#fff" strokeWidth="1.5" strokeLinecap="round" />
        </>
      );
    case "stabilised-in-place":
      return (
        <>
          <rect x="-4.6" y="-4.6" width="9.2" height="9.2" rx="1" fill="var(--st-inplace)" stroke="#05322f" />
          <path d={TICK} fill="none" stroke="#fff" strokeWidth="1.5" strokeLinecap="round" />
        </>
      );
    case "left":
      return (
        <path
          d="M-3.600-3.600L3.600 3.600M3.600-3.600L-3.600 3.600"
          stroke="var(--st-left)"
          strokeWidth="2"
          strokeLinecap="round"
        />
      );
    case "donut":
      return (
        <>
          <circle r="6" fill="#fff" stroke="#a9b0b3" strokeWidth="3" />
          <path d="M0-6A6 6 0 0 1 6 0" fill="none" stroke="var(--yes)" strokeWidth="3" />
          <circle r="7.5" fill="none" stroke="#3a444a" strokeWidth=".7" />
        </>
      );
    default: {
      const share = QUARTERS[name] ?? 0;
      const colour = name === "moved" ? "var(--st-moved)" : "var(--st-planned)";
      const angle = share * 2 * Math.PI;
      const end = `${(Math.sin(angle) * 5).toFixed(2)} ${(-Math.cos(angle) * 5).toFixed(2)}`;
      return (
        <>
          <circle r="5" fill="#fff" stroke={colour} strokeWidth="1.6" />
          <path d={`M0 0V-5A5 5 0 ${share > 0.5 ? 1 : 0} 1 ${end}z`} fill={colour} />
        </>
      );
    }
  }
}
