import fc from "fast-check";
import { expect, test } from "vitest";
import { rawCell } from "../../../src/core/formats/csv/csv-cells.ts";
import { RECORD_ODD, scanCsv } from "../../../src/core/formats/csv/csv-scan.ts";
import { letterAt, ODD } from "../../../src/core/formats/text/utf8-letter.ts";
import { bytesOf } from "./read.ts";
import { slowRecords } from "./slow-csv.ts";

/** The scan as text. */
function scanned(bytes: Uint8Array, separator: string) {
  const scan = scanCsv(bytes, separator.charCodeAt(0));
  const records = Array.from({ length: scan.count }, (_, r) => ({
    row: scan.row[r]!,
    cells: Array.from({ length: scan.firstCell[r + 1]! - scan.firstCell[r]! }, (_, c) => rawCell(scan, r, c)),
  }));
  return { records, open: scan.openQuoteRow };
}

/** Lone halves of letters become U+FFFD on the way through bytes. */
const unmarked = new TextDecoder("utf-8", { ignoreBOM: true });
const SEPARATORS = [",", ";", "\t"];
/** What tables are made of, and what breaks readers of them. */
const piece = fc.constantFrom(
  ...["a", "Ê Đê", "Bhăm", "108.25", '"', '""', ",", ";", "\t", "\n", "\r", "\r\n", " ", "\u00a0", "\u3000"],
  ...["'", "e\u0302", "\ufeff", "😀", "ẫ", "—", "\u2028", "x,y", '"q"', "\v", "\0"],
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

test("the cells are those of the plain reader, whatever stands in the text", () => {
  fc.assert(
    fc.property(
      fc.oneof(text, fc.string({ unit: "binary" })),
      fc.constantFrom(...SEPARATORS),
      (given, separator) => {
        const wellFormed = unmarked.decode(bytesOf(given));
        const slow = slowRecords(wellFormed.replace(/^\ufeff/, ""), separator);
        const fast = scanned(bytesOf(wellFormed), separator);
        expect(fast.open).toBe(slow.open);
        if (slow.open === null) expect(fast.records).toEqual(slow.records);
      },
    ),
    { numRuns: 1000 },
  );
});

test("more cells, rows and bytes than were guessed from the beginning", () => {
  const start = `${"x".repeat(70_000)},1\n`;
  const rest = Array.from({ length: 3000 }, (_, i) => `${",".repeat(i % 40)}ế${i}\n\n`).join("");
  expect(scanned(bytesOf(start + rest), ",")).toEqual(slowRecords(start + rest, ","));
});

test("bytes are UTF-8 exactly when the decoder says so", () => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const byte = fc.constantFrom(
    ...[0x0a, 0x22, 0x2c, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xa8, 0xaf, 0xb8, 0xbb, 0xbf, 0xc0, 0xc1],
    ...[0xc2, 0xc3, 0xcb, 0xcc, 0xdf, 0xe0, 0xe1, 0xe2, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff],
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), (list) => {
      const bytes = Uint8Array.from(list);
      let valid = true;
      try {
        decoder.decode(bytes);
      } catch {
        valid = false;
      }
      expect(scanCsv(bytes, 44).utf8).toBe(valid);
    }),
    { numRuns: 3000 },
  );
});

test("every letter that normalising or trimming would touch is odd", () => {
  for (let code = 0x80; code <= 0x10ffff; code += code < 0x10000 ? 1 : 101) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const letter = String.fromCodePoint(code);
    const bytes = bytesOf(letter);
    const found = letterAt(bytes, 0);
    if ((found & 7) !== bytes.length) throw new Error(`length of U+${code.toString(16)}`);
    // A letter that joins the one before it is not in form C after it.
    const touched = letter.normalize() !== letter || letter.trim() === "" || /\p{M}/u.test(letter);
    if (touched && found < ODD) throw new Error(`U+${code.toString(16)} is not odd`);
  }
  for (const letter of "ăâđêôơưẵẫểộởựƀ’–Ŏ̆".normalize()) {
    expect(letterAt(bytesOf(letter), 0) >= ODD).toBe(/\p{M}/u.test(letter));
  }
});

test("a record is marked odd for one letter inside or outside quotes", () => {
  const marks = (line: string) => scanCsv(bytesOf(line), 44).marks[0]! & RECORD_ODD;
  expect(["ê,1", '"ê",1'].map(marks)).toEqual([0, 0]);
  expect(["e\u0302,1", '"e\u0302",1', "a,\u00a0b"].map(marks)).toEqual([RECORD_ODD, RECORD_ODD, RECORD_ODD]);
});
