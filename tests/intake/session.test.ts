import { describe, expect, test } from "vitest";
import { latin, writeDbf, writeShp } from "../core/formats/write-shapefile.ts";
import {
  checkedResult,
  columnOf,
  csvRows,
  encodedFile,
  fieldsOf,
  good,
  newSession,
  openOne,
  textFile,
  told,
} from "./open-session.ts";

/** Control point: E 450354.09, N 1402293.02 of EPSG:9218 is 108.0447, 12.6797. */
const REGISTER = [
  "Mã hộ;Chủ hộ;Dân tộc;Số khẩu;Hộ nghèo;X bắc;Y đông",
  "H1;Nguyễn Văn Tý;Kinh;4;Hộ nghèo;1402293,02;450354,09",
  "H2;Y Bhăm Niê;Ê Đê;6;Hộ cận nghèo;1402393,02;450354,09",
  "H3;Trần Thị Hà;Kinh;3;Hộ không nghèo;1402293,02;450454,09",
  "H4;H'Nga Êban;Ê Đê;5;Hộ nghèo;1402193,02;450254,09",
  "H5;Lê Đức Thọ;Kinh;2;tạm vắng;1402093,02;450154,09",
].join("\r\n");
const register = () => encodedFile("DS_ho.csv", REGISTER, "tcvn3");

describe("a register in TCVN3, metres, X north", () => {
  test("is guessed: letters, fields, columns of the place; it is asked what cannot be known", async () => {
    const { view } = await openOne([register()]);
    expect(view.meaning.as).toBe("households");
    expect(view.columns.map(({ name }) => name)).toEqual(REGISTER.split("\r\n")[0]!.split(";"));
    expect(columnOf(view, "Chủ hộ").read[0]).toBe("Nguyễn Văn Tý");
    expect(fieldsOf(view)).toMatchObject({
      "Mã hộ": "id",
      "Chủ hộ": "head",
      "Dân tộc": "ethnicity",
      "Số khẩu": "members",
      "Hộ nghèo": "poverty",
    });
    const [east, north] = ["Y đông", "X bắc"].map((name) => columnOf(view, name).meaning.column);
    expect(view.meaning.place).toEqual({ kind: "columns", crs: "EPSG:9218", east, north });
    expect(view.questions).toContainEqual({ kind: "place" });
  });

  test("the result: ids, texts and positions, and the value without meaning told with its count", async () => {
    const one = await openOne([register()]);
    const { result, checked, text } = await checkedResult(one);
    expect(checked).toMatchObject({ read: 5, accepted: 5, unlocated: 0, rejected: [] });
    expect([...result.rows]).toEqual([2, 3, 4, 5, 6]);
    const rows = csvRows(text);
    expect(rows.map(({ id }) => id)).toEqual(["H1", "H2", "H3", "H4", "H5"]);
    expect(rows.map(({ head }) => head)).toContain("Y Bhăm Niê");
    expect(rows.map(({ poverty }) => poverty)).toEqual(["nghèo", "cận nghèo", "không nghèo", "nghèo", ""]);
    // As the file said it, beside what was made of it.
    expect(rows[4]).toMatchObject({ "Hộ nghèo": "tạm vắng", members: "2" });
    expect(Number(rows[0]!.lon)).toBeCloseTo(108.0447, 6);
    expect(Number(rows[0]!.lat)).toBeCloseTo(12.6797, 6);
    expect(Number(rows[1]!.lat)).toBeGreaterThan(Number(rows[0]!.lat));
    expect(Number(rows[2]!.lon)).toBeGreaterThan(Number(rows[0]!.lon));
    expect(told(result.notes)).toContainEqual(["meaning.value-unknown", "Hộ nghèo", 6, "tạm vắng", 1]);
    expect(text).toBe(text.normalize("NFC"));
  });
});

describe("a change of each kind", () => {
  test("what it is, and back", async () => {
    const { session, id } = await openOne([register()]);
    const centres = good(await session.change(id, { kind: "as", as: "centres" }));
    expect(centres.meaning.as).toBe("centres");
    expect(centres.questions).not.toContainEqual({ kind: "as" });
    expect(good(await session.check(id)).read).toBe(5);
    const back = good(await session.change(id, { kind: "as", as: "households" }));
    expect(fieldsOf(back)).toMatchObject({ "Mã hộ": "id" });
  });

  test("the place, and none", async () => {
    const one = await openOne([register()]);
    const { session, id, view } = one;
    const place = view.places.find(({ value }) => value.crs === "EPSG:3405" || value.crs === "EPSG:3406");
    const other = place?.value ?? { ...view.meaning.place!, crs: "EPSG:9217" as const };
    const changed = good(await session.change(id, { kind: "place", place: other }));
    expect([changed.meaning.place, changed.placeConfidence]).toEqual([other, "high"]);
    expect(changed.questions).not.toContainEqual({ kind: "place" });
    good(await session.change(id, { kind: "place", place: null }));
    const { checked, text } = await checkedResult(one);
    expect(checked).toMatchObject({ accepted: 5, unlocated: 5 });
    expect(csvRows(text)[0]).not.toHaveProperty("lon");
  });

  test("a column: a field moves, its values are guessed, letters are read otherwise", async () => {
    const one = await openOne([register()]);
    const { session, id, view } = one;
    const village = { ...columnOf(view, "Chủ hộ").meaning, field: "village" as const };
    const moved = good(await session.change(id, { kind: "column", column: village }));
    expect(fieldsOf(moved)).toMatchObject({ "Chủ hộ": "village" });
    // A field has one column: the ids go to another, the old one keeps its own name.
    const ids = { ...columnOf(moved, "Số khẩu").meaning, field: "id" as const };
    good(await session.change(id, { kind: "column", column: ids }));
    const { text } = await checkedResult(one);
    expect(csvRows(text)[1]).toMatchObject({ id: "6", "Mã hộ": "H2", village: "Y Bhăm Niê" });
    const raw = { ...village, encoding: "windows-1258" as const };
    const other = good(await session.change(id, { kind: "column", column: raw }));
    expect(other.columns[1]!.read[0]).not.toBe("Nguyễn Văn Tý");
  });

  test("the meaning of a value, a constant, the list of codes", async () => {
    const one = await openOne([register()]);
    const { session, id, view } = one;
    const { meaning } = columnOf(view, "Hộ nghèo");
    const { values } = meaning;
    if (values?.kind !== "words") throw new Error("words were expected");
    const means = values.means.map(([given, word]) => [given, given === "tạm vắng" ? "poor" : word] as const);
    good(
      await session.change(id, { kind: "column", column: { ...meaning, values: { kind: "words", means } } }),
    );
    good(await session.change(id, { kind: "constant", field: "village", value: "Buôn Mẫu" }));
    const listed = good(await session.change(id, { kind: "unit-list", unitList: "2025-03" }));
    expect(listed.meaning).toMatchObject({
      unitList: "2025-03",
      constants: [{ field: "village", value: "Buôn Mẫu" }],
    });
    const { result, text } = await checkedResult(one);
    expect(csvRows(text)[4]).toMatchObject({ poverty: "nghèo", village: "Buôn Mẫu" });
    expect(told(result.notes)).not.toContainEqual(expect.arrayContaining(["tạm vắng"]));
    const without = good(await session.change(id, { kind: "constant", field: "village", value: null }));
    expect(without.meaning.constants).toEqual([]);
  });

  test("the whole meaning at once, as it was printed", async () => {
    const first = await openOne([register()]);
    const second = await openOne([register()]);
    good(await second.session.change(second.id, { kind: "whole", meaning: first.view.meaning }));
    const [a, b] = [await checkedResult(first), await checkedResult(second)];
    expect(b.text).toBe(a.text);
    expect(b.result.meaning).toEqual(a.result.meaning);
  });
});

describe("other files", () => {
  test("a workbook with titles and two rows of names", async () => {
    const { utils, write } = await import("@e965/xlsx");
    const sheet = utils.aoa_to_sheet([
      ["UBND XÃ MẪU"],
      ["DANH SÁCH HỘ THUỘC DIỆN BỐ TRÍ"],
      [],
      ["Mã hộ", "Chủ hộ", "Dân tộc", "Số khẩu", "Tọa độ", null],
      [null, null, null, null, "Kinh độ", "Vĩ độ"],
      ["H1", "Nguyễn Văn Tý", "Kinh", 4, 108.0447, 12.6797],
      ["H2", "Y Bhăm Niê", "Ê Đê", 6, 108.0457, 12.6807],
      ["H3", "Trần Thị Hà", "Kinh", 3, null, null],
    ]);
    sheet["!merges"] = [
      ...[0, 1, 2, 3].map((c) => ({ s: { r: 3, c }, e: { r: 4, c } })),
      { s: { r: 3, c: 4 }, e: { r: 3, c: 5 } },
    ];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "Hộ");
    const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
    const one = await openOne([{ name: "ho.xlsx", bytes }]);
    expect(one.view.item).toMatchObject({ format: "xlsx", read: 3 });
    expect(one.view.meaning.place).toMatchObject({ kind: "columns", crs: "EPSG:4326" });
    const { checked, result, text } = await checkedResult(one);
    expect(checked).toMatchObject({ read: 3, accepted: 3, unlocated: 1 });
    expect([...result.rows]).toEqual([6, 7, 8]);
    expect(csvRows(text)[1]).toMatchObject({ id: "H2", head: "Y Bhăm Niê", lon: "108.0457", lat: "12.6807" });
  });

  test("GeoJSON of areas, with a feature that has no shape", async () => {
    const ring = [
      [108, 12.6],
      [108.1, 12.6],
      [108.1, 12.7],
      [108, 12.6],
    ];
    const feature = (code: string, geometry: unknown) => ({
      type: "Feature",
      properties: { code, name: `Xã ${code}` },
      geometry,
    });
    const one = await openOne([
      textFile(
        "xa.geojson",
        JSON.stringify({
          type: "FeatureCollection",
          features: [feature("24133", { type: "Polygon", coordinates: [ring] }), feature("24154", null)],
        }),
      ),
    ]);
    expect(one.view.meaning).toMatchObject({ as: "units", place: { kind: "geometry", crs: "EPSG:4326" } });
    const { checked, result, text } = await checkedResult(one);
    expect([checked.read, checked.accepted, result.rowIs]).toEqual([2, 1, "feature"]);
    expect(checked.rejected.map(({ row }) => row)).toEqual([2]);
    const [first] = JSON.parse(text).features;
    expect(first.properties).toMatchObject({ code: "24133", name: "Xã 24133" });
    expect(first.geometry.coordinates).toEqual([ring]);
  });

  test("a shapefile in metres with names in TCVN3", async () => {
    const square = (e: number, n: number) => [
      [
        [e, n],
        [e, n + 5000],
        [e + 5000, n + 5000],
        [e + 5000, n],
        [e, n],
      ] as const,
    ];
    const { shp, shx } = writeShp(5, [square(450_354.09, 1_402_293.02), square(455_354.09, 1_402_293.02)]);
    const cell = (text: string) => String.fromCharCode(...encodedFile("", text, "tcvn3").bytes);
    const dbf = writeDbf(
      [
        { name: "MAXA", type: "C", width: 5 },
        { name: "TENXA", type: "C", width: 40 },
      ],
      [
        ["24133", cell("Phường Buôn Ma Thuột")],
        ["24154", cell("Phường Thành Nhất")],
      ],
    );
    const prj = latin('PROJCS["VN-2000",GEOGCS["x"]]');
    const one = await openOne([
      { name: "xa.shp", bytes: shp },
      { name: "xa.shx", bytes: shx },
      { name: "xa.dbf", bytes: dbf },
      { name: "xa.prj", bytes: prj },
    ]);
    expect(one.view.item).toMatchObject({ format: "shapefile", shapes: "area", read: 2 });
    const place = { kind: "geometry", crs: "EPSG:9218", axes: "xy" } as const;
    good(await one.session.change(one.id, { kind: "place", place }));
    const { text } = await checkedResult(one);
    const [first] = JSON.parse(text).features;
    expect(first.properties).toMatchObject({ code: "24133", name: "Phường Buôn Ma Thuột" });
    const [lon, lat] = first.geometry.coordinates[0][0];
    expect([lon, lat]).toEqual([expect.closeTo(108.0447, 6), expect.closeTo(12.6797, 6)]);
  });

  test("names of columns that repeat, are empty or mean something to a program", async () => {
    const one = await openOne([
      textFile("ho.csv", "id,ghi chú,ghi chú,,__proto__,constructor,lon,lat\nH1,a,b,c,d,e,108.1,12.7\n"),
    ]);
    const { text } = await checkedResult(one);
    const [row] = csvRows(text);
    expect(Object.keys(row!)).toHaveLength(8);
    expect(Object.values(row!).toSorted()).toEqual(
      ["108.1", "12.7", "H1", "a", "b", "c", "d", "e"].toSorted(),
    );
    expect(text).toContain("__proto__");
    const [shown] = await one.session.rows(one.id, 0, 10);
    expect(Object.keys(shown!)).toContain("__proto__");
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("a file nobody knows is refused by name, the others stand", async () => {
    const session = newSession();
    const opened = await session.open([
      register(),
      textFile("ghi-chu.xyz", "\u0000\u0001không là gì"),
      textFile("rong.csv", ""),
    ]);
    expect(opened.items.map(({ file }) => file)).toEqual(["DS_ho.csv"]);
    expect(opened.refused.length + opened.unused.length).toBe(2);
  });
});

test("a table that was forgotten is gone, and nothing else", async () => {
  const session = newSession();
  const { items } = await session.open([register(), textFile("b.csv", "id,lon,lat\nH1,108.1,12.7\n")]);
  const [a, b] = items.map(({ id }) => id);
  await session.forget(a!);
  for (const answer of [
    await session.view(a!),
    await session.check(a!),
    await session.result(a!),
    await session.repair(a!, []),
    await session.rejectedFile(a!, []),
    await session.change(a!, { kind: "as", as: "centres" }),
  ]) {
    expect(answer).toEqual({ ok: false, problem: { code: "intake.gone" } });
  }
  expect(await session.rows(a!, 0, 10)).toEqual([]);
  expect(good(await session.check(b!)).accepted).toBe(1);
});
