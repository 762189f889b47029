/** What went wrong while computing or taking results out, and what to do: `problem.<code>`. */
import type { problemsCompute as vi } from "../vi/problems-compute.ts";

export const problemsCompute: Record<keyof typeof vi, string> = {
  "problem.compute.fault":
    "The results could not be computed because of a fault in the program ({detail}). The figures shown may not match the plan; close the plan and open it again.",
  "problem.export.unit-missing":
    "Nothing was exported: the boundary layer has no commune with code {code}. Check the boundary layer under Data.",
  "problem.export.district-missing":
    "Nothing was exported: no commune belongs to the former district {district}. Check the former district column of the boundary layer under Data.",
};
