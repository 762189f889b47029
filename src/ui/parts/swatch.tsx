/** Patches of the legend: the same colours, hatches and edges as on the map. */
import { useId } from "react";
import type { HazardKind } from "../../core/model/layers.ts";

const LAND_GAP = [15, 12, 9, 6.5, 4.5];
const LAND_WIDTH = [0.6, 0.8, 1, 1.5, 1.9];
const LAND_FILL = [0.3, 0.34, 0.5, 0.62, 0.72];
const LAND_INK = ["#b08a60", "#9a6e40", "#8a5a2c", "#6b3f19", "#4a260c"];
const FLOOD_GAP = [14, 12, 9, 6.5, 4.6];
const FLOOD_WIDTH = [0.6, 0.8, 1, 1.3, 1.6];
const FLOOD_FILL = [0.3, 0.34, 0.52, 0.64, 0.74];
const FLOOD_INK = ["#8e98be", "#7681b0", "#4f5f9b", "#34447e", "#1b2a60"];
const PIPE_GAP = [13, 11, 9, 7, 6];

/** A hazard zone of one kind and level (1 lowest … 5 highest). Silent: a word always stands beside it. */
export function HazardSwatch({ kind, level }: { kind: HazardKind; level: number }) {
  const id = useId();
  const i = level - 1;
  const land = kind === "landslide";
  const pattern = land ? landPattern : kind === "flash-flood" ? flashPattern : pipePattern;
  return (
    <svg width="20" height="14" aria-hidden="true">
      <defs>{pattern(id, i)}</defs>
      <rect width="20" height="14" fill="#fff" />
      <rect x=".5" y=".5" width="19" height="13" fill={`url(#${id})`} stroke={land ? "#5a3516" : "#34447e"} />
    </svg>
  );
}

function landPattern(id: string, i: number) {
  const gap = LAND_GAP[i]!;
  return (
    <pattern id={id} width={gap} height={gap} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={gap} height={gap} fill={`var(--land-${i + 1})`} fillOpacity={LAND_FILL[i]} />
      <path d={`M0 ${gap / 2}H${gap}`} stroke={LAND_INK[i]} strokeWidth={LAND_WIDTH[i]} strokeOpacity=".8" />
    </pattern>
  );
}

function flashPattern(id: string, i: number) {
  const gap = FLOOD_GAP[i]!;
  const wave = -2 * Math.min(1.9, gap * 0.26);
  return (
    <pattern id={id} width="12" height={gap} patternUnits="userSpaceOnUse">
      <rect width="12" height={gap} fill={`var(--flood-${i + 1})`} fillOpacity={FLOOD_FILL[i]} />
      <path
        d={`M-6 ${gap / 2}q3 ${wave} 6 0t6 0t6 0`}
        fill="none"
        stroke={FLOOD_INK[i]}
        strokeWidth={FLOOD_WIDTH[i]}
      />
    </pattern>
  );
}

function pipePattern(id: string, i: number) {
  const gap = PIPE_GAP[i]!;
  const [left, middle, right] = [gap * 0.18, gap * 0.5, gap * 0.82];
  return (
    <pattern id={id} width={gap} height={gap} patternUnits="userSpaceOnUse">
      <rect width={gap} height={gap} fill={`var(--flood-${i + 1})`} fillOpacity=".66" />
      <path
        d={`M${left} ${gap * 0.3}L${middle} ${gap * 0.68}L${right} ${gap * 0.3}`}
        fill="none"
        stroke={FLOOD_INK[i]}
        strokeWidth={FLOOD_WIDTH[i]}
      />
    </pattern>
  );
}

export type PatchName = "special-use" | "other-forest" | "buffer" | "site" | "blocked";

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
