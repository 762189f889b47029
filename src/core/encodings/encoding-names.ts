/** What the encodings are called, the same in every language. */
import type { Encoding } from "../intake/meaning.ts";

/** Proper names, as people of the offices say them. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  unicode: "Unicode",
  "utf-8": "UTF-8",
  tcvn3: "TCVN3 (ABC)",
  vni: "VNI",
  viscii: "VISCII",
  "windows-1258": "Windows-1258",
  html: "HTML",
  viqr: "VIQR",
  "by-value": "…",
};
