/** Old encodings of Vietnamese: reading them, and finding out which one a column is in. */
export { VIETNAMESE_LETTERS } from "./alphabet.ts";
export { type Capitals, guessCapitals, withCapitals } from "./capitals.ts";
export type { TextKind } from "./decode-signs.ts";
export { decodeText, undecoded } from "./decode-text.ts";
export { decoderOf } from "./decoder-of.ts";
export { encodeText } from "./encode-text.ts";
export { ENCODING_NAMES } from "./encoding-names.ts";
export { guessEncoding } from "./guess-encoding.ts";
export { guessNames } from "./guess-names.ts";
export { isSyllable } from "./syllables.ts";
