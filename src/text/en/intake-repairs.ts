/** What could be done about a finding. */
import type { intakeRepairs as vi } from "../vi/intake-repairs.ts";

export const intakeRepairs: Record<keyof typeof vi, string> = {
  "intake.repair.leave-out-row": "Leave this row out",
  "intake.repair.keep-unlocated": "Keep the household without a place",
  "intake.repair.swap-coordinates": "Exchange longitude and latitude",
  "intake.repair.set-place": "Place it where the numbers would lie when put right",
  "intake.repair.set-value": "Set {field} to {to}",
  "intake.repair.drop-repeated-vertices": "Leave out repeated vertices",
  "intake.repair.turn-ring": "Turn the ring round",
  "intake.repair.close-ring": "Close the ring",
  "intake.repair.cut-spike": "Cut the spike off",
  "intake.repair.untangle": "Untangle the outline",
};
