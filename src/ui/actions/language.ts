/** The language of the page; remembered in this browser. */
import { LANGUAGES, type Language } from "../../text/say.ts";
import { services } from "../services.ts";
import { setView } from "../store.ts";

const KEY = "an-cu.language";

/** Changes the language of texts, numbers and map labels. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  setView({ language });
  services().map?.setLanguage(language);
}

/** The remembered language; Vietnamese when none is. */
export function rememberedLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  return LANGUAGES.find((language) => language === kept) ?? "vi";
}
