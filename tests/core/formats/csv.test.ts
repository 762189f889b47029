import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openTable, writeCsv } from "../../../src/core/formats/index.ts";
import { bytesOf, codes, tableOf } from "./read.ts";

const rowsOf = (text: string) =>
  tableOf(text).features.map(({ row, properties }) => ({ row, ...properties }));

describe("reading", () => {
  test.each([",", ";", "\t"])("separator %j", (separator) => {
    const text = [
      ["id", "chủ hộ"],
      ["1", "Y Bhăm"],
    ]
      .map((line) => line.join(separator))
      .join("\n");
    expect(rowsOf(text)).toEqual([{ row: 2, id: "1", "chủ hộ": "Y Bhăm" }]);
  });

  test("the separator is the one the header has most of", () => {
    expect(rowsOf("id;name, first;lon\n1;H'Bia, Niê;108,5")).toEqual([
      { row: 2, id: "1", "name, first": "H'Bia, Niê", lon: "108,5" },
    ]);
  });

  test("quoted cells hold separators, quotes and line breaks; rows are counted as a spreadsheet counts", () => {
    const text = 'id,note\r\n1,"a ""b"", c\r\nd"\r\n\r\n2,x\r\n';
    expect(rowsOf(text)).toEqual([
      { row: 2, id: "1", note: 'a "b", c\r\nd' },
      { row: 4, id: "2", note: "x" },
    ]);
  });

  test("byte order mark, and UTF-16 with one", () => {
    expect(rowsOf("\ufeffid,a\n1,2")).toEqual([{ row: 2, id: "1", a: "2" }]);
    const utf16 = Buffer.from("\ufeffid\ta\n1\tĐắk", "utf16le");
    const opened = openTable(utf16, "a.txt");
    expect(opened.ok && opened.value.features[0]?.properties).toEqual({ id: "1", a: "Đắk" });
  });

  test("decomposed text becomes form C, with a note", () => {
    const table = tableOf(`id,thôn\n1,${"Đắk Lắk".normalize("NFD")}`.normalize("NFD"));
    expect(table.columns).toEqual(["id", "thôn".normalize("NFC")]);
    expect(table.features[0]?.properties.thôn).toBe("Đắk Lắk".normalize("NFC"));
    expect(table.notes).toMatchObject([{ code: "file.text-normalised", values: { count: 2 } }]);
  });

  test("a row with too many or too few cells is rejected, empty cells at the end are not counted", () => {
    const table = tableOf("id,a,b\n1,x\n2,x,y,z\n3,x,y,,\n4,,\n,,\n5,x,y");
    expect(table.rejected).toMatchObject([
      { code: "csv.columns", row: 2, values: { cells: 2, columns: 3 } },
      { code: "csv.columns", row: 3, values: { cells: 4, columns: 3 } },
    ]);
    expect(table.features.map(({ row }) => row)).toEqual([4, 5, 7]);
    expect(table.read).toBe(5);
  });

  test.each([
    ["csv.no-header", "id,,c\n1,2,3", 1],
    ["csv.no-header", "id,id\n1,2", 1],
    ["csv.quote", 'id,a\n1,x\n2,"y\n3,z', 3],
  ])("%s", (code, text, row) => {
    expect(openTable(bytesOf(text), "h.csv")).toMatchObject({
      ok: false,
      problem: { code, row, file: "h.csv" },
    });
  });

  test("a column called __proto__ is a column", () => {
    const [feature] = tableOf("id,__proto__\n1,2").features;
    expect(Object.entries(feature!.properties)).toEqual([
      ["id", "1"],
      ["__proto__", "2"],
    ]);
  });
});

describe("writing", () => {
  const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

  test("quotes what must be quoted and marks the file as UTF-8", () => {
    const bytes = writeCsv(["a", "b"], [{ a: 'x "y"', b: "1,5" }, { a: null, b: 2.5 }, { b: true }]);
    expect(text(bytes)).toBe('\ufeffa,b\r\n"x ""y""","1,5"\r\n,2.5\r\n,true\r\n');
  });

  test("a spreadsheet computes nothing, numbers stay numbers", () => {
    const rows = [
      { a: '=HYPERLINK("x")' },
      { a: "+84 905" },
      { a: "@x" },
      { a: "-5" },
      { a: -5 },
      { a: "-1,5" },
    ];
    const written = text(writeCsv(["a"], rows, { bom: false }));
    expect(written.split("\r\n").slice(1, -1)).toEqual([
      '"\'=HYPERLINK(""x"")"',
      "'+84 905",
      "'@x",
      "-5",
      "-5",
      '"-1,5"',
    ]);
  });

  test("what is written is read back", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("", "=1+1", "'=x", "''-y", '"', "a\nb", " x ", "Ê Đê", "1,5", "\t", "-3"),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { maxLength: 8 }),
        fc.constantFrom(",", ";", "\t"),
        (rows, separator) => {
          const written = rows.map(([a, b]) => ({ id: "h", a: a.normalize(), b: b.normalize() }));
          const bytes = writeCsv(["id", "a", "b"], written, { separator });
          const opened = openTable(bytes, "a.csv");
          expect(opened.ok && codes(opened.value.rejected)).toEqual([]);
          expect(opened.ok && opened.value.features.map(({ properties }) => properties)).toEqual(written);
        },
      ),
    );
  });
});
