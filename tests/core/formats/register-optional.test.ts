/** Further columns of a register: read alike from a table of cells and from features, and never guessed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type OptionalColumn,
  openTable,
  type RegisterReading,
  readerFor,
} from "../../../src/core/formats/index.ts";
import { OPTIONAL_FIELDS, type OptionalField } from "../../../src/core/model/household.ts";

const encoder = new TextEncoder();

function readFile(text: string, file: string): RegisterReading {
  const table = openTable(encoder.encode(text), file);
  if (!table.ok) throw new Error(table.problem.code);
  return readerFor("households").read(table.value);
}

const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;
const csv = (names: readonly string[], rows: readonly (readonly string[])[]) =>
  readFile([names, ...rows].map((row) => row.map(cell).join(",")).join("\n"), "ho.csv");
const geojson = (names: readonly string[], rows: readonly (readonly string[])[]) =>
  readFile(
    JSON.stringify({
      type: "FeatureCollection",
      features: rows.map((row) => ({
        type: "Feature",
        geometry: null,
        properties: Object.fromEntries(names.map((name, k) => [name, row[k]])),
      })),
    }),
    "ho.geojson",
  );

/** The values of each column, household by household. */
function valuesOf(columns: readonly OptionalColumn[]): Record<string, (string | number | null)[]> {
  return Object.fromEntries(
    columns.map((column) => [
      column.field,
      column.kind === "text"
        ? Array.from(column.texts.index, (at) => (at < 0 ? null : column.texts.values[at]!))
        : Array.from(column.numbers, (number) => (Number.isNaN(number) ? null : number)),
    ]),
  );
}

describe("further columns of a register", () => {
  test("none of them there: none is given", () => {
    expect(csv(["id", "head"], [["1", "A"]]).optional).toEqual([]);
    expect(geojson(["id", "head"], [["1", "A"]]).optional).toEqual([]);
  });

  test("canonical names, and plain Vietnamese ones with and without marks, which are noted", () => {
    const names = ["id", "Nguồn tọa độ", "Mã dân tộc", "Đất ở m2", "tinh_trang_nha", "cause", "poverty_year"];
    const { optional, notes } = csv(names, [
      ["1", "GPS cầm tay", "12", "350,5", "nhà tạm", "sạt lở", "2023"],
    ]);
    expect(valuesOf(optional)).toEqual({
      coordinate_source: ["GPS cầm tay"],
      ethnicity_code: ["12"],
      poverty_year: [2023],
      residential_land_m2: [350.5],
      house_state: ["nhà tạm"],
      cause: ["sạt lở"],
    });
    expect(notes.filter(({ code }) => code === "file.column-taken").map(({ field }) => field)).toEqual([
      "Nguồn tọa độ",
      "Mã dân tộc",
      "Đất ở m2",
      "tinh_trang_nha",
    ]);
  });

  test("land without square metres in its name is left to the source's own columns", () => {
    expect(csv(["id", "dien_tich_dat_san_xuat"], [["1", "2"]]).optional).toEqual([]);
  });

  test("what is no number is not known, noted with its row, and kept word for word", () => {
    const names = ["id", "production_land_m2", "poverty_year", "coordinate_accuracy_m"];
    const rows = [
      ["1", "2 sào", "năm ngoái", "-3"],
      ["2", "", "", "không rõ"],
      ["3", "1.500", "2.021", "5"],
      ["4", "1.500,0", "2021", "0.125"],
    ];
    const { optional, notes, accepted } = csv(names, rows);
    expect(valuesOf(optional)).toEqual({
      coordinate_accuracy_m: [null, null, 5, 0.125],
      poverty_year: [null, null, null, 2021],
      production_land_m2: [null, null, null, 1500],
    });
    expect(notes.filter(({ row }) => row !== undefined)).toMatchObject([
      { code: "row.measure", row: 2, field: "coordinate_accuracy_m", values: { given: "-3" } },
      { code: "row.year", row: 2, field: "poverty_year", values: { given: "năm ngoái" } },
      { code: "row.measure", row: 2, field: "production_land_m2", values: { given: "2 sào" } },
      { code: "row.year", row: 4, values: { given: "2.021" } },
      { code: "row.measure-unclear", row: 4, values: { given: "1.500" } },
    ]);
    expect(accepted[0]!.properties).toMatchObject({ production_land_m2: "2 sào" });
  });

  test("households that are refused leave no gap", () => {
    const rows = [
      ["1", "a"],
      ["", "b"],
      ["1", "c"],
      ["2", "d"],
    ];
    for (const read of [csv, geojson]) {
      expect(valuesOf(read(["id", "cause"], rows).optional)).toEqual({ cause: ["a", "d"] });
    }
  });

  test("cells and features say the same", () => {
    const fields = Object.keys(OPTIONAL_FIELDS) as OptionalField[];
    const text = fc.constantFrom(
      "",
      " ",
      "?",
      "12",
      "1.500",
      "12,5",
      "1.234.567",
      "0,125",
      "-4",
      "2021",
      "+7",
      "1e3",
      "nhà tạm",
      "Ê Đê",
      "x\u0301y",
    );
    fc.assert(
      fc.property(
        fc.subarray(fields, { minLength: 1 }).chain((chosen) =>
          fc.record({
            chosen: fc.constant(chosen),
            rows: fc.array(fc.tuple(...chosen.map(() => text)), { minLength: 1, maxLength: 8 }),
          }),
        ),
        ({ chosen, rows }) => {
          const names = ["id", ...chosen];
          const given = rows.map((row, i) => [`H${i}`, ...row]);
          const [cells, features] = [csv(names, given), geojson(names, given)];
          expect(valuesOf(cells.optional)).toEqual(valuesOf(features.optional));
          const plain = ({ notes }: RegisterReading) =>
            notes
              .filter(({ row }) => row !== undefined)
              .map(({ code, field, values, row }) => [code, field, values, row]);
          // The first feature is 1, the first line after the header 2.
          const moved = plain(features).map(([code, field, values, row]) => [
            code,
            field,
            values,
            Number(row) + 1,
          ]);
          expect(plain(cells)).toEqual(moved);
        },
      ),
    );
  });
});
