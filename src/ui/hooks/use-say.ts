/** The sentences in the language that is chosen. */
import { useCallback } from "react";
import type { Problem } from "../../core/outcome.ts";
import { problemText } from "../../text/problem-text.ts";
import { type Language, say, type TextKey, type TextValues } from "../../text/say.ts";
import { useView } from "../store.ts";

export type Say = (key: TextKey, values?: TextValues) => string;

/** The chosen language. */
export function useLanguage(): Language {
  return useView((state) => state.language);
}

/** `say` bound to the chosen language. */
export function useSay(): Say {
  const language = useLanguage();
  return useCallback((key, values) => say(language, key, values), [language]);
}

/** The sentence of a problem in the chosen language. */
export function useProblemText(): (problem: Problem) => string {
  const language = useLanguage();
  return useCallback((problem) => problemText(language, problem), [language]);
}
