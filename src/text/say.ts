/**
 * Says a sentence. Sentences live whole in `vi/` and `en/`; code holds keys and values only.
 *
 * In a sentence `{name}` stands for a value, and `{name:one|other}` chooses a word by the number `name`
 * (plural rules of the language). A number value is written in the reader's manner (1.832 or 1,832);
 * a text value stands as it is, so units and dates are made by `numbers.ts` first.
 */
import { en } from "./en.ts";
import { formatNumber } from "./numbers.ts";
import { type TextKey, vi } from "./vi.ts";

export const LANGUAGES = ["vi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export type { TextKey };
export type TextValues = Readonly<Record<string, string | number | null | undefined>>;

const TABLES: Record<Language, Record<TextKey, string>> = { vi, en };

/** The sentence `key` in `language` with its values put in. Throws on a value the sentence names and nobody gave. */
export function say(language: Language, key: TextKey, values: TextValues = {}): string {
  const sentence = TABLES[language][key];
  if (sentence === undefined) throw new Error(`No sentence for ${key}`);
  return sentence.replace(
    /\{(\w+)(?::([^}|]*)\|([^}]*))?\}/g,
    (_whole, name: string, one?: string, other?: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`Sentence ${key} names {${name}}, which was not given`);
      if (one !== undefined && other !== undefined) {
        return new Intl.PluralRules(language).select(Number(value)) === "one" ? one : other;
      }
      if (value === null) return "–";
      return typeof value === "number" ? formatNumber(language, value) : value;
    },
  );
}

/** True when `key` is a sentence we have: for keys put together from a code, such as `problem.${code}`. */
export function hasText(key: string): key is TextKey {
  return key in vi;
}
