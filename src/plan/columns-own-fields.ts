/**
 * What a source said of a household beyond the columns of the register: the members of a JSON object without
 * those named as in `REGISTER_FIELDS`, cut out of its bytes. Plain JSON as `JSON.stringify` writes it is done
 * here; anything else (blanks between members, names with escapes, a field twice, a fault) is left to the
 * engine, so that both always say the same.
 */
import { REGISTER_FIELDS } from "../core/model/household.ts";

const FIELDS: readonly Uint8Array[] = REGISTER_FIELDS.map((field) => new TextEncoder().encode(field));
/** Objects nested deeper are left to the engine. */
const DEEPEST = 64;
const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const WORDS = ["true", "false", "null"].map((word) => new TextEncoder().encode(word));

/** Not plain JSON of an object: ask the engine. */
export const NOT_PLAIN = -1;

/**
 * Writes the own members of the object that lies in `json` from `from` to `to` into `room`, braces included,
 * and says how many bytes they are: 0 when there are none, `NOT_PLAIN` when the engine must be asked. `room`
 * needs as many bytes as the object has.
 */
export function ownFields(json: Uint8Array, from: number, to: number, room: Uint8Array): number {
  if (json[from] !== OPEN) return NOT_PLAIN;
  if (json[from + 1] === CLOSE) return from + 2 === to ? 0 : NOT_PLAIN;
  let seen = 0;
  let end = 0;
  let at = from + 1;
  for (;;) {
    const start = at;
    at = afterName(json, at, to);
    if (at < 0 || json[at] !== COLON) return NOT_PLAIN;
    const field = fieldOf(json, start + 1, at - 1);
    at = afterValue(json, at + 1, to, 0);
    if (at < 0 || at >= to) return NOT_PLAIN;
    if (field < FIELDS.length) {
      if (seen & (1 << field)) return NOT_PLAIN;
      seen |= 1 << field;
    } else {
      room[end] = end === 0 ? OPEN : COMMA;
      end++;
      for (let k = start; k < at; k++) room[end++] = json[k]!;
    }
    if (json[at] === CLOSE) break;
    if (json[at] !== COMMA) return NOT_PLAIN;
    at++;
  }
  if (at + 1 !== to) return NOT_PLAIN;
  if (end > 0) room[end++] = CLOSE;
  return end;
}

/** Past the name that begins at `at`, -1 when it holds an escape or what JSON forbids. */
function afterName(json: Uint8Array, at: number, to: number): number {
  if (json[at] !== QUOTE) return NOT_PLAIN;
  const k = afterPlain(json, at + 1);
  return k < to && json[k] === QUOTE ? k + 1 : NOT_PLAIN;
}

/** Position in `FIELDS` of the name from `from` to `to`; their number for another name. */
function fieldOf(json: Uint8Array, from: number, to: number): number {
  for (let f = 0; f < FIELDS.length; f++) {
    const field = FIELDS[f]!;
    if (field.length === to - from && field[0] === json[from] && startsAt(json, from, field)) return f;
  }
  return FIELDS.length;
}

/** The first byte from `k` on that does not simply stand for itself in a string. */
function afterPlain(json: Uint8Array, k: number): number {
  let at = k;
  while (json[at]! >= 0x20 && json[at] !== QUOTE && json[at] !== BACKSLASH) at++;
  return at;
}

/** Where the string that begins at `at` ends, -1 when it does not or holds what JSON forbids. */
function afterString(json: Uint8Array, at: number, to: number): number {
  let k = at + 1;
  for (;;) {
    k = afterPlain(json, k);
    if (k >= to) return NOT_PLAIN;
    if (json[k] === QUOTE) return k + 1;
    if (json[k] !== BACKSLASH) return NOT_PLAIN;
    const kind = String.fromCharCode(json[k + 1]!);
    k += 2;
    if (kind === "u") {
      for (const end = k + 4; k < end; k++) if (!isHex(json[k]!)) return NOT_PLAIN;
    } else if (!'"\\/bfnrt'.includes(kind)) return NOT_PLAIN;
  }
}

function afterValue(json: Uint8Array, at: number, to: number, depth: number): number {
  const letter = json[at]!;
  if (letter === QUOTE) return afterString(json, at, to);
  if (letter === OPEN || letter === OPEN_LIST) return afterMembers(json, at, to, depth + 1);
  for (const word of WORDS) if (letter === word[0] && startsAt(json, at, word)) return at + word.length;
  return afterNumber(json, at);
}

/** Past the object or list that begins at `at`. */
function afterMembers(json: Uint8Array, at: number, to: number, depth: number): number {
  if (depth > DEEPEST) return NOT_PLAIN;
  const isObject = json[at] === OPEN;
  const close = isObject ? CLOSE : CLOSE_LIST;
  if (json[at + 1] === close) return at + 2;
  for (let k = at + 1; k < to; k++) {
    if (isObject) {
      if (json[k] !== QUOTE) return NOT_PLAIN;
      k = afterString(json, k, to);
      if (k < 0 || json[k] !== COLON) return NOT_PLAIN;
      k++;
    }
    k = afterValue(json, k, to, depth);
    if (k < 0 || k >= to) return NOT_PLAIN;
    if (json[k] === close) return k + 1;
    if (json[k] !== COMMA) return NOT_PLAIN;
  }
  return NOT_PLAIN;
}

/** Past a number; the byte behind the text may be read, and is no part of a number when it is what JSON asks. */
function afterNumber(json: Uint8Array, at: number): number {
  let k = at;
  if (json[k] === 0x2d) k++;
  if (json[k] === 0x30) k++;
  else {
    if (!isDigit(json[k]!)) return NOT_PLAIN;
    while (isDigit(json[k]!)) k++;
  }
  if (json[k] === 0x2e) {
    if (!isDigit(json[++k]!)) return NOT_PLAIN;
    while (isDigit(json[k]!)) k++;
  }
  if (json[k] === 0x65 || json[k] === 0x45) {
    k++;
    if (json[k] === 0x2b || json[k] === 0x2d) k++;
    if (!isDigit(json[k]!)) return NOT_PLAIN;
    while (isDigit(json[k]!)) k++;
  }
  return k;
}

function startsAt(json: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let k = 0; k < word.length; k++) if (json[at + k] !== word[k]) return false;
  return true;
}

function isDigit(letter: number): boolean {
  return letter >= 0x30 && letter <= 0x39;
}

function isHex(letter: number): boolean {
  return isDigit(letter) || (letter >= 0x41 && letter <= 0x46) || (letter >= 0x61 && letter <= 0x66);
}
