import { describe, expect, test } from "vitest";
import { arealLayer, centreLayer, roadLayer } from "../../../src/core/formats/index.ts";
import { codes, collection, readAs, square } from "./read.ts";

const polygon = (...rings: unknown[]) => ({ type: "Polygon", coordinates: rings });
const AREA = polygon(square(108, 12.5));

describe("shapes", () => {
  const read = (geometry: object | null) =>
    readAs("units", collection([[{ code: "1", name: "A" }, geometry]]), "u.geojson");

  test.each([
    ["feature.no-geometry", null],
    ["feature.no-geometry", polygon()],
    ["feature.no-geometry", { type: "MultiPolygon", coordinates: [] }],
    ["feature.geometry-kind", { type: "Point", coordinates: [108, 12] }],
    [
      "feature.ring-short",
      polygon([
        [108, 12],
        [108.1, 12],
        [108, 12],
      ]),
    ],
    [
      "feature.ring-short",
      polygon([
        [108, 12],
        [108, 12],
        [108, 12],
        [108, 12],
      ]),
    ],
    [
      "feature.position",
      polygon([
        [108, 12],
        [108.1, null],
        [108.1, 12.1],
        [108, 12],
      ]),
    ],
    ["feature.position", polygon("x")],
    ["row.swapped", polygon(square(12.5, 108))],
    ["row.projected", polygon(square(449_623, 1_400_889, 100))],
    ["row.coordinates", polygon(square(108, 99))],
  ])("%s", (code, geometry) => {
    const { read: count, accepted, rejected } = read(geometry);
    expect(rejected).toMatchObject([{ code, file: "u.geojson", row: 1, rowIs: "feature" }]);
    expect([count, accepted.length]).toEqual([1, 0]);
  });

  test("an open ring is closed, with a note", () => {
    const { accepted, notes } = read(polygon(square(108, 12.5).slice(0, -1)));
    expect(accepted[0]?.geometry).toEqual({ type: "Polygon", coordinates: [square(108, 12.5)] });
    expect(codes(notes)).toEqual(["feature.ring-open"]);
  });

  test("repeated neighbours are left out and counted once for the file; heights are left out", () => {
    const ring = square(108, 12.5).flatMap(([lon, lat]) => [
      [lon, lat, 5],
      [lon, lat, 6],
    ]);
    const { accepted, notes } = read(polygon(ring));
    expect(accepted[0]?.geometry.coordinates).toEqual([square(108, 12.5)]);
    expect(notes).toMatchObject([{ code: "feature.repeated-vertices", values: { count: 5 } }]);
  });

  test("a shape that crosses itself is accepted, naming where", () => {
    const { accepted, notes } = read(
      polygon([
        [108, 12],
        [108.1, 12.1],
        [108.1, 12],
        [108, 12.1],
        [108, 12],
      ]),
    );
    expect(accepted).toHaveLength(1);
    expect(notes).toMatchObject([
      { code: "feature.self-crossing", row: 1, values: { lon: "108.05", lat: "12.05" } },
    ]);
  });

  test("a collection of areas is one area of several parts", () => {
    const collected = { type: "GeometryCollection", geometries: [AREA, polygon(square(108.5, 12.5))] };
    expect(read(collected).accepted[0]?.geometry.type).toBe("MultiPolygon");
  });

  test("far from the province is a note", () => {
    expect(codes(read(polygon(square(105, 21))).notes)).toEqual(["row.outside"]);
  });
});

describe("units", () => {
  const read = (...properties: object[]) =>
    readAs("units", collection(properties.map((item) => [item, AREA])));

  test("codes are text, names and former districts are kept", () => {
    const { accepted } = read({ ma_xa: 24001, ten_xa: "Xã Mẫu", huyen_cu: "Huyện Mẫu" });
    expect(accepted[0]?.attributes).toEqual({ code: "24001", name: "Xã Mẫu", district: "Huyện Mẫu" });
    expect(accepted[0]).toMatchObject({ listVersion: null, province: null });
  });

  test("the list of a code and the former province are kept; a province of today is not taken for it", () => {
    const { accepted } = read(
      { code: "24001", name: "A", list_version: "2025-07", tinh_cu: "Phú Yên" },
      { code: "24002", name: "B", "Kỳ danh mục": "2025-03", tinh: "Đắk Lắk" },
    );
    expect(accepted.map(({ listVersion, province }) => [listVersion, province])).toEqual([
      ["2025-07", "Phú Yên"],
      [null, null],
    ]);
  });

  test("no code, a code that comes again, no name", () => {
    const { accepted, rejected, notes } = read({ name: "A" }, { code: "1" }, { code: "1", name: "B" });
    expect(rejected).toMatchObject([
      { code: "feature.property-missing", row: 1, field: "code" },
      { code: "unit.code-repeated", row: 3, values: { code: "1", first: "2" } },
    ]);
    expect(accepted[0]?.attributes.name).toBe("1");
    expect(codes(notes)).toEqual(["unit.name-missing"]);
  });
});

describe("forests and hazards", () => {
  test.each([
    ["special-use", "special-use", 0],
    ["Rừng đặc dụng", "special-use", 1],
    ["phòng hộ", "protection", 1],
    ["SẢN XUẤT", "production", 1],
    ["vùng đệm", "buffer", 1],
  ])("forest kind %j", (kind, wanted, noted) => {
    const { accepted, notes } = readAs("forests", collection([[{ kind }, AREA]]));
    expect(accepted[0]?.attributes.kind).toBe(wanted);
    expect(notes).toHaveLength(noted);
  });

  test("a forest kind that is not known names the ones that are", () => {
    const { rejected } = readAs(
      "forests",
      collection([
        [{ kind: "1" }, AREA],
        [{ name: "x" }, AREA],
      ]),
    );
    expect(rejected).toMatchObject([
      {
        code: "forest.kind",
        row: 1,
        field: "kind",
        values: { given: "1", allowed: expect.stringContaining("special-use") },
      },
      { code: "feature.kind-missing", row: 2 },
    ]);
  });

  test("subzones", () => {
    const { accepted, notes } = readAs(
      "forests",
      collection([
        [{ kind: "special-use", phan_khu: "Phân khu bảo vệ nghiêm ngặt" }, AREA],
        [{ kind: "special-use", phan_khu: "?" }, AREA],
      ]),
    );
    expect(accepted.map(({ attributes }) => attributes.subzone)).toEqual(["strict", null]);
    expect(codes(notes)).toEqual(["file.column-taken", "forest.subzone"]);
  });

  test.each([
    ["landslide", 5, "landslide", 5],
    ["Sạt lở", "3", "landslide", 3],
    ["lũ quét", 1, "flash-flood", 1],
    ["Lũ ống", 2, "pipe-flood", 2],
  ])("hazard %j %j", (kind, level, wantedKind, wantedLevel) => {
    const { accepted } = readAs("hazards", collection([[{ kind, level }, AREA]]));
    expect(accepted[0]?.attributes).toEqual({ kind: wantedKind, level: wantedLevel });
  });

  test.each([0, 6, 2.5, "cao", null, true])("hazard level %j is refused", (level) => {
    const { rejected } = readAs("hazards", collection([[{ kind: "landslide", level }, AREA]]));
    expect(rejected).toMatchObject([{ code: "hazard.level", field: "level" }]);
  });

  test("of two columns that differ in capitals only the one named exactly so is read, with a note", () => {
    const both = { Level: 1, kind: "landslide", level: 5 };
    const { accepted, notes } = readAs("hazards", collection([[both, AREA]]));
    expect(accepted[0]!.attributes).toEqual({ kind: "landslide", level: 5 });
    expect(notes).toMatchObject([
      { code: "file.column-twice", field: "Level", values: { used: "level", as: "level" } },
    ]);
  });

  test("inundation is not a kind", () => {
    const { rejected } = readAs("hazards", collection([[{ kind: "ngập lụt", level: 3 }, AREA]]));
    expect(rejected).toMatchObject([{ code: "hazard.kind", values: { given: "ngập lụt" } }]);
  });

  test("'cấp' is not read as a level: it is another scale", () => {
    const { rejected } = readAs("hazards", collection([[{ kind: "landslide", cap: 3 }, AREA]]));
    expect(codes(rejected)).toEqual(["hazard.level"]);
  });
});

test("roads and centres become layers", () => {
  const roads = readAs(
    "roads",
    collection([
      [
        { name: "QL.26", highway: "trunk" },
        {
          type: "MultiLineString",
          coordinates: [
            [
              [108, 12.5],
              [108.1, 12.5],
            ],
          ],
        },
      ],
      [
        {},
        {
          type: "LineString",
          coordinates: [
            [108, 12.5],
            [108, 12.5],
          ],
        },
      ],
    ]),
  );
  expect(roads.accepted.map(({ attributes }) => attributes)).toEqual([{ name: "QL.26", roadClass: "main" }]);
  expect(codes(roads.rejected)).toEqual(["feature.line-short"]);
  expect(roadLayer(roads.accepted, { name: "r", date: null }).shapes.count).toBe(1);

  const centres = readAs("centres", "ma_xa,lon,lat\n24001,108.1,12.5\n24001,108.2,12.5\n24002,,\n,108,12");
  expect(codes(centres.rejected)).toEqual([
    "unit.code-repeated",
    "feature.no-geometry",
    "feature.property-missing",
  ]);
  const layer = centreLayer(centres.accepted, { name: "c", date: null });
  expect([...layer.lon, ...layer.lat, layer.attributes[0]?.code]).toEqual([108.1, 12.5, "24001"]);
});

test("an areal layer holds its shapes in order", () => {
  const { accepted } = readAs("hazards", collection([[{ kind: "landslide", level: 3 }, AREA]]));
  const layer = arealLayer(accepted, "zones", { name: "z", date: "2024-05-01" });
  expect(layer).toMatchObject({
    name: "z",
    date: "2024-05-01",
    coverage: "zones",
    attributes: [{ level: 3 }],
  });
  expect([...layer.shapes.xy]).toEqual(square(108, 12.5).flat());
});
