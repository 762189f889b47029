/**
 * Texts as tokens: words, signs and whole numbers, each with the knowledge whether a space stood before it.
 * In the collation of Unicode a space is less than every sign, a sign less than every digit and a digit less
 * than every letter, so that texts compare as their tokens do, one after another.
 */
import type { TextColumn } from "../../core/model/text-column.ts";

/** Set when a space stands before the token. */
export const SPACED = 0x8000_0000;
const KIND = 0x6000_0000;
const VALUE = 0x1fff_ffff;
/** After a space nothing more comes. */
export const NOTHING = 0;
/** A word or sign: its number in `words`. */
export const WORD = 0x2000_0000;
/** A number of at most eight digits, leading zeros left out: its value. */
export const NUMBER = 0x4000_0000;
/** How many digits a longer number has; tokens of eight digits each follow, the last with the rest. */
export const LONG = 0x6000_0000;
export const CHUNK_DIGITS = 8;
/** Longer runs of digits the collation of Unicode cuts into pieces; they are left to it. */
const MOST_DIGITS = 200;

/** The kind of a token. */
export const kindOf = (token: number): number => token & KIND;
/** The number a token carries. */
export const numberIn = (token: number): number => token & VALUE;

/** Tokens of every row of a column. */
export interface Tokens {
  /** Row `i` has `tokens` from `start[i]` up to `start[i + 1]`. */
  readonly tokens: Uint32Array;
  readonly start: Uint32Array;
  /** Every word and sign that occurs, as written. */
  readonly words: readonly string[];
  /** Rows with something else in them (other scripts, control characters); they have no tokens. */
  readonly unusual: readonly number[];
}

interface Growing {
  tokens: Uint32Array;
  end: number;
  /** Open addressing by hash: number of a word, or -1. */
  slots: Int32Array;
  wordAt: Uint32Array;
  wordLength: Uint32Array;
  wordCount: number;
}

/** Cuts every row. Linear in the bytes. */
export function tokensOf(column: TextColumn): Tokens {
  const { bytes, start, count } = column;
  const growing: Growing = {
    tokens: new Uint32Array(Math.max(64, Math.ceil(bytes.length / 3))),
    end: 0,
    slots: new Int32Array(1 << 12).fill(-1),
    wordAt: new Uint32Array(1 << 11),
    wordLength: new Uint32Array(1 << 11),
    wordCount: 0,
  };
  const ends = new Uint32Array(count + 1);
  const unusual: number[] = [];
  for (let i = 0; i < count; i++) {
    const length = start[i + 1]! - start[i]!;
    if (growing.tokens.length - growing.end < length + 1) growing.tokens = wider(growing.tokens, length + 1);
    const before = growing.end;
    if (!cutRow(bytes, start[i]!, start[i + 1]!, growing)) {
      growing.end = before;
      unusual.push(i);
    }
    ends[i + 1] = growing.end;
  }
  const decoder = new TextDecoder();
  const words = Array.from({ length: growing.wordCount }, (_, w) => {
    const at = growing.wordAt[w]!;
    return decoder.decode(bytes.subarray(at, at + growing.wordLength[w]!));
  });
  return { tokens: growing.tokens, start: ends, words, unusual };
}

function wider(array: Uint32Array, more: number): Uint32Array {
  const grown = new Uint32Array(array.length * 2 + more);
  grown.set(array);
  return grown;
}

/** Bytes of an ASCII letter, and of a digit. */
const LETTER = 1;
const DIGIT = 2;
const SIGN = 3;
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[a-z]/i.test(sign)) return LETTER;
  if (/[0-9]/.test(sign)) return DIGIT;
  return code > 0x20 && code < 0x7f ? SIGN : 0;
});

/**
 * Length of a letter beyond ASCII that begins here: Latin letters up to U+024F and U+1E00…U+1EFF, or a mark
 * that stands apart (U+0300…U+036F, only inside a word); 0 for anything else.
 */
function letterLength(bytes: Uint8Array, k: number, to: number, inside: boolean): number {
  const lead = bytes[k]!;
  if (k + 1 >= to) return 0;
  const second = bytes[k + 1]!;
  if (lead === 0xc3) return second === 0x97 || second === 0xb7 ? 0 : 2;
  if (lead >= 0xc4 && lead <= 0xc8) return 2;
  if (lead === 0xc9) return second <= 0x8f ? 2 : 0;
  if (lead === 0xcc) return inside ? 2 : 0;
  if (lead === 0xcd) return inside && second <= 0xaf ? 2 : 0;
  if (lead === 0xe1 && second >= 0xb8 && second <= 0xbb && k + 2 < to) return 3;
  return 0;
}

/** True for – — ‘ ’ “ ” at this place: signs of one weight each. */
function isPaperSign(bytes: Uint8Array, k: number, to: number): boolean {
  if (k + 2 >= to || bytes[k] !== 0xe2 || bytes[k + 1] !== 0x80) return false;
  const third = bytes[k + 2]!;
  return (
    third === 0x93 || third === 0x94 || third === 0x98 || third === 0x99 || third === 0x9c || third === 0x9d
  );
}

/** Adds the tokens of one row; false when there is something in it that is left to the collator. */
function cutRow(bytes: Uint8Array, from: number, to: number, growing: Growing): boolean {
  const { tokens } = growing;
  let end = growing.end;
  let spaced = 0;
  let k = from;
  while (k < to) {
    const lead = bytes[k]!;
    if (lead === 0x20) {
      if (spaced !== 0) return false;
      spaced = SPACED;
      k++;
      continue;
    }
    const kind = lead < 0x80 ? ascii[lead]! : 0;
    if (kind === DIGIT) {
      while (k < to && bytes[k] === 0x30) k++;
      const first = k;
      while (k < to && bytes[k]! >= 0x30 && bytes[k]! <= 0x39) k++;
      const digits = k - first;
      if (digits > MOST_DIGITS) return false;
      if (digits > CHUNK_DIGITS) {
        tokens[end++] = (spaced | LONG | digits) >>> 0;
        spaced = 0;
      }
      let at = first;
      do {
        let value = 0;
        for (const stop = Math.min(k, at + CHUNK_DIGITS); at < stop; at++) {
          value = value * 10 + bytes[at]! - 0x30;
        }
        tokens[end++] = (spaced | NUMBER | value) >>> 0;
        spaced = 0;
      } while (at < k);
      continue;
    }
    let length = 1;
    let hash = HASH_BEGIN;
    if (kind === SIGN) {
      hash = Math.imul(hash ^ lead, HASH_STEP);
      k++;
    } else if (kind === 0 && isPaperSign(bytes, k, to)) {
      length = 3;
      hash = hashOf(bytes, k, length);
      k += 3;
    } else {
      const first = k;
      while (k < to) {
        const byte = bytes[k]!;
        if (byte < 0x80) {
          if (ascii[byte] !== LETTER) break;
          hash = Math.imul(hash ^ byte, HASH_STEP);
          k++;
        } else {
          const more = letterLength(bytes, k, to, k > first);
          if (more === 0) break;
          for (const next = k + more; k < next; k++) hash = Math.imul(hash ^ bytes[k]!, HASH_STEP);
        }
      }
      length = k - first;
      if (length === 0) return false;
    }
    const { slots, wordAt, wordLength } = growing;
    const known = findWord(bytes, k - length, length, hash, slots, wordAt, wordLength);
    const word = known >= 0 ? known : addWord(bytes, k - length, length, hash, growing);
    tokens[end++] = (spaced | WORD | word) >>> 0;
    spaced = 0;
  }
  if (spaced !== 0) tokens[end++] = (SPACED | NOTHING) >>> 0;
  growing.end = end;
  return true;
}

/** FNV-1a. */
const HASH_BEGIN = 0x811c9dc5;
const HASH_STEP = 0x01000193;

function hashOf(bytes: Uint8Array, at: number, length: number): number {
  let hash = HASH_BEGIN;
  for (let k = at; k < at + length; k++) hash = Math.imul(hash ^ bytes[k]!, HASH_STEP);
  return hash;
}

/** Where a word of this hash is looked for first. */
function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/** The number of a word, -1 for one that was not met before. */
function findWord(
  bytes: Uint8Array,
  at: number,
  length: number,
  hash: number,
  slots: Int32Array,
  wordAt: Uint32Array,
  wordLength: Uint32Array,
): number {
  const mask = slots.length - 1;
  let slot = slotOf(hash, mask);
  for (let word = slots[slot]!; word >= 0; word = slots[slot]!) {
    if (wordLength[word] === length) {
      const known = wordAt[word]!;
      let k = 0;
      while (k < length && bytes[known + k] === bytes[at + k]) k++;
      if (k === length) return word;
    }
    slot = (slot + 1) & mask;
  }
  return -1;
}

function addWord(bytes: Uint8Array, at: number, length: number, hash: number, growing: Growing): number {
  const word = growing.wordCount++;
  growing.wordAt[word] = at;
  growing.wordLength[word] = length;
  putWord(growing.slots, word, hash);
  if (growing.wordCount === growing.wordAt.length) grow(bytes, growing);
  return word;
}

function putWord(slots: Int32Array, word: number, hash: number): void {
  const mask = slots.length - 1;
  let slot = slotOf(hash, mask);
  while (slots[slot]! >= 0) slot = (slot + 1) & mask;
  slots[slot] = word;
}

/** Twice the room; the table is never more than half full. */
function grow(bytes: Uint8Array, growing: Growing): void {
  growing.wordAt = wider(growing.wordAt, 0);
  growing.wordLength = wider(growing.wordLength, 0);
  growing.slots = new Int32Array(growing.slots.length * 2).fill(-1);
  for (let word = 0; word < growing.wordCount; word++) {
    putWord(growing.slots, word, hashOf(bytes, growing.wordAt[word]!, growing.wordLength[word]!));
  }
}
