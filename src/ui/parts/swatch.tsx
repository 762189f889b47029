/** Patches of the legend: the same colours, hatches and edges as on the map. */
import { useId } from "react";
import type { HazardKind } from "../../core/model/layers.ts";
import { HATCH_LINES } from "../../map/symbols/hatches.ts";
import { HAZARD_OPACITY, HAZARD_TINT, hazardFamily, MAP_INK } from "../../map/tokens.ts";

/** A hazard zone of one kind and level (1 lowest … 5 highest). Silent: a word always stands beside it. */
export function HazardSwatch({ kind, level }: { kind: HazardKind; level: number }) {
  const id = useId();
  return (
    <svg width="20" height="14" aria-hidden="true">
      <defs>{pattern(id, kind, level - 1)}</defs>
      <rect width="20" height="14" fill="#fff" />
      <rect
        x=".5"
        y=".5"
        width="19"
        height="13"
        fill={`url(#${id})`}
        stroke={kind === "landslide" ? MAP_INK.landEdge : MAP_INK.floodEdge}
      />
    </svg>
  );
}

/** Same fill, distance, width and ink as on the map; `at` is the level less one. */
function pattern(id: string, kind: HazardKind, at: number) {
  const family = hazardFamily(kind);
  const [gap, line] = HATCH_LINES[kind][at]!;
  const width = kind === "flash-flood" ? 12 : gap;
  return (
    <pattern
      id={id}
      width={width}
      height={gap}
      patternUnits="userSpaceOnUse"
      patternTransform={kind === "landslide" ? "rotate(45)" : undefined}
    >
      <rect
        width={width}
        height={gap}
        fill={HAZARD_TINT[family][at]}
        fillOpacity={HAZARD_OPACITY[family][at]}
      />
      <path d={linesOf(kind, gap)} fill="none" stroke={MAP_INK[family][at]} strokeWidth={line} />
    </pattern>
  );
}

function linesOf(kind: HazardKind, gap: number): string {
  if (kind === "landslide") return `M0 ${gap / 2}H${gap}`;
  if (kind === "flash-flood") return `M-6 ${gap / 2}q3 ${-2 * Math.min(1.9, gap * 0.26)} 6 0t6 0t6 0`;
  return `M${gap * 0.18} ${gap * 0.3}L${gap * 0.5} ${gap * 0.68}L${gap * 0.82} ${gap * 0.3}`;
}

export type PatchName = "special-use" | "other-forest" | "buffer" | "not-surveyed" | "site" | "blocked";

/** A patch of one of the other layers. */
export function Patch({ name }: { name: PatchName }) {
  return (
    <svg width="22" height="14" aria-hidden="true">
      <Content name={name} />
    </svg>
  );
}

function Content({ name }: { name: PatchName }) {
  const id = useId();
  switch (name) {
    case "special-use":
      return (
        <>
          <rect
            x=".75"
            y=".75"
            width="20.5"
            height="12.5"
            fill="#7fb08b"
            fillOpacity=".42"
            stroke="#235a39"
            strokeWidth="1.5"
          />
          <path d="M5 10l2-4.5 2 4.5zM14 8l2-4.5 2 4.5z" fill="#2f6b47" fillOpacity=".4" />
        </>
      );
    case "other-forest":
      return <rect x=".5" y=".5" width="21" height="13" fill="#b7c99a" fillOpacity=".38" stroke="#6f8350" />;
    case "buffer":
      return (
        <path
          d="M1 10Q8 1 21 5"
          fill="none"
          stroke="#235a39"
          strokeWidth="1.8"
          strokeDasharray=".1 4"
          strokeLinecap="round"
        />
      );
    case "not-surveyed":
      return (
        <path
          d="M3.5 4.5l5 5m0-5l-5 5M13.5 4.5l5 5m0-5l-5 5"
          fill="none"
          stroke="#7f888e"
          strokeWidth="1.2"
        />
      );
    case "site":
      return <rect x="1.5" y="1.5" width="19" height="11" fill="#fff" stroke="#12506b" strokeWidth="2" />;
    case "blocked":
      return (
        <>
          <defs>
            <pattern
              id={id}
              width="9"
              height="9"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(-45)"
            >
              <rect width="9" height="9" fill="#fff" />
              <rect width="9" height="4.5" fill="#b3121d" />
            </pattern>
          </defs>
          <rect x=".5" y=".5" width="21" height="13" fill={`url(#${id})`} stroke="#7e0a13" />
        </>
      );
  }
}
