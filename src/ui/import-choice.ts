/** What has to be decided before a file goes into the plan. Pure: the card shows the answer. */
import type { Coverage, LayerKind } from "../core/model/layers.ts";
import type { StagedReading } from "../plan/protocol.ts";
import type { TextKey } from "../text/say.ts";

/** What of a reading matters here. */
export type Reading = Pick<StagedReading, "as" | "accepted" | "rejected">;

/** What a person has said of one file so far. */
export interface ImportAnswers {
  readonly coverage: Coverage | null;
  /** The meaning of the file for which leaving features out was accepted; another meaning loses others. */
  readonly skipAs: StagedReading["as"] | null;
}

/** The layer a reading would become, null for households. */
export function layerOf(reading: Pick<Reading, "as"> | undefined): LayerKind | null {
  return reading && reading.as !== "households" ? reading.as : null;
}

/**
 * How many features of a layer would be lost. Each can turn an answer round (a lost zone makes a house look
 * clear), so a person has to accept it; refused rows of households are only named.
 */
export function lostFeatures(reading: Reading | undefined): number {
  return reading && layerOf(reading) ? reading.rejected.length : 0;
}

/** Whether a layer says what lies outside its polygons, which only a person can know. */
export function asksCoverage<R extends Pick<Reading, "as">>(
  reading: R | undefined,
): reading is R & { readonly as: "forests" | "hazards" } {
  return reading?.as === "forests" || reading?.as === "hazards";
}

/** Why the file cannot go into the plan yet; null when it can. */
export function importBlocked(
  reading: Reading | undefined,
  { coverage, skipAs }: ImportAnswers,
): TextKey | null {
  if (!reading) return "data.choose-meaning";
  if (reading.accepted === 0) return "data.nothing-accepted";
  if (asksCoverage(reading) && coverage === null) return "data.choose-coverage";
  return lostFeatures(reading) > 0 && skipAs !== reading.as ? "data.choose-skip" : null;
}
