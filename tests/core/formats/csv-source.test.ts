import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvSource } from "../../../src/core/formats/csv/csv-source.ts";
import { openTable } from "../../../src/core/formats/index.ts";
import type { SourceTable, SourceTools } from "../../../src/core/intake/dataset.ts";
import { bytesOf, codes } from "./read.ts";
import { leftOut } from "./sheet-rows.ts";

const TOOLS: SourceTools = {
  gdal: () => Promise.reject(new Error("not needed")),
  sqlite: () => Promise.reject(new Error("not needed")),
};
const group = (bytes: Uint8Array) => ({ main: { name: "a.csv", bytes }, companions: [] });
const read = (bytes: Uint8Array) => csvSource.read(group(bytes), TOOLS);

async function tableOf(given: string | Uint8Array): Promise<SourceTable> {
  const bytes = typeof given === "string" ? bytesOf(given) : given;
  expect(csvSource.recognise(group(bytes))).toBe(true);
  const found = await read(bytes);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  expect(found.value.tables).toHaveLength(1);
  return found.value.tables[0]!;
}

const rowsOf = (table: SourceTable) =>
  Array.from({ length: table.count }, (_, row) => [
    table.rowNumber(row),
    ...table.columns.map((_name, column) => table.value(row, column)),
  ]);

describe("plain tables", () => {
  test("texts as they are written, nothing for an empty cell, rows as a spreadsheet counts", async () => {
    const table = await tableOf('\ufeffSTT;Chủ hộ;X\r\n1;"Y ""B"", Niê";1.400.889,43\r\n\r\n02;;"=1+1"\r\n');
    expect(table.columns).toEqual(["STT", "Chủ hộ", "X"]);
    expect(rowsOf(table)).toEqual([
      [2, "1", 'Y "B", Niê', "1.400.889,43"],
      [4, "02", null, "=1+1"],
    ]);
    expect(table).toMatchObject({ text: "unicode", notes: [], rejected: [], crs: null, rowIs: "row" });
    expect(table.geometry(0)).toBeNull();
  });

  test("names may repeat, be empty or be called __proto__", async () => {
    const table = await tableOf("__proto__,,a,a,,\n1,2,3,4,,\n");
    expect(table.columns).toEqual(["__proto__", "", "a", "a"]);
    expect(rowsOf(table)).toEqual([[2, "1", "2", "3", "4"]]);
  });

  test("a record with too many or too few cells is rejected, and counted", async () => {
    const table = await tableOf("id,a,b\n1,x\n2,x,y,z\n3,x,y,,\n,,\n5,x,y");
    expect(table.rejected).toMatchObject([
      { code: "csv.columns", row: 2, values: { cells: 2, columns: 3 } },
      { code: "csv.columns", row: 3, values: { cells: 4, columns: 3 } },
    ]);
    expect(rowsOf(table).map(([row]) => row)).toEqual([4, 6]);
  });

  test("half of a record that was broken in two is no heading", async () => {
    const table = await tableOf("STT,Tên,Khẩu\n1,Y Bhăm,2\nNiê\n2,H'Bia,3\n");
    expect(table.columns).toEqual(["STT", "Tên", "Khẩu"]);
    expect(codes(table.rejected)).toEqual(["csv.columns"]);
  });

  test("an apostrophe that guards a formula is not part of the text", async () => {
    expect(rowsOf(await tableOf("a,b\n'=1+1,'s Gravenhage"))).toEqual([[2, "=1+1", "'s Gravenhage"]]);
  });

  test("a quote that is never closed, no rows, blanks only", async () => {
    expect(await read(bytesOf('a,b\n1,"x\n2,y'))).toMatchObject({ problem: { code: "csv.quote", row: 2 } });
    expect(await read(bytesOf("a,b\n"))).toMatchObject({ problem: { code: "sheet.nothing" } });
    expect(await read(bytesOf(" ,\n,\n"))).toMatchObject({ problem: { code: "file.empty" } });
  });

  test("what is no table is not recognised", () => {
    for (const text of [
      "",
      "một lá thư",
      "<?xml version='1.0'?><a b='1,2'/>",
      "PK\u0003\u0004,;",
      "%PDF-1.4,1,2",
    ]) {
      expect(csvSource.recognise(group(bytesOf(text)))).toBe(false);
    }
    expect(csvSource.recognise(group(Uint8Array.of(3, 125, 1, 44, 0, 0)))).toBe(false);
  });
});

describe("separators", () => {
  test("decimal commas do not take the place of the semicolon", async () => {
    const table = await tableOf("X;Y\n1460897,97;448891,15\n1397659,39;446543,87\n");
    expect(table.columns).toEqual(["X", "Y"]);
  });

  test("a title with commas above a table with semicolons", async () => {
    const table = await tableOf("Danh sách hộ, xã Cư Pui, năm 2025\nTT;Họ tên;Khẩu\n1;Y Bhăm;4\n2;H'Bia;5\n");
    expect(table.columns).toEqual(["TT", "Họ tên", "Khẩu"]);
    expect(rowsOf(table)).toHaveLength(2);
    expect(table.notes).toMatchObject([
      { code: "sheet.title", row: 1, values: { text: "Danh sách hộ, xã Cư Pui, năm 2025" } },
    ]);
  });
});

test("titles, names on two lines, headings, totals and signatures", async () => {
  const lines = [
    ...[
      "UBND XÃ CƯ PUI,,,,",
      "DANH SÁCH HỘ,,,,",
      ",,,,",
      "TT,Họ tên,Tọa độ,,Ghi chú",
      ",,X,Y,",
      "(1),(2),(3),(4),(5)",
    ],
    ...[
      "Thôn 1,,,,",
      '1,Y Bhăm,"450354,09","1402293,02",',
      "Thôn 2,,,,",
      "2,H'Bia,1,2,x",
      "Tổng cộng,2,,,",
      ",,,,",
    ],
    ...[",,,Người lập biểu,", ",,,Nguyễn Văn A,"],
  ];
  const table = await tableOf(`${lines.join("\r\n")}\r\n`);
  expect(table.columns).toEqual(["TT", "Họ tên", "Tọa độ / X", "Tọa độ / Y", "Ghi chú", "(nhóm)"]);
  expect(rowsOf(table)).toEqual([
    [8, "1", "Y Bhăm", "450354,09", "1402293,02", null, "Thôn 1"],
    [10, "2", "H'Bia", "1", "2", "x", "Thôn 2"],
  ]);
  expect(table.count + leftOut(table.notes)).toBe(lines.length - 2);
});

describe("encodings", () => {
  test("UTF-16 with its mark, either way round", async () => {
    const little = Buffer.from("\ufeffid\tThôn\n1\tĐắk", "utf16le");
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) {
      const table = await tableOf(bytes);
      expect(table.text).toBe("unicode");
      expect(rowsOf(table)).toEqual([[2, "1", "Đắk"]]);
    }
  });

  /** "Tổng cộng", "Họ tên" and "Thôn 1" as TCVN3 and as VNI. */
  test.each([
    ["TCVN3", "Hä tªn", "T\u00e6ng c\u00e9ng", "Th\u00abn 1"],
    ["VNI", "Hoï teân", "Toång coäng", "Thoân 1"],
  ])("%s stays bytes, and totals are known all the same", async (_, name, total, village) => {
    const text = `TT;${name};X\n${village};;\n1;Y Bh\u00a8m;1\n2;\u00dd;2\n${total};;3\n`;
    const table = await tableOf(Buffer.from(text, "latin1"));
    expect(table.text).toBe("bytes");
    expect(table.columns).toEqual(["TT", name, "X", "(nhom)"]);
    expect(rowsOf(table)).toEqual([
      [3, "1", "Y Bh\u00a8m", "1", village],
      [4, "2", "\u00dd", "2", village],
    ]);
    expect(codes(table.notes)).toEqual(["sheet.groups", "sheet.totals"]);
  });

  test("a byte that is no UTF-8 far down makes all of it bytes", async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `${i},Đắk`).join("\n");
    const bytes = Buffer.concat([Buffer.from(`\ufeffid,a\n${rows}\n`), Buffer.from("1,\u00ff\n", "latin1")]);
    const table = await tableOf(bytes);
    expect(table.text).toBe("bytes");
    expect(table.columns).toEqual(["id", "a"]);
    expect(Buffer.from(String(table.value(0, 1)), "latin1").toString("utf8")).toBe("Đắk");
  });
});

test("the same rows as the reader of our own files, wherever that one finds a table", async () => {
  const word = fc.constantFrom(
    "Y Bhăm",
    "450354,09",
    "12",
    '"a;b"',
    '"a ""b"""',
    "",
    "x y",
    "'=1",
    "Niê",
    "0012",
  );
  const name = fc.constantFrom("STT", "Chủ hộ", "X", "Y", "dân tộc", "b", "Ghi chú");
  const rows = fc.array(fc.array(word, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(name, { minLength: 4, maxLength: 5 }),
      rows,
      fc.constantFrom(";", "\t"),
      async (names, body, separator) => {
        // The first cell is a number: what begins with a word alone may be a heading.
        const lines = [names, ...body.map((row, i) => [String(i + 1), ...row])];
        const bytes = bytesOf(lines.map((line) => line.join(separator)).join("\n"));
        const plain = openTable(bytes, "a.csv");
        const found = await read(bytes);
        if (!plain.ok || !found.ok) throw new Error("both read every table");
        const table = found.value.tables[0]!;
        expect(table.columns).toEqual(plain.value.columns);
        expect(table.rejected).toEqual(plain.value.rejected);
        expect(rowsOf(table)).toEqual(
          plain.value.features.map(({ row, properties }) => [
            row,
            ...plain.value.columns.map((column) => properties[column] || null),
          ]),
        );
      },
    ),
    { seed: 7, numRuns: 500 },
  );
});

test("bytes of any kind are taken or refused, never thrown at", async () => {
  const piece = fc.constantFrom(
    ...[
      "a",
      ",",
      ";",
      "\t",
      '"',
      "\n",
      "\r",
      "\u00ff",
      "\u0000",
      "Tổng",
      "1",
      " ",
      "Xã",
      "(1)",
      "ngày tháng năm",
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      for (const encoding of ["utf8", "latin1", "utf16le"] as const) {
        const bytes = Buffer.from(pieces.join(""), encoding);
        csvSource.recognise(group(bytes));
        const found = await read(bytes);
        if (!found.ok) continue;
        const table = found.value.tables[0]!;
        expect(rowsOf(table)).toHaveLength(table.count);
      }
    }),
    { seed: 11, numRuns: 1000 },
  );
});
