/** The words of a text that tell its encoding: those with signs beyond ASCII. */
import { isPlain } from "./strange-signs.ts";

/** ASCII spaces, digits and punctuation without the apostrophe; a no-break space can be a letter. */
const BETWEEN = /[\t\n\r !-&(-/0-9:-@[-`{-~]+/u;

/** In the signs of the file, in order, repeated as they are. */
export function tellingWords(text: string): readonly string[] {
  return text.split(BETWEEN).filter((word) => !isPlain(word));
}
