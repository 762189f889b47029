import { gzipSync } from "node:zlib";

/** Gzip with a header that names neither time nor system, so that the same input gives the same bytes. */
export function gzip(bytes: Uint8Array): Buffer {
  const out = gzipSync(bytes, { level: 9 });
  out.fill(0, 4, 8); // time
  out[9] = 255; // system: unknown
  return out;
}
