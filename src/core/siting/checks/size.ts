/** A site too small to be one. */
import { M2_PER_HA } from "../../units.ts";
import { type Check, line } from "../context.ts";

/** A reminder below the least area. */
export const sizeCheck: Check = ({ areaM2, limits }) => {
  const values = { leastHa: limits.leastAreaM2 / M2_PER_HA };
  const small = areaM2 < limits.leastAreaM2;
  return [line("size", small ? "warning" : "passed", small ? "size-small" : "size-ok", { values })];
};
