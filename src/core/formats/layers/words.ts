/** Words of a file for a fixed list of ours. */
import { foldText } from "../../model/fold-text.ts";
import type { Json } from "../../model/household.ts";
import { textOf } from "../values.ts";

/** Our word → other words for the same thing, folded. */
export type Words<W extends string> = Readonly<Record<W, readonly string[]>>;

/** `exact` when the file used our own word; null when there is none; undefined when the word is not known. */
export function wordOf<W extends string>(
  words: Words<W>,
  value: Json | undefined,
): { readonly word: W; readonly exact: boolean } | null | undefined {
  const text = textOf(value);
  if (text === null) return null;
  const folded = foldText(text).replace(/[\s_–-]+/g, " ");
  for (const word of Object.keys(words) as W[]) {
    if (text === word) return { word, exact: true };
    if (folded === word.replaceAll("-", " ") || words[word].includes(folded)) return { word, exact: false };
  }
  return undefined;
}
