/** Names of the Ê Đê, Mnông, Gia Rai and Mông as they are spelt in the province, by their construction. */

/** Consonants that may stand together: Kbuôr, Rcăm, Mdrăk, H'Bia, Čư, Ñiê, Ƀing. */
const CONSONANTS = "(?:[bcčdđghjklmnñprstvwyƀqx]|['’ʼ])";
/** In form D with the tones taken out: plain, circumflex, horn, breve, horn or circumflex with breve. */
const VOWEL = "[aeiouy]\\u031b?[\\u0302\\u0306]?\\u0306?";
/** A second vowel with a mark stands after i u y ư (Niê, Kbuôr, Yuăn) or is oă: VNI's "oâ" and "aê" are none. */
const NEXT_VOWEL = `(?:[aeiouy](?![\\u031b\\u0302\\u0306])|(?<=[iuy]\\u031b?)${VOWEL}|(?<=o)a\\u0306)`;
const FINAL = "(?:ng|nh|ch|[chjklmnñprstwy])?h?";
const RIME = `${VOWEL}${NEXT_VOWEL}{0,2}${FINAL}`;
const NAME = new RegExp(`^${CONSONANTS}{0,4}${RIME}(?:${CONSONANTS}{1,4}${RIME}){0,2}$`, "u");
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * How many tones a small word has that could be such a name; null when it could not. They have none where
 * they are spelt their own way, one at most in the Vietnamese way (Súp, Drắk, Knuếc).
 */
export function localNameTones(word: string): number | null {
  const apart = word
    .normalize("NFD")
    .replaceAll("č", "c")
    .replaceAll("ñ", "n")
    .replace(/c\u030c/gu, "c");
  const plain = apart.replace(/n\u0303/gu, "n");
  const bare = plain.replace(TONES, "");
  return NAME.test(bare) ? plain.length - bare.length : null;
}
