import { describe, expect, test } from "vitest";
import { codes, readAs } from "./read.ts";

const HEADER = "id,head,ethnicity,members,poverty,migrant,village,commune_code,lon,lat";
const read = (...lines: string[]) => readAs("households", [HEADER, ...lines].join("\n"), "h.csv");

test("every column, and the source kept as it was", () => {
  const { accepted, rejected, notes } = read("H1,H'Bia Niê,Ê Đê,5,nghèo,có,Buôn Mẫu,24001,108.1,12.6");
  expect(accepted).toEqual([
    {
      id: "H1",
      head: "H'Bia Niê",
      ethnicity: "Ê Đê",
      members: 5,
      poverty: "nghèo",
      migrant: true,
      village: "Buôn Mẫu",
      communeCode: "24001",
      lon: 108.1,
      lat: 12.6,
      properties: {
        id: "H1",
        head: "H'Bia Niê",
        ethnicity: "Ê Đê",
        members: "5",
        poverty: "nghèo",
        migrant: "có",
        village: "Buôn Mẫu",
        commune_code: "24001",
        lon: "108.1",
        lat: "12.6",
      },
    },
  ]);
  expect([...rejected, ...notes]).toEqual([]);
});

test("what is empty is not known, never no and never zero", () => {
  const { accepted, notes } = read("H1,,,,,,,,,");
  expect(accepted[0]).toMatchObject({
    head: null,
    ethnicity: null,
    members: null,
    poverty: null,
    migrant: null,
    lon: null,
    lat: null,
  });
  expect(notes).toEqual([]);
});

describe("rejected, with the row and the cure", () => {
  test.each([
    ["row.id-missing", ",,,,,,,,108.1,12.6", "id"],
    ["row.swapped", "H2,,,,,,,,12.6,108.1", "lon, lat"],
    ["row.projected", "H2,,,,,,,,449623.88,1400889.43", "lon, lat"],
    ["row.coordinates", "H2,,,,,,,,108.1,912", "lon, lat"],
  ])("%s", (code, line, field) => {
    const { read: count, accepted, rejected } = read("H1,,,,,,,,108.1,12.6", line);
    expect(rejected).toMatchObject([{ code, file: "h.csv", row: 3, field }]);
    expect([count, accepted.length]).toEqual([2, 1]);
  });

  test("an id that comes again names the first row", () => {
    expect(read("H1,,,,,,,,,", "H1,,,,,,,,,").rejected).toMatchObject([
      { code: "row.id-repeated", row: 3, values: { id: "H1", first: "2" } },
    ]);
  });

  test("a rejected row does not take its id away from a good one", () => {
    const { accepted } = read("H1,,,,,,,,12.6,108.1", "H1,,,,,,,,108.1,12.6");
    expect(accepted).toMatchObject([{ id: "H1", lon: 108.1 }]);
  });
});

describe("kept as not located, with a note", () => {
  test.each([
    ["row.coordinates-half", "H1,,,,,,,,108.1,", "lat"],
    ["row.coordinates-half", "H1,,,,,,,,,12.6", "lon"],
    ["row.coordinates-zero", "H1,,,,,,,,0,0", "lon, lat"],
    ["row.number", "H1,,,,,,,,abc,12.6", "lon"],
  ])("%s", (code, line, field) => {
    const { accepted, notes } = read(line);
    expect(accepted).toMatchObject([{ lon: null, lat: null }]);
    expect(notes).toMatchObject([{ code, row: 2, field }]);
  });

  test("a file without coordinates says so once", () => {
    const { accepted, notes } = readAs("households", "id,dan_toc\n1,Dao\n2,Kinh");
    expect(accepted.map(({ lon, lat }) => [lon, lat])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(codes(notes)).toEqual(["file.column-taken", "csv.no-coordinates"]);
  });
});

test("far from the province is a note, not a refusal", () => {
  const { accepted, notes } = read("H1,,,,,,,,105.8,21.0");
  expect(accepted).toMatchObject([{ lon: 105.8, lat: 21 }]);
  expect(codes(notes)).toEqual(["row.outside"]);
});

test.each([
  ["có", true],
  ["Yes", true],
  ["1", true],
  ["KHÔNG", false],
  ["false", false],
  ["0", false],
  ["", null],
  ["chưa rõ", null],
])("migrant %j is %j", (text, migrant) => {
  const { accepted, notes } = read(`H1,,,,,${text},,,,`);
  expect(accepted[0]?.migrant).toBe(migrant);
  expect(notes).toEqual([]);
});

test("values that cannot be read become not known, with a note", () => {
  const { accepted, notes } = read("H1,,Không rõ,4.5,,maybe,,,,", "H2,,,-1,,,,,,", "H3,,,0,,,,,,");
  expect(accepted).toMatchObject([
    { ethnicity: null, members: null, migrant: null },
    { members: null },
    { members: 0 },
  ]);
  expect(notes.map(({ code, row, field }) => [code, row, field])).toEqual([
    ["row.value", 2, "ethnicity"],
    ["row.members", 2, "members"],
    ["row.yes-no", 2, "migrant"],
    ["row.members", 3, "members"],
  ]);
});

test("Vietnamese column names and decimal commas; our own names win without a word", () => {
  const text = "Mã hộ;id;Dân tộc;Kinh độ;VI_DO\nx;H1;M'nông;108,25;12,5";
  const { accepted, notes } = readAs("households", text);
  expect(accepted).toMatchObject([{ id: "H1", ethnicity: "M'nông", lon: 108.25, lat: 12.5 }]);
  expect(notes).toMatchObject([
    { code: "file.column-taken", field: "Dân tộc", values: { as: "ethnicity" } },
    { code: "file.column-taken", field: "Kinh độ", values: { as: "lon" } },
    { code: "file.column-taken", field: "VI_DO", values: { as: "lat" } },
  ]);
});

test("X and Y in metres are refused with the systems they look like", () => {
  const { rejected } = readAs(
    "households",
    "id;X (m);Y (m)\n1;1460897,97;448891,15\n2;1.400.889,43;449.623,88",
  );
  expect(rejected).toMatchObject([
    { code: "row.projected", row: 2, values: { looksLike: expect.stringContaining("EPSG:9218") } },
    { code: "row.projected", row: 3, values: { lon: "1400889.43", lat: "449623.88" } },
  ]);
});

test("points of GeoJSON; the id may stand outside the properties; HTML is text", () => {
  const text = JSON.stringify({
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        id: 12,
        properties: { head: "<b onclick=x>A</b>" },
        geometry: { type: "Point", coordinates: [108.1, 12.6, 430] },
      },
      { type: "Feature", properties: { id: "b" }, geometry: null },
      { type: "Feature", properties: { id: "c" }, geometry: { type: "LineString", coordinates: [] } },
      { type: "Feature", properties: { id: "d" }, geometry: { type: "Point", coordinates: ["108", 12] } },
    ],
  });
  const { accepted, rejected } = readAs("households", text, "h.geojson");
  expect(accepted).toMatchObject([
    { id: "12", head: "<b onclick=x>A</b>", lon: 108.1, lat: 12.6 },
    { id: "b", lon: null },
  ]);
  expect(rejected).toMatchObject([
    {
      code: "feature.geometry-kind",
      row: 3,
      rowIs: "feature",
      values: { given: "LineString", wanted: "point" },
    },
    { code: "feature.position", row: 4, rowIs: "feature" },
  ]);
});
