import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { sheets } from "../../../src/core/formats/sheets/sheets.ts";
import { problemText } from "../../../src/text/problem-text.ts";
import { codes } from "./read.ts";
import { leftOut } from "./sheet-rows.ts";
import {
  type BookType,
  datasetOf,
  groupOf,
  readSheets,
  rowsOf,
  type SheetGiven,
  workbook,
} from "./workbooks.ts";

const LIST: SheetGiven = {
  rows: [
    ["ỦY BAN NHÂN DÂN XÃ CƯ PUI", null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    [],
    ["DANH SÁCH HỘ DÂN NĂM 2025"],
    ["TT", "Họ và\ntên", "Tọa độ", null, null, "Thôn", "Ghi chú"],
    [null, null, "X", "Y"],
    ["(1)", "(2)", "(3)", "(4)", null, "(5)", "(6)"],
    ["Xã Cư Pui"],
    [1, "Y Bhăm", "1.400.889,43", 450354.09, null, "Buôn Khanh", "=SUM(1)"],
    [2, "H'Bia", 1400889.43, 450354.09, null, null, { t: "e", v: 42 }],
    [],
    ["Xã Ea Trang"],
    [3, "Lò Văn A", 1400889.43, 450354.09, null, "Thôn 1", null],
    ["Tổng cộng", null, null, 3],
    [null, null, null, "Cư Pui, ngày 3 tháng 4 năm 2025"],
    ["Người lập biểu", null, null, "TM. UBND XÃ"],
  ],
  merges: ["A1:C1", "D1:G1", "A3:G3", "A4:A5", "B4:B5", "C4:D4", "F4:F5", "G4:G5", "A7:G7", "F8:F9"],
};

describe("a list as offices write it", () => {
  test.each<BookType>(["xlsx", "xlsb", "biff8"])("%s", async (type) => {
    const bytes = workbook({ "Hộ dân": LIST }, type);
    expect(sheets.recognise(groupOf(bytes))).toBe(true);
    const { format, tables } = await datasetOf(bytes);
    expect(format).toBe(type === "biff8" ? "xls" : "xlsx");
    expect(tables).toHaveLength(1);
    const table = tables[0]!;
    expect(table).toMatchObject({ name: "Hộ dân", text: "unicode", rowIs: "row", crs: null, rejected: [] });
    expect(table.columns).toEqual([
      ...["TT", "Họ và tên", "Tọa độ / X", "Tọa độ / Y", "Thôn", "Ghi chú", "(nhóm)"],
    ]);
    expect(rowsOf(table)).toEqual([
      [8, 1, "Y Bhăm", "1.400.889,43", 450354.09, "Buôn Khanh", "=SUM(1)", "Xã Cư Pui"],
      [9, 2, "H'Bia", 1400889.43, 450354.09, "Buôn Khanh", null, "Xã Cư Pui"],
      [12, 3, "Lò Văn A", 1400889.43, 450354.09, "Thôn 1", null, "Xã Ea Trang"],
    ]);
    expect(table.notes.map(({ code, values }) => [code, values?.rows])).toEqual([
      ["sheet.title", "1, 3"],
      ["sheet.header-rows", "4–5"],
      ["sheet.numbering", "6"],
      ["sheet.groups", "7, 11"],
      ["sheet.totals", "13"],
      ["sheet.footer", "14–15"],
      ["sheet.merged", "9"],
      ["sheet.errors", "9"],
    ]);
    expect(table.count + leftOut(table.notes)).toBe(LIST.rows.filter((row) => row.length > 0).length);
  });

  test("every note is said in both languages", async () => {
    const { tables } = await datasetOf(workbook({ a: LIST }));
    for (const note of tables[0]!.notes) {
      for (const language of ["vi", "en"] as const) {
        const text = problemText(language, note);
        expect(text).toContain("a.xlsx");
        expect(text).not.toContain("{");
      }
    }
    expect(problemText("vi", tables[0]!.notes[0]!)).toContain("XÃ CƯ PUI");
  });
});

describe("cells", () => {
  const header = ["a", "b", "c"];
  const first = async (cells: SheetGiven["rows"][number], type: BookType = "xlsx", date1904 = false) => {
    const { tables } = await datasetOf(workbook({ s: { rows: [header, cells] } }, type, date1904));
    return rowsOf(tables[0]!)[0]!.slice(1);
  };

  test.each<BookType>(["xlsx", "biff8"])("dates and times of %s become ISO texts", async (type) => {
    const date = { t: "n", v: 45977, z: "dd/mm/yyyy" } as const;
    const time = { t: "n", v: 45977.958333333336, z: "dd/mm/yyyy hh:mm" } as const;
    expect(await first([date, time, { t: "n", v: 0.5, z: "hh:mm" }], type)).toEqual([
      ...["2025-11-16", "2025-11-16T23:00:00", "12:00:00"],
    ]);
  });

  test("days may be counted from 1904", async () => {
    expect(await first([{ t: "n", v: 45977 - 1462, z: "dd/mm/yyyy" }, "x", "y"], "xlsx", true)).toEqual([
      ...["2025-11-16", "x", "y"],
    ]);
  });

  test.each<BookType>(["xlsx", "biff8"])(
    "what is a number, a text, yes or no stays that in %s",
    async (type) => {
      expect(await first([0.1, "0012", true], type)).toEqual([0.1, "0012", true]);
      const shown = { t: "n", v: 490, z: "00000" } as const;
      expect(
        await first([shown, { t: "n", v: 0.25, z: "0%" }, { t: "n", v: 1234.5, z: "#,##0.00" }], type),
      ).toEqual([...["00490", 0.25, 1234.5]]);
    },
  );

  test("a formula is its last value, and one that was never computed is told", async () => {
    expect(await first([{ t: "n", v: 5, f: "2+3" }, "x", "=2+3"])).toEqual([5, "x", "=2+3"]);
    const xml =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>';
    const row = '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2+1</f></c></row>';
    const dataset = await datasetOf(rawBook(xml + row));
    expect(rowsOf(dataset.tables[0]!)).toEqual([[2, 1, null]]);
    expect(dataset.notes).toMatchObject([{ code: "sheet.formula-empty", values: { count: 1 } }]);
  });
});

/** A workbook of one sheet with these rows as XML. */
function rawBook(rows: string, extra: Record<string, Uint8Array> = {}, dimension = "A1:B2"): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${packages}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet xmlns="${main}"><dimension ref="${dimension}"/><sheetData>${rows}</sheetData></worksheet>`,
    ),
    ...extra,
  });
}

const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe("several sheets", () => {
  test("those with rows are tables, empty ones and hidden ones are told", async () => {
    const rows = [
      ["a", "b"],
      [1, 2],
    ];
    const { tables, notes } = await datasetOf(
      workbook({ Một: { rows }, Trống: { rows: [] }, Tên: { rows: [["a", "b"]] }, Ẩn: { rows, hidden: 1 } }),
    );
    expect(tables.map(({ name }) => name)).toEqual(["Một", "Ẩn"]);
    expect(notes.map(({ code, values }) => [code, values?.table])).toEqual([
      ["sheet.empty", "Trống"],
      ["sheet.empty", "Tên"],
    ]);
    expect(codes(tables[1]!.notes)).toEqual(["sheet.hidden"]);
  });

  test("a workbook that names more sheets than anyone has is refused before they are read", async () => {
    const name = "xl/workbook.xml";
    const book = rawBook(`<row r="1">${text("A1", "a")}</row>`);
    const xml = strFromU8(unzipSync(book)[name]!).replace(/<sheet .*?\/>/, (sheet) => sheet.repeat(400));
    expect(await readSheets(zipSync({ ...unzipSync(book), [name]: strToU8(xml) }))).toMatchObject({
      problem: { code: "sheet.too-many", values: { count: 400 } },
    });
  });

  test("a workbook without rows is refused", async () => {
    expect(await readSheets(workbook({ a: { rows: [] } }))).toMatchObject({
      problem: { code: "sheet.nothing", file: "a.xlsx" },
    });
  });
});

describe("what web systems export as .xls", () => {
  const excel = "urn:schemas-microsoft-com:office";
  const html = `<html xmlns:x="${excel}:excel"><body><table><tr><td colspan=4>DANH SÁCH HỘ</td></tr><tr><th rowspan=2>TT</th><th rowspan=2>Họ tên</th><th colspan=2>Tọa độ</th></tr><tr><th>X</th><th>Y</th></tr><tr><td>01</td><td>Y Bhăm &amp; H'Bia</td><td>1.400.889,43</td><td>12/03/2025</td></tr></table></body></html>`;

  test("a table of HTML", async () => {
    const { format, tables } = await datasetOf(strToU8(html));
    expect(format).toBe("xls");
    expect(tables[0]!.columns).toEqual(["TT", "Họ tên", "Tọa độ / X", "Tọa độ / Y"]);
    expect(rowsOf(tables[0]!)).toEqual([[4, "01", "Y Bhăm & H'Bia", "1.400.889,43", "12/03/2025"]]);
  });

  test("HTML in an old encoding is a table of bytes", async () => {
    const bytes = Buffer.from(
      html.replace("DANH SÁCH HỘ", "Danh s\u00b8ch h\u00e9").replace(/Họ tên|Tọa độ|Bhăm/g, "\u00b8x"),
      "latin1",
    );
    const { tables } = await datasetOf(bytes);
    expect(tables[0]).toMatchObject({
      text: "bytes",
      columns: ["TT", "\u00b8x", "\u00b8x / X", "\u00b8x / Y"],
    });
  });

  test("a spreadsheet of XML", async () => {
    const cell = (type: string, value: string) => `<Cell><Data ss:Type="${type}">${value}</Data></Cell>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${excel}:spreadsheet" xmlns:ss="${excel}:spreadsheet"><Worksheet ss:Name="S"><Table><Row>${cell("String", "Họ tên")}${cell("String", "Khẩu")}</Row><Row>${cell("String", "Đắk")}${cell("Number", "1.5")}</Row></Table></Worksheet></Workbook>`;
    const { tables } = await datasetOf(strToU8(xml));
    expect(rowsOf(tables[0]!)).toEqual([[2, "Đắk", 1.5]]);
  });

  test("widths of columns that are claimed for millions of them cost nothing", async () => {
    const row = '<Row ss:Span="99999999"><Cell><Data ss:Type="String">a</Data></Cell></Row>';
    const xml = `<?xml version="1.0"?><Workbook xmlns="${excel}:spreadsheet" xmlns:ss="${excel}:spreadsheet"><Worksheet ss:Name="S"><Table><Column ss:Span="99999999"/>${row}${row}</Table></Worksheet></Workbook>`;
    const { tables } = await datasetOf(strToU8(xml));
    expect(tables[0]!.columns).toEqual(["a"]);
  });

  test("a page that is not for Excel is none, unless its name says so", () => {
    const page = strToU8("<html><body><table><tr><td>a</td></tr></table></body></html>");
    expect(sheets.recognise(groupOf(page, "a.html"))).toBe(false);
    expect(sheets.recognise(groupOf(page, "a.xls"))).toBe(true);
  });
});

describe("what is no workbook", () => {
  test.each([
    ["a shapefile in an archive", zipSync({ "a.shp": strToU8("x"), "xl/readme.txt": strToU8("y") })],
    [
      "a document",
      zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("x") }),
    ],
    ["a compound file of something else", compound("WordDocument")],
    ["text", strToU8("a,b\n1,2")],
    ["nothing", new Uint8Array(0)],
  ])("%s", (_, bytes) => {
    expect(sheets.recognise(groupOf(bytes))).toBe(false);
  });

  test("a workbook with a password says so", async () => {
    const bytes = compound("EncryptedPackage");
    expect(sheets.recognise(groupOf(bytes))).toBe(true);
    expect(await readSheets(bytes)).toMatchObject({ problem: { code: "sheet.locked" } });
  });
});

/** A compound file as far as its directory names one stream. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(stream, "utf16le"), 512);
  bytes[512 + 64] = stream.length * 2 + 2;
  bytes[512 + 66] = 2;
  return bytes;
}

describe("hostile workbooks", () => {
  test("three cells at the ends of a sheet cost three cells", async () => {
    const rows = `<row r="1">${text("A1", "a")}${text("XFD1", "b")}</row><row r="1048576"><c r="A1048576"><v>1</v></c></row>`;
    const { tables } = await datasetOf(rawBook(rows, {}, "A1:XFD1048576"));
    expect(tables[0]!.columns).toEqual(["a", "b"]);
    expect(rowsOf(tables[0]!)).toEqual([[1048576, 1, null]]);
  });

  test("cells merged over the whole sheet fill the rows there are", async () => {
    const cells = (r: number) => `<row r="${r}">${text(`A${r}`, `x${r}`)}<c r="B${r}"><v>${r}</v></c></row>`;
    const book = rawBook(
      `<row r="1">${text("A1", "a")}${text("B1", "b")}${text("C1", "c")}</row><row r="2">${text("A2", "x")}<c r="B2"><v>1</v></c>${text("C2", "y")}</row>${cells(3)}${cells(900000)}`,
    );
    const xml = `${'<mergeCell ref="C2:XFD1048576"/>'.repeat(2000)}`;
    const { tables } = await datasetOf(
      replaced(book, "</sheetData>", `</sheetData><mergeCells>${xml}</mergeCells>`),
    );
    expect(rowsOf(tables[0]!).map((row) => row[3])).toEqual(["y", "y", "y"]);
    expect(tables[0]!.notes).toMatchObject([{ code: "sheet.merged", values: { count: 2 } }]);
  });

  test("more columns with content than anyone can say a meaning of", async () => {
    const name = (n: number): string =>
      (n < 26 ? "" : name(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));
    const line = (r: number) =>
      Array.from({ length: 10_000 }, (_, c) => text(`${name(c)}${r}`, `n${c}`)).join("");
    const book = rawBook(`<row r="1">${line(1)}</row><row r="2">${line(2)}</row>`);
    expect(await readSheets(book)).toMatchObject({
      problem: { code: "sheet.too-wide", values: { table: "S" } },
    });
  });

  test("an archive that claims or holds too much is refused before it is unpacked", async () => {
    const huge = rawBook("", { "xl/sharedStrings.xml": new Uint8Array(260_000_000) });
    expect(huge.length).toBeLessThan(1_000_000);
    expect(await readSheets(huge)).toMatchObject({ problem: { code: "sheet.too-large" } });
  });

  test("a part that is larger than it claims, or is not what its sum says, is broken", async () => {
    const book = rawBook(`<row r="1">${text("A1", "a").repeat(5000)}</row>`);
    const end = Buffer.from(book).lastIndexOf("xl/worksheets/sheet1.xml") - 46;
    const smaller = book.slice();
    new DataView(smaller.buffer).setUint32(end + 24, 1000, true);
    expect(await readSheets(smaller)).toMatchObject({ problem: { code: "sheet.broken" } });
    const other = book.slice();
    new DataView(other.buffer).setUint32(end + 16, 1, true);
    expect(await readSheets(other)).toMatchObject({ problem: { code: "sheet.broken" } });
  });

  test("entities are not expanded, and names are only names", async () => {
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const rows = `<row r="1">${text("A1", "__proto__")}${text("B1", "constructor")}</row><row r="2">${text("A2", "&b;")}<c r="B2"><v>1</v></c></row>`;
    const found = await readSheets(replaced(rawBook(rows), "<worksheet", `${entity}<worksheet`));
    if (!found.ok) throw new Error(found.problem.code);
    expect(found.value.tables[0]!.columns).toEqual(["__proto__", "constructor"]);
    expect(String(found.value.tables[0]!.value(0, 0)).length).toBeLessThan(10);
  });
});

/** The same workbook with something else in its sheet. */
function replaced(book: Uint8Array, from: string, to: string): Uint8Array {
  const name = "xl/worksheets/sheet1.xml";
  return rawBook("", { [name]: strToU8(strFromU8(unzipSync(book)[name]!).replace(from, to)) });
}
