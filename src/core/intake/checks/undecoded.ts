/** Letters that no encoding gave a meaning: U+FFFD, and the control codes U+0080 to U+009F that no text has. */
import type { CanonicalRows } from "../canonical-bytes.ts";
import { type Interpreted, valueAt } from "../interpret.ts";
import type { CheckFinding } from "./finding.ts";

const UNDECODED = /[\ufffd\u0080-\u009f]/u;
/** First bytes of U+0080–U+00BF and of U+F000–U+FFFF in UTF-8. */
const CONTROLS = 0xc2;
const SPECIALS = 0xef;

/** One finding with all its rows; nothing when every letter was read. Every row is looked at, in every column. */
export function undecoded(rows: Interpreted, made: CanonicalRows): readonly CheckFinding[] {
  const found = made.scan === null ? inValues(rows) : inBytes(made.bytes, made.scan.recordStart);
  if (found.length === 0) return [];
  const { file } = rows.table;
  return [
    {
      id: "undecoded",
      problem: { code: "check.undecoded", file, values: { count: found.length } },
      rows: found.map((i) => rows.rows[i]!),
      at: null,
      weight: "ask",
      repair: null,
    },
  ];
}

function inValues(rows: Interpreted): number[] {
  const found: number[] = [];
  for (let i = 0; i < rows.rows.length; i++) {
    const has = rows.columns.some((column) => {
      const value = valueAt(rows, column, i);
      return typeof value === "string" && UNDECODED.test(value);
    });
    if (has) found.push(i);
  }
  return found;
}

/** Row `i` is record `i + 1`: the first is the header. */
function inBytes(bytes: Uint8Array, recordStart: Uint32Array): number[] {
  const records = new Set<number>();
  for (const lead of [CONTROLS, SPECIALS]) {
    for (let at = bytes.indexOf(lead); at >= 0; at = bytes.indexOf(lead, at + 1)) {
      const second = bytes[at + 1]!;
      const is = lead === CONTROLS ? second < 0xa0 : second === 0xbf && bytes[at + 2] === 0xbd;
      if (is) records.add(recordAt(recordStart, at));
    }
  }
  records.delete(0);
  return [...records].sort((a, b) => a - b).map((record) => record - 1);
}

function recordAt(recordStart: Uint32Array, byte: number): number {
  let low = 0;
  let high = recordStart.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (recordStart[middle]! <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
}
