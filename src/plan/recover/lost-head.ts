/** Tells a plan whose first bytes are gone from a file that never was one. */

/** The sentence that makes the register stands in every plan, in the file's list of tables. */
const SENTENCE = new TextEncoder().encode("CREATE TABLE household");
const MAGIC = "SQLite format 3\u0000";

/** True when the head is not that of a database, but a register was made in it. */
export function hasLostHead(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  return head !== MAGIC && holds(bytes, SENTENCE);
}

function holds(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const [first] = wanted;
  for (let at = bytes.indexOf(first!); at >= 0; at = bytes.indexOf(first!, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
