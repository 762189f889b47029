/** Why a guess stands where it stands: `intake.why.<code>`. */
import type { intakeWhy as vi } from "../vi/intake-why.ts";

export const intakeWhy: Record<keyof typeof vi, string> = {
  "intake.why.encoding.plain": "the text reads as it is, nothing to convert",
  "intake.why.field.none": "neither its name nor its values tell which field it is",
  "intake.why.place.none": "nothing to compare with",
};
