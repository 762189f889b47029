/** The document inside a KMZ: a ZIP archive with one KML file, usually `doc.kml`, and its pictures. */
import { unzipSync } from "fflate";
import { fail, type Outcome, ok } from "../../outcome.ts";
import { MOST_TEXT_BYTES } from "../source-limits.ts";

const KML = /\.kml$/i;
const DOC = /^(?:\.\/)?doc\.kml$/i;
/** No byte of deflated data can stand for more. */
const MOST_RATIO = 1032;
const STORED = 0;

/** Does an archive begin here. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Names of the KML documents in an archive, empty for a broken one; nothing is unpacked. */
export function kmlNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (KML.test(name)) names.push(name);
        return false;
      },
    });
  } catch {
    return [];
  }
  return names;
}

/** True when an archive has what a KMZ has: `doc.kml`. */
export function holdsDoc(bytes: Uint8Array): boolean {
  return kmlNames(bytes).some((name) => DOC.test(name));
}

/**
 * The bytes of its document: `doc.kml`, else the first KML in it. Refused: `kmz.no-document`, `kmz.broken`,
 * `format.too-large` (by what the archive claims, which is checked against what it holds).
 */
export function unpackKmz(bytes: Uint8Array, file: string): Outcome<Uint8Array> {
  const names = kmlNames(bytes);
  const wanted = names.find((name) => DOC.test(name)) ?? names[0];
  if (wanted === undefined) return fail("kmz.no-document", undefined, { file });
  let large = false;
  let taken = false;
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, size, originalSize, compression }) => {
        if (taken || name !== wanted) return false;
        taken = true;
        const possible = compression === STORED ? size : size * MOST_RATIO + MOST_RATIO;
        large = originalSize > MOST_TEXT_BYTES;
        return !large && originalSize <= possible && size <= bytes.length;
      },
    });
    if (large) return fail("format.too-large", { limit: MOST_TEXT_BYTES / 1_000_000 }, { file });
    const document = found[wanted];
    if (document) return ok(document);
  } catch {
    // Told below, together with an archive whose claims cannot be true.
  }
  return fail("kmz.broken", undefined, { file });
}
