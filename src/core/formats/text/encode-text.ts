/** Text to UTF-8 bytes. */

/** Part of the Encoding Standard that browsers, workers and Node all have; core is compiled without DOM types. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

/** The chunks one after the other, encoded piece by piece so that no text of the whole size is built. */
export function encodeText(chunks: Iterable<string>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const chunk of chunks) {
    const part = encoder.encode(chunk);
    parts.push(part);
    length += part.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
