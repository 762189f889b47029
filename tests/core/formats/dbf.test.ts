import { describe, expect, test } from "vitest";
import { dbf } from "../../../src/core/formats/shapefile/dbf.ts";
import {
  dateCell,
  julianCell,
  logicalCell,
  numberCell,
} from "../../../src/core/formats/shapefile/dbf-field.ts";
import type { SourceTable } from "../../../src/core/intake/dataset.ts";
import { datasetOf, readWith, rowsOf } from "./source-rows.ts";
import { writeDbf } from "./write-shapefile.ts";

async function tableOf(bytes: Uint8Array): Promise<SourceTable> {
  return (await datasetOf(dbf, "ho.dbf", bytes)).tables[0]!;
}
const codes = (table: SourceTable) => [...table.rejected, ...table.notes].map(({ code }) => code);

describe("cells", () => {
  test("numbers with point or comma; what is no number stays text", () => {
    expect(["  12", "-3.50", "3,5", ".5", "1e3", "+7", "1403625.406163"].map(numberCell)).toEqual([
      12, -3.5, 3.5, 0.5, 1000, 7, 1403625.406163,
    ]);
    expect(["", "  ", "****"].map(numberCell)).toEqual([null, null, null]);
    expect(["12a", "1.2.3", "NaN", "Infinity", "1e999", "0x10"].map(numberCell)).toEqual([
      ...["12a", "1.2.3", "NaN", "Infinity", "1e999", "0x10"],
    ]);
  });

  test("a number of more digits than a float64 holds keeps every digit", () => {
    expect(numberCell("12345678901234567890")).toBe("12345678901234567890");
    expect(numberCell("066123456789")).toBe(66_123_456_789);
  });

  test("30 decimals are the nearest number", () => {
    expect(numberCell("108.044700000000000000000000000001")).toBe(108.0447);
  });

  test("days of the calendar, nothing else", () => {
    expect(["20251231", "20240229", "20230229", "00000000", "        ", "2025"].map(dateCell)).toEqual([
      "2025-12-31",
      "2024-02-29",
      "20230229",
      null,
      null,
      "2025",
    ]);
    expect(["T", "y", "F", "n", "?", " ", "x"].map(logicalCell)).toEqual([
      true,
      true,
      false,
      false,
      null,
      null,
      "x",
    ]);
    // 2460858 is 1 July 2025.
    expect(julianCell(2_460_858, 3_661_000)).toBe("2025-07-01T01:01:01");
    expect(julianCell(0, 0)).toBeNull();
    expect(julianCell(-5, 0)).toBe("-5");
  });
});

describe("tables", () => {
  test("texts stay bytes: trailing blanks go, a soft hyphen and a hard blank never", async () => {
    const field = { name: "XA", type: "C", width: 10 };
    const table = await tableOf(
      writeDbf([field], [["C\u00ad  "], ["T\u00a0"], ["  Ea"], ["\u00ad"], [" "], ["A\0garbage"]]),
    );
    expect(rowsOf(table).flat()).toEqual(["C\u00ad", "T\u00a0", "  Ea", "\u00ad", null, "A"]);
    expect([table.text, table.rowIs, table.rowNumber(0), table.geometry(0)]).toEqual([
      "bytes",
      "row",
      2,
      null,
    ]);
  });

  test("names may repeat, be empty, or be __proto__", async () => {
    const fields = ["__proto__", "", "A", "A"].map((name) => ({ name, type: "C", width: 2 }));
    const table = await tableOf(writeDbf(fields, [["a", "b", "c", "d"]]));
    expect(table.columns).toEqual(["__proto__", "", "A", "A"]);
    expect(rowsOf(table)).toEqual([["a", "b", "c", "d"]]);
  });

  test("stars and memos are told with their column", async () => {
    const fields = [
      { name: "SO", type: "N", width: 4 },
      { name: "GHICHU", type: "M", width: 10 },
    ];
    const table = await tableOf(
      writeDbf(fields, [
        ["****", "1"],
        ["12", "2"],
      ]),
    );
    expect(rowsOf(table)).toEqual([
      [null, null],
      [12, null],
    ]);
    expect(table.notes).toMatchObject([
      { code: "dbf.overflow", field: "SO", values: { count: 1 } },
      { code: "dbf.memo", field: "GHICHU" },
    ]);
  });

  test("the header says fewer rows, more rows, or billions", async () => {
    const field = [{ name: "A", type: "C", width: 2 }];
    const rows = [["a"], ["b"], ["c"]];
    const fewer = await tableOf(writeDbf(field, rows, { claimed: 2 }));
    expect([fewer.count, fewer.rejected.map(({ code, row }) => [code, row])]).toEqual([
      2,
      [["dbf.beyond", 4]],
    ]);
    const more = await tableOf(writeDbf(field, rows, { claimed: 5 }));
    expect([more.count, more.rejected.map(({ row }) => row), codes(more).at(-1)]).toEqual([
      3,
      [5, 6],
      "dbf.cut",
    ]);
    const wild = await tableOf(writeDbf(field, rows, { claimed: 0xffff_ffff }));
    expect([wild.count, wild.rejected.length]).toEqual([3, 1]);
  });

  test("texts of over 255 signs, when the rows are exactly so long", async () => {
    const bytes = writeDbf(
      [
        { name: "A", type: "C", width: 250 },
        { name: "B", type: "C", width: 62 },
      ],
      [["x".repeat(250), "y".repeat(62)]],
    );
    // Told as one column of 312 signs (56 + 256).
    const merged = new Uint8Array([...bytes.subarray(0, 64), 13, ...bytes.subarray(97)]);
    merged[8] = 65;
    merged[9] = 0;
    merged[32 + 16] = 56;
    merged[32 + 17] = 1;
    const table = await tableOf(merged);
    expect(table.value(0, 0)).toBe("x".repeat(250) + "y".repeat(62));
  });

  test("what is no table is refused in words", async () => {
    const good = writeDbf([{ name: "A", type: "C", width: 2 }], [["a"]]);
    for (const [at, value] of [
      [8, 0],
      [10, 1],
      [9, 200],
    ] as const) {
      const bytes = good.slice();
      bytes[at] = value;
      expect(await readWith(dbf, "a.dbf", bytes)).toMatchObject({
        ok: false,
        problem: { code: "dbf.header" },
      });
    }
    const seven = good.slice();
    seven[0] = 4;
    expect(await readWith(dbf, "a.dbf", seven)).toMatchObject({
      ok: false,
      problem: { code: "dbf.version" },
    });
    expect(await readWith(dbf, "a.dbf", writeDbf([{ name: "A", type: "C", width: 1 }], []))).toMatchObject({
      problem: { code: "shapefile.no-rows" },
    });
  });

  test("recognised by its bytes, and text never is", () => {
    const good = writeDbf([{ name: "A", type: "C", width: 2 }], [["a"]]);
    const asked = (name: string, bytes: Uint8Array) =>
      dbf.recognise({ main: { name, bytes }, companions: [] });
    expect(asked("renamed.dat", good)).toBe(true);
    expect(asked("a.dbf", good.subarray(0, 20))).toBe(true);
    for (const text of ['{\r\n\t"type": "FeatureCollection", "features": [] }', "1,2\n\n3,4", "<html>"]) {
      expect(asked("a.dbf", new TextEncoder().encode(text.padEnd(80)))).toBe(false);
    }
  });
});
