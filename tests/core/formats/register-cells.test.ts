/** A register read from its cells is the register read row by row: the same columns, households and problems. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GrowingBytes, openTable, readerFor } from "../../../src/core/formats/index.ts";
import { columnsFrom } from "../../../src/core/model/columns.ts";
import type { HouseholdColumns } from "../../../src/core/model/household.ts";
import { textsOf } from "../../../src/core/model/text-column.ts";
import { bytesOf } from "./read.ts";
import { slowTable } from "./slow-csv.ts";

const plain = (columns: HouseholdColumns) => ({
  ...columns,
  id: textsOf(columns.id),
  head: textsOf(columns.head),
});

/** Reads in both ways and compares everything; how many households there are. */
function compare(text: string): number | null {
  const opened = openTable(bytesOf(text), "h.csv");
  const slow = slowTable(text.replace(/^\ufeff/, ""), "h.csv");
  expect(opened.ok).toBe(slow !== null);
  if (!opened.ok || slow === null) return null;
  const reader = readerFor("households");
  const fast = reader.read(opened.value);
  const wanted = reader.read(slow);
  expect(opened.value.columns).toEqual(slow.columns);
  expect([fast.read, fast.count, fast.located]).toEqual([wanted.read, wanted.count, wanted.located]);
  expect(fast.rejected).toEqual(wanted.rejected);
  expect(fast.notes).toEqual(wanted.notes);
  expect(plain(fast.columns)).toEqual(plain(columnsFrom(wanted.accepted)));
  for (const [i, { properties }] of wanted.accepted.entries()) {
    const bytes = new GrowingBytes();
    fast.writeProperties(i, bytes);
    expect(new TextDecoder().decode(bytes.bytes.subarray(0, bytes.end))).toBe(JSON.stringify(properties));
  }
  expect(fast.accepted).toEqual(wanted.accepted);
  expect(opened.value.features.map(({ row, properties }) => ({ row, properties }))).toEqual(
    slow.features.map(({ row, properties }) => ({ row, properties })),
  );
  return fast.count;
}

const quoted = (cell: string, separator: string) =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const some = (...values: string[]) => fc.constantFrom(...values);
const nasty = some(
  ...["", " ", "'=1+1", "'x", '"', "\u00a0", "e\u0302", " Ê Đê ", "\\", "\u0001\t", "a\nb", "�😀"],
);
const mostly = (usual: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: nasty });
const degrees = (from: number, to: number) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: from, max: to, noNaN: true }).map((value) => value.toFixed(6)) },
    { weight: 1, arbitrary: fc.double({ min: from, max: to, noNaN: true }).map(String) },
    { weight: 1, arbitrary: some("", "0", "12,5", "108,1", "abc", "449623.88", "1.400.889,43", "1e2", "-1") },
  );
const row = fc.tuple(
  mostly(
    fc.oneof(
      fc.nat(30).map((n) => `H${n}`),
      fc.nat(999_999).map(String),
    ),
  ),
  mostly(some("Y Bhăm", "H'Bia Niê", "Nguyễn Thị Hường", "'Rah")),
  mostly(some("Ê Đê", "M'nông", "Kinh", "Không rõ", "?")),
  mostly(some("1", "5", "12", "4.5", "-1", "201", "5,0", "0", "năm")),
  mostly(some("nghèo", "cận nghèo", "không nghèo", "")),
  mostly(some("có", "không", "1", "0", "chưa rõ", "maybe", "x", "CÓ")),
  mostly(some("Buôn Đôn", "Thôn 1", "Thôn 10", "Thôn  1")),
  mostly(some("24163", "24164")),
  degrees(107.2, 109.5),
  degrees(11.8, 14.2),
  nasty,
);
const HEADERS = [
  [
    "id",
    "head",
    "ethnicity",
    "members",
    "poverty",
    "migrant",
    "village",
    "commune_code",
    "lon",
    "lat",
    "2024",
  ],
  [
    "Mã hộ",
    "Chủ hộ",
    "Dân tộc",
    "Số khẩu",
    "Hộ nghèo",
    "Di cư",
    "Thôn",
    "Mã xã",
    "Kinh độ",
    "Vĩ độ",
    "Ghi chú",
  ],
  ["id", "7", "ethnicity", "3", "x", "migrant", "village", "__proto__", "lon", "lat", "1"],
  ["stt", "head", "ethnicity", "members", "poverty", "migrant", "id", "commune_code", "x", "y", "note"],
  ["id", "head", "ethnicity", "members", "poverty", "migrant", "village", "commune_code", "a", "b", 'c "d"'],
];

describe("read from cells as read row by row", () => {
  test("random registers, well and badly written", () => {
    let households = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...HEADERS),
        fc.array(row, { maxLength: 12 }),
        some(",", ";", "\t"),
        some("\n", "\r\n", "\r"),
        fc.boolean(),
        (header, rows, separator, end, everyCellQuoted) => {
          const cell = (text: string) =>
            everyCellQuoted ? `"${text.replaceAll('"', '""')}"` : quoted(text, separator);
          const lines = [header, ...rows].map((cells) => cells.map(cell).join(separator));
          households += compare(lines.join(end)) ?? 0;
        },
      ),
      { numRuns: 200 },
    );
    expect(households).toBeGreaterThan(300);
  });

  test("any pieces of text under a header", () => {
    const pieces = some(
      ...["H1", "H2", ",", ",", ",", "\n", "\n", '"', "'", "=", " ", "108.1", "12.6", "ê", "e\u0302"],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
        compare(`id,lon,lat\n${list.join("")}`);
      }),
      { numRuns: 500 },
    );
  });

  test("decomposed, with byte order mark, quoted, short and long rows, ids that repeat after thousands", () => {
    const lines = ["\ufeffid,head,ethnicity,lon,lat"];
    for (let i = 0; i < 3000; i++) {
      const head = i % 3 ? "Y Bhăm Êban" : "Y Bhăm Êban".normalize("NFD");
      lines.push(`H${i},"${head}",Ê Đê,${(108 + i / 10_000).toFixed(4)},12.${i}`);
    }
    lines.push(
      "H7,x,Kinh,108.1,12.6",
      "H3001,x,Kinh,108.1",
      "H3002,x,Kinh,12.6,108.1",
      "H3003,x,Kinh,,,,",
      ",,,,",
    );
    expect(compare(lines.join("\n"))).toBe(3001);
  });
});

test("a value of a row that is rejected does not come among the values of a column", () => {
  const opened = openTable(bytesOf("id,village,lon,lat\n1,A,12.6,108.1\n2,B,108.1,12.6"), "h.csv");
  if (!opened.ok) throw new Error(opened.problem.code);
  expect(readerFor("households").read(opened.value).columns.village.values).toEqual(["B"]);
});
