/** Every symbol of the map. Clusters are not listed: they are drawn when asked for (`clusters.ts`). */
import { FINDING_MARKS } from "./finding-marks.ts";
import { GROUNDS } from "./grounds.ts";
import { HATCHES } from "./hatches.ts";
import type { MapSymbol } from "./map-symbol.ts";
import { SITE_MARKS } from "./site-marks.ts";
import { STATUS_MARKS } from "./status-marks.ts";

export const SYMBOLS: readonly MapSymbol[] = [
  ...HATCHES,
  ...GROUNDS,
  ...FINDING_MARKS,
  ...STATUS_MARKS,
  ...SITE_MARKS,
];
