/** An old encoding as a table: what each byte is, and how each letter is written. */

export interface ByteTable {
  /** Of bytes 00–FF; bytes beyond ASCII that mean nothing in it are the sign of Windows-1252. */
  readonly signs: readonly string[];
  /** How a sign of form C is written, as signs U+0000–U+00FF; ASCII that is not listed is itself. */
  readonly written: ReadonlyMap<string, string>;
}

/** Letters of bytes 80–FF, eight rows of sixteen, and the few among the control codes. */
export function byteTable(
  rows: readonly string[],
  controls: Readonly<Record<number, string>>,
  otherwise: (byte: number) => string,
): ByteTable {
  const upper = [...rows.join("")];
  if (upper.length !== 128) throw new Error(`A table needs 128 signs, not ${upper.length}`);
  const signs: string[] = [];
  const written = new Map<string, string>();
  for (let byte = 0; byte < 256; byte++) {
    const own = byte < 128 ? controls[byte] : upper[byte - 128];
    const sign = own === undefined || own === NOTHING ? otherwise(byte) : own;
    signs.push(sign);
    if (sign.charCodeAt(0) > 0x7f && !written.has(sign)) written.set(sign, String.fromCharCode(byte));
  }
  return { signs, written };
}

/** In a row: this byte is none of the table's letters. */
export const NOTHING = "·";

/** Every byte as its sign; signs above U+00FF stay. */
export function readByTable(bytes: string, signs: readonly string[]): string {
  let text = "";
  for (let at = 0; at < bytes.length; at++) text += signs[bytes.charCodeAt(at)] ?? bytes[at]!;
  return text;
}
