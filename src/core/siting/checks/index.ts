/** Every check of a site, in the order in which equally serious answers are shown. */
import type { Check } from "../context.ts";
import { forestChecks } from "./forests.ts";
import { hazardChecks } from "./hazards.ts";
import { roadCheck } from "./road.ts";
import { sitesCheck } from "./sites.ts";
import { sizeCheck } from "./size.ts";
import { unitCheck } from "./units.ts";

/** `shapeCheck` is not here: it is asked first, and alone when it objects. */
export const SITE_CHECKS: readonly Check[] = [
  hazardChecks,
  forestChecks,
  sitesCheck,
  unitCheck,
  roadCheck,
  sizeCheck,
];
