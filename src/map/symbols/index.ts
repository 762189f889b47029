/** Every symbol of the map. Clusters are not listed: they are drawn when asked for (`clusters.ts`). */
import { FINDING_MARKS } from "./finding-marks.ts";
import { GROUNDS } from "./grounds.ts";
import { HATCHES } from "./hatches.ts";
import type { MapPattern, MapSymbol } from "./map-symbol.ts";
import { PROOF_MARKS } from "./proof-marks.ts";
import { SITE_MARKS } from "./site-marks.ts";
import { STATUS_MARKS } from "./status-marks.ts";

/** Areas that repeat. */
export const PATTERNS: readonly MapPattern[] = [...HATCHES, ...GROUNDS];
/** Pictures that stand alone. */
export const MARKS: readonly MapSymbol[] = [...FINDING_MARKS, ...STATUS_MARKS, ...SITE_MARKS, ...PROOF_MARKS];
