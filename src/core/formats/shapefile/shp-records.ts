/**
 * Where the shapes of a `.shp` file lie (ESRI Shapefile Technical Description, July 1998, pages 2 to 5 and 23).
 * The index file is used when it fits the bytes; else the records are walked one after the other.
 */
export const FILE_CODE = 9994;
export const HEADER_BYTES = 100;
const RECORD_HEADER = 8;
/** Lengths are counted in words of 16 bits. */
const WORD = 2;

export interface ShpRecords {
  /** First byte of the content of each record and the byte after it, by the row of attributes it belongs to; -1: none. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly count: number;
  /** Records that the file lost its end before: known from the index, else the one that is cut. */
  readonly missing: number;
  /** An index was there and did not fit. */
  readonly indexWrong: boolean;
  /** Numbers of the records that are not 1 to n. */
  readonly orderWrong: boolean;
}

/** The header, or null when these bytes are no shapefile. */
export function shpHeader(bytes: Uint8Array): { readonly kind: number; readonly bytes: number } | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = viewOf(bytes);
  if (view.getInt32(0) !== FILE_CODE) return null;
  return { kind: view.getInt32(32, true), bytes: view.getUint32(24) * WORD };
}

/** Finds the records; `shx` null when there is no index. */
export function shpRecords(shp: Uint8Array, shx: Uint8Array | null): ShpRecords {
  const indexed = shx === null ? null : fromIndex(shp, shx);
  if (indexed !== null) return { ...indexed, indexWrong: false, orderWrong: false };
  return { ...walked(shp), indexWrong: shx !== null };
}

type Found = Pick<ShpRecords, "from" | "to" | "count" | "missing">;

/** Null when an entry points where no record is. Entries behind the end of a cut file count as missing. */
function fromIndex(shp: Uint8Array, shx: Uint8Array): Found | null {
  if (shpHeader(shx) === null) return null;
  const index = viewOf(shx);
  const view = viewOf(shp);
  const entries = Math.floor((shx.length - HEADER_BYTES) / RECORD_HEADER);
  const claimed = (index.getUint32(24) * WORD - HEADER_BYTES) / RECORD_HEADER;
  if (claimed > entries || entries > shp.length) return null;
  const from = new Float64Array(claimed < 0 ? 0 : Math.floor(claimed)).fill(-1);
  const to = from.slice();
  let missing = 0;
  for (let i = 0; i < from.length; i++) {
    const at = index.getUint32(HEADER_BYTES + i * RECORD_HEADER) * WORD;
    const length = index.getUint32(HEADER_BYTES + i * RECORD_HEADER + 4) * WORD;
    if (at < HEADER_BYTES) return null;
    if (at + RECORD_HEADER + length > shp.length) {
      missing++;
      continue;
    }
    if (view.getUint32(at + 4) * WORD !== length) return null;
    from[i] = at + RECORD_HEADER;
    to[i] = at + RECORD_HEADER + length;
  }
  // An index that finds nothing is no help, and one of another file leaves records behind it.
  if (missing > 0 && (missing === from.length || shpHeader(shp)!.bytes <= shp.length)) return null;
  if (reachedEnd(to) < Math.min(shp.length, shpHeader(shp)!.bytes) && missing === 0) return null;
  return { from, to, count: from.length, missing };
}

function reachedEnd(to: Float64Array): number {
  let end = HEADER_BYTES;
  for (const byte of to) if (byte > end) end = byte;
  return end;
}

function walked(shp: Uint8Array): Omit<ShpRecords, "indexWrong"> {
  const view = viewOf(shp);
  const starts: number[] = [];
  const ends: number[] = [];
  const numbers: number[] = [];
  let at = HEADER_BYTES;
  while (at + RECORD_HEADER <= shp.length) {
    const length = view.getUint32(at + 4) * WORD;
    if (at + RECORD_HEADER + length > shp.length) break;
    numbers.push(view.getUint32(at));
    starts.push(at + RECORD_HEADER);
    ends.push(at + RECORD_HEADER + length);
    at += RECORD_HEADER + length;
  }
  const missing = at < shp.length ? 1 : 0;
  const places = placesOf(numbers);
  const from = new Float64Array(starts.length).fill(-1);
  const to = from.slice();
  for (const [i, start] of starts.entries()) {
    const place = places === null ? i : places[i]!;
    from[place] = start;
    to[place] = ends[i]!;
  }
  return { from, to, count: starts.length, missing, orderWrong: places === null };
}

/** Places from 0, when the numbers are 1 to n in any order; else null: then the order of the file counts. */
function placesOf(numbers: readonly number[]): Uint32Array | null {
  const seen = new Uint8Array(numbers.length);
  const places = new Uint32Array(numbers.length);
  for (const [i, number] of numbers.entries()) {
    if (number < 1 || number > numbers.length || seen[number - 1] === 1) return null;
    seen[number - 1] = 1;
    places[i] = number - 1;
  }
  return places;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
