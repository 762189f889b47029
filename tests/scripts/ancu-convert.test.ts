/** `ancu convert`: nothing is written before the place is certain; what is written lies where it should. */
import { existsSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { crsTransform } from "../../src/core/crs/transform.ts";
import { encodeText } from "../../src/core/encodings/index.ts";
import { ancu } from "./run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "an-cu-convert-"));
const VILLAGES = ["Buôn Đôn", "Krông Bông", "Thôn Hòa Phú", "Buôn Cư Pui", "Đắk Lắk", "Ea Drơng"];
const at = (i: number) => [108.05 + i * 0.01, 12.6 + i * 0.01] as const;

/** A list as an office sends it: TCVN3 bytes, metres of EPSG:9218 with decimal commas, X the northing. */
function list(name: string): string {
  const { forward } = crsTransform("EPSG:9218");
  const rows = VILLAGES.map((village, i) => {
    const [east, north] = forward(...at(i));
    const comma = (metres: number) => metres.toFixed(2).replace(".", ",");
    return `${i + 1};${encodeText(village, "tcvn3")};${comma(north)};${comma(east)}`;
  });
  const file = join(folder, name);
  writeFileSync(file, Buffer.from(`STT;TEN_BUON;X;Y\n${rows.join("\n")}\n`, "latin1"));
  return file;
}

test("while the coordinate system is not certain, the possible ones are told and nothing is written", async () => {
  const out = join(folder, "none.geojson");
  const { code, told } = await ancu("convert", list("a.csv"), "--out", out);
  expect(code).toBe(1);
  expect(told).toContain("EPSG:9218");
  expect(told).toContain("EPSG:5898");
  expect(told).toContain("--crs");
  expect(existsSync(out)).toBe(false);
});

test("with it, letters and positions are right, and the file's own columns stay", async () => {
  const out = join(folder, "b.geojson");
  const { code, out: json } = await ancu(
    "convert",
    list("b.csv"),
    "--out",
    out,
    "--crs",
    "EPSG:9218",
    "--json",
  );
  expect(code).toBe(0);
  expect(JSON.parse(json)).toMatchObject({
    read: 6,
    written: 6,
    rejected: [],
    place: { crs: "EPSG:9218", east: "Y", north: "X" },
  });
  const { features } = JSON.parse(readFileSync(out, "utf8"));
  expect(features.map((f: { properties: { TEN_BUON: string } }) => f.properties.TEN_BUON)).toEqual(VILLAGES);
  features.forEach(({ geometry }: { geometry: { coordinates: number[] } }, i: number) => {
    expect(geometry.coordinates[0]).toBeCloseTo(at(i)[0], 6);
    expect(geometry.coordinates[1]).toBeCloseTo(at(i)[1], 6);
  });
});

test("wrong use and systems that must not be used are refused before anything is written", async () => {
  const file = list("c.csv");
  const out = join(folder, "c.geojson");
  for (const [wanted, ...more] of [
    [2, "--out", join(folder, "c.xls")],
    [2],
    [2, "--out", out, "--encoding", "ebcdic"],
    [2, "--out", file],
    [1, "--out", out, "--crs", "EPSG:6956"],
    [1, "--out", out, "--mapping", join(folder, "missing.json")],
  ] as const) {
    const { code, told } = await ancu("convert", file, ...more.map(String));
    expect([more, code]).toEqual([more, wanted]);
    expect(told).not.toBe("");
  }
  expect(existsSync(out)).toBe(false);
});

test("a mapping that names a column the file lacks is refused; one that fits puts columns under our names", async () => {
  const file = list("d.csv");
  const report = JSON.parse((await ancu("inspect", file, "--json")).out) as {
    tables: { meaning: { columns: { column: string; field: string | null }[]; place: unknown } }[];
  };
  const { meaning } = report.tables[0]!;
  const place = { kind: "columns", crs: "EPSG:9218", east: "Y", north: "X" };
  const mapping = join(folder, "m.json");
  const columns = meaning.columns.map((one) =>
    one.column === "TEN_BUON" ? { ...one, field: "village" } : one,
  );
  writeFileSync(mapping, JSON.stringify({ ...meaning, columns, place }));
  const out = join(folder, "d.csv-out.csv");
  expect((await ancu("convert", file, "--out", out, "--mapping", mapping)).code).toBe(0);
  const [head, first] = readFileSync(out, "utf8").replace("\ufeff", "").split("\r\n");
  expect(head!.split(",")).toContain("village");
  expect(first).toContain("Buôn Đôn");
  writeFileSync(
    mapping,
    JSON.stringify({
      ...meaning,
      columns: [...columns, { ...columns[0]!, column: "TUOI", field: "members" }],
      place,
    }),
  );
  const { code, told } = await ancu("convert", file, "--out", join(folder, "e.csv"), "--mapping", mapping);
  expect(code).toBe(1);
  expect(told).toContain("TUOI");
  expect(existsSync(join(folder, "e.csv"))).toBe(false);
});

test("a file of 3 GB is refused before a byte of it is read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "convert-"));
  const file = join(folder, "lon.csv");
  writeFileSync(file, "id,lon,lat\n");
  // Without blocks on the disk: only its size is there.
  truncateSync(file, 3_000_000_000);
  const { code, told } = await ancu("convert", file, "--out", join(folder, "a.csv"));
  expect(code).toBe(1);
  expect(told).toContain("Tệp lon.csv quá lớn (hơn 1.000 MB)");
});
