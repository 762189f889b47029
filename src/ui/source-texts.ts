/** Where a layer comes from, as typed into its five fields, and as the plan keeps it. */
import { numberOf } from "../core/formats/values.ts";
import type { IsoDate } from "../core/units.ts";
import type { Provenance } from "../plan/protocol.ts";
import type { TextKey } from "../text/say.ts";
import { readDate } from "./today.ts";

/** As typed. Empty: not known. */
export type SourceTexts = Readonly<Record<"date" | "provider" | "licence" | "accuracy" | "crs", string>>;

/** What the fields say; `bad`: why they cannot be taken so. */
export function readSource(texts: SourceTexts): {
  readonly source: { readonly date: IsoDate | null; readonly provenance: Provenance };
  readonly bad: TextKey | null;
} {
  const text = (value: string) => (value.trim() === "" ? null : value.trim());
  const date = text(texts.date) === null ? null : readDate(texts.date);
  const accuracy = numberOf(texts.accuracy);
  const accuracyM = typeof accuracy === "number" && accuracy >= 0 ? accuracy : null;
  const provenance = {
    provider: text(texts.provider),
    licence: text(texts.licence),
    accuracyM,
    sourceCrs: text(texts.crs),
  };
  const bad =
    date === null && text(texts.date) !== null
      ? "provenance.bad-date"
      : accuracyM === null && text(texts.accuracy) !== null
        ? "provenance.bad-accuracy"
        : null;
  return { source: { date, provenance }, bad };
}
