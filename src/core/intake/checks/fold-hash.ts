/** A number that is the same for texts that fold alike, without making the folded text. */
import { foldText } from "../../model/fold-text.ts";

const SMALL = 0x2100;
const UNKNOWN = 0xffff;
/** Folds to several signs: the text has to be folded as a whole. */
const SEVERAL = 0xfffe;
/** The letter each sign folds to, 0 for none. */
const letters = new Uint16Array(SMALL).fill(UNKNOWN);
const START = 0x811c9dc5;

/**
 * 32 bits. Texts with the same `foldText` have the same number, whatever their Unicode form; others seldom do: compare
 * before believing it. White space counts for nothing.
 */
export function foldHash(text: string, seed = START): number {
  let hash = seed;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    const letter = code < SMALL ? letterOf(code) : SEVERAL;
    if (letter === SEVERAL) return wholeHash(text, seed);
    if (letter !== 0) hash = mixed(hash, letter);
  }
  return hash >>> 0;
}

function letterOf(code: number): number {
  let letter = letters[code]!;
  if (letter === UNKNOWN) {
    const folded = withoutSpace(foldText(String.fromCharCode(code)));
    letter = folded.length > 1 ? SEVERAL : folded === "" ? 0 : folded.charCodeAt(0);
    letters[code] = letter;
  }
  return letter;
}

/** For letters that no name of ours has. */
function wholeHash(text: string, seed: number): number {
  let hash = seed;
  const folded = withoutSpace(foldText(text));
  for (let k = 0; k < folded.length; k++) hash = mixed(hash, folded.charCodeAt(k));
  return hash >>> 0;
}

function withoutSpace(text: string): string {
  return text.replace(/\s/gu, "");
}

function mixed(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}
