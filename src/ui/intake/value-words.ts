/** Fields, words of fields and scales as people say them. */

import type { FieldName } from "../../core/intake/fields.ts";
import { hasText, type TextKey } from "../../text/say.ts";
import type { Say } from "../hooks/use-say.ts";

/** A field in words; one without a sentence under its own name. */
export function fieldText(t: Say, field: FieldName): string {
  const key = `intake.field.${field}`;
  return hasText(key) ? t(key as TextKey) : field;
}

/** A word of a field; one without a sentence as it is. */
export function wordText(t: Say, word: string): string {
  const key = `intake.value.${word}`;
  return hasText(key) ? t(key as TextKey) : word;
}

/** A fact of the register in words. */
export function factText(t: Say, fact: string): string {
  const key = `word.fact.${fact}`;
  return hasText(key) ? t(key as TextKey) : fact;
}
