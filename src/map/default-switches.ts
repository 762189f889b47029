import type { LayerSwitches } from "./plan-map.ts";

const FROM_3 = [false, false, true, true, true] as const;

/** Layers as they are before anyone touches the switches: hazards from level 3, as in the starting rules. */
export const DEFAULT_SWITCHES: LayerSwitches = {
  relief: true,
  units: true,
  specialUse: true,
  otherForest: true,
  buffer: true,
  roads: true,
  households: true,
  hazards: {
    landslide: { on: true, levels: FROM_3 },
    "flash-flood": { on: true, levels: FROM_3 },
    "pipe-flood": { on: true, levels: FROM_3 },
  },
  opacity: 1,
};
