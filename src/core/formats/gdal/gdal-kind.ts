/** Which of the formats that GDAL reads for us a file is, by its content. */
import type { FileGroup, SourceFormat } from "../../intake/dataset.ts";
import { startOf } from "../text/source-text.ts";

export type GdalFormat = Extract<SourceFormat, "mapinfo-tab" | "dxf" | "dgn">;

const TAB = /^\s*!table/i;
/** Comments (group 999) may stand before the first section. */
const DXF = /^\s*(?:999\r?\n[^\n]*\n\s*)*0\s*\r?\n\s*SECTION/i;
/** Kinds of drawings nobody but their makers' programs read, and what they call themselves. */
const CLOSED: readonly (readonly [name: string, start: RegExp])[] = [
  ["AutoCAD DWG", /^AC1[0-9]{3}/],
  ["DXF (binary)", /^AutoCAD Binary DXF/],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** First element of a MicroStation 95/J file: its type and its length in words. */
const DGN = [0x09, 0xfe, 0x02];

/** Null: none of them. */
export function gdalFormat({ main: { bytes } }: FileGroup): GdalFormat | null {
  const start = startOf(bytes);
  if (TAB.test(start)) return "mapinfo-tab";
  if (DXF.test(start)) return "dxf";
  const dgn = (bytes[0] === 0x08 || bytes[0] === 0xc8) && DGN.every((byte, i) => bytes[i + 1] === byte);
  return dgn ? "dgn" : null;
}

/** The name of a kind of drawing that cannot be read, or null. */
export function closedDrawing({ main: { name, bytes } }: FileGroup): string | null {
  const start = startOf(bytes, 40);
  for (const [known, pattern] of CLOSED) if (pattern.test(start)) return known;
  return /\.dgn$/i.test(name) && OLE.every((byte, i) => bytes[i] === byte) ? "MicroStation V8 DGN" : null;
}
