import { describe, expect, test } from "vitest";
import type { SourceFile } from "../../../src/core/intake/dataset.ts";
import { groupFiles } from "../../../src/core/intake/group-files.ts";

const SHP = Uint8Array.of(0, 0, 0x27, 0x0a, 0, 0, 0, 0);
const ZIP = Uint8Array.of(0x50, 0x4b, 3, 4);
const file = (name: string, bytes = new Uint8Array(4)): SourceFile => ({ name, bytes });
const grouped = (...files: readonly (string | SourceFile)[]) => {
  const all = files.map((one) => (typeof one === "string" ? file(one) : one));
  const { groups, unused } = groupFiles(all);
  return {
    groups: groups.map(({ main, companions }) =>
      [main.name, ...companions.map(({ name }) => name)].join(" "),
    ),
    unused: [...unused],
  };
};

describe("files of one thing", () => {
  test("by name in the same folder, capitals or not", () => {
    expect(grouped("a/Rung.SHP", "a/rung.dbf", "a/RUNG.prj", "b/rung.cpg", "a/rung.shx")).toEqual({
      groups: ["a/Rung.SHP a/rung.dbf a/RUNG.prj a/rung.shx"],
      unused: ["b/rung.cpg"],
    });
  });

  test("a table without shapes stands alone, with shapes it belongs to them, with a MapInfo layer to that", () => {
    expect(grouped("a.dbf", "a.cpg").groups).toEqual(["a.dbf a.cpg"]);
    expect(grouped("a.tab", "a.dat", "a.map", "a.id", "a.ind", "a.shp", "a.dbf").groups).toEqual([
      "a.tab a.dat a.map a.id a.ind",
      "a.shp a.dbf",
    ]);
    expect(grouped("a.tab", "a.dbf").groups).toEqual(["a.tab a.dbf"]);
    expect(grouped("a.mif", "A.MID")).toEqual({ groups: ["a.mif A.MID"], unused: [] });
  });

  test("two layers may share what tells their system", () => {
    expect(grouped("a.shp", "a.prj", "a.tif").groups).toEqual(["a.shp a.prj", "a.tif a.prj"]);
  });

  test("rasters with what lies beside them; names with several dots", () => {
    expect(grouped("dem.2020.tif", "dem.2020.tfw", "dem.2020.tif.aux.xml", "dem.2020.tab").groups).toEqual([
      "dem.2020.tif dem.2020.tfw dem.2020.tif.aux.xml",
      "dem.2020.tab",
    ]);
  });

  test("a MapInfo file that places a picture belongs to the picture", () => {
    const places = file("a.tab", new TextEncoder().encode('!table\n  File "a.tif"\n  Type "RASTER"\n'));
    expect(grouped("a.tif", places).groups).toEqual(["a.tif a.tab"]);
  });

  test("what helps nobody is told", () => {
    expect(
      grouped(
        "a.csv",
        "a.sbn",
        "b.qix",
        "c.qgz",
        "x.shp.xml",
        "y.shx",
        "readme.txt",
        "Quyết định.pdf",
        "z.mid",
      ),
    ).toEqual({
      groups: ["a.csv"],
      unused: ["a.sbn", "b.qix", "c.qgz", "x.shp.xml", "y.shx", "readme.txt", "Quyết định.pdf", "z.mid"],
    });
  });

  test("alone, a paper is a file that nothing can be made of, not one that is passed over", () => {
    expect(grouped("a.pdf")).toEqual({ groups: ["a.pdf"], unused: [] });
    expect(grouped("readme.txt").groups).toEqual(["readme.txt"]);
  });

  test("content decides: an archive is no table, shapes are shapes under any name", () => {
    expect(grouped("a.shp", file("a.dbf", ZIP)).groups).toEqual(["a.shp", "a.dbf"]);
    expect(grouped(file("a.dat", SHP)).groups).toEqual(["a.dat"]);
    expect(grouped(file("a.shx", SHP)).groups).toEqual([]);
  });

  test("nothing vanishes: every file is somewhere", () => {
    const names = [
      "a.shp",
      "a.dbf",
      "a.DBF",
      "a.prj",
      "b",
      ".dbf",
      "a.tab",
      "c.tar.gz",
      "d.geojson",
      "a.shp",
    ];
    const { groups, unused } = grouped(...names);
    expect(new Set([...groups.flatMap((group) => group.split(" ")), ...unused])).toEqual(new Set(names));
  });
});
