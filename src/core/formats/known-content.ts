/** Names what a file we cannot read seems to be, so that the refusal can say more than "unknown". */

const SIGNATURES: readonly (readonly [name: string, first: readonly number[]])[] = [
  ["ZIP, XLSX, KMZ, SHP.ZIP", [0x50, 0x4b, 0x03, 0x04]],
  ["GeoPackage, SQLite", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["XLS", [0xd0, 0xcf, 0x11, 0xe0]],
  ["Shapefile (SHP, SHX)", [0x00, 0x00, 0x27, 0x0a]],
  ["PMTiles", [0x50, 0x4d, 0x54, 0x69, 0x6c, 0x65, 0x73]],
  ["FlatGeobuf", [0x66, 0x67, 0x62]],
  ["Parquet", [0x50, 0x41, 0x52, 0x31]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["TIFF", [0x49, 0x49, 0x2a, 0x00]],
  ["TIFF", [0x4d, 0x4d, 0x00, 0x2a]],
  ["GZIP", [0x1f, 0x8b]],
  ["DBF", [0x03]],
];
const STARTS: readonly (readonly [name: string, start: RegExp])[] = [
  ["KML", /<kml[\s>]/i],
  ["GPX", /<gpx[\s>]/i],
  ["HTML", /^\s*<(!doctype html|html)[\s>]/i],
  ["XML", /^\s*<\?xml/i],
  ["MapInfo MIF", /^\s*version\s+\d+/i],
  ["MapInfo TAB", /^\s*!table/i],
];

/** What binary content begins like, or null when its first bytes tell nothing. */
export function binaryName(bytes: Uint8Array): string | null {
  for (const [name, first] of SIGNATURES) if (first.every((byte, i) => bytes[i] === byte)) return name;
  return null;
}

/** What text begins like, or null. */
export function textName(text: string): string | null {
  const start = text.slice(0, 2000);
  for (const [name, pattern] of STARTS) if (pattern.test(start)) return name;
  return null;
}
