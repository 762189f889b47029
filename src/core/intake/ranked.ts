/** A guess: what it says, how sure, and why. Nothing that is guessed is used before a person has seen why. */

/** Why a guess stands where it stands; said by `intake.why.<code>`. */
export interface Why {
  readonly code: WhyCode;
  readonly values?: Readonly<Record<string, string | number | null>>;
}

/** Grouped by what is guessed. */
export type WhyCode = EncodingWhy | FieldWhy | PlaceWhy;
export type EncodingWhy = "encoding.plain";
export type FieldWhy = "field.none";
export type PlaceWhy = "place.none";

export interface Ranked<T> {
  readonly value: T;
  /** 0 … 1; comparable within one list only. */
  readonly score: number;
  readonly why: readonly Why[];
}

/** How far the first of a list may be believed: `low` has to be asked. */
export type Confidence = "high" | "low";

/** A list of guesses, best first; `confidence` is of the first. */
export interface Guesses<T> {
  readonly ranked: readonly Ranked<T>[];
  readonly confidence: Confidence;
}
