/** Every file of tests/broken/sources through every reader: no throw, bounded, and told in both languages. */
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { mif } from "../../../src/core/formats/mapinfo/mif.ts";
import { dbf } from "../../../src/core/formats/shapefile/dbf.ts";
import { shapefile } from "../../../src/core/formats/shapefile/shapefile.ts";
import { openFiles } from "../../../src/core/intake/open.ts";
import { SOURCE_READERS } from "../../../src/core/intake/readers.ts";
import { TOOLS } from "../formats/source-rows.ts";
import { FOLDERS, filesOf, opened, readBounded, speaks, told } from "./corpus.ts";

/** Files with nothing wrong in them but their look: read without a word, or with any. */
const MAY_BE_SILENT = new Set([
  "csv/formulas.csv",
  "csv/names.csv",
  "csv/no-numbers.csv",
  "csv/one-line.csv",
  "dbf/names.dbf",
  "geojson/beyond-numbers.geojson",
  "geojson/decimals-30.geojson",
  "geojson/names.geojson",
  "geojson/deep-collection.geojson",
  "geojson/wrong-shapes.geojson",
  "kml/names.kml",
  "mif/names.mif",
  "shapefile/archive-inside.shp/lop.csv",
  "shapefile/table-inside.shp",
  "sheets/claims-range.xlsx",
  "sheets/far-cell.xlsx",
  "sheets/names.xlsx",
]);

describe("every reader", () => {
  const cases = FOLDERS.flatMap((folder) =>
    opened(filesOf(folder)).groups.map((group) => [folder, group] as const),
  );
  test.each(cases.map(([folder, group]) => [`${folder}/${group.main.name}`, group] as const))(
    "%s",
    async (path, group) => {
      // Every reader is asked, and every one that takes it for its own has to be able to bear it.
      const readers = SOURCE_READERS.filter((reader) => reader.recognise(group));
      for (const [place, reader] of readers.entries()) {
        const read = await readBounded(reader, group);
        const isSilent = MAY_BE_SILENT.has(path) || path.startsWith("archive/");
        if (place === 0 && !isSilent) expect(told(read)).not.toEqual([]);
      }
    },
  );
});

describe("the way in", () => {
  test.each(FOLDERS)("no file of %s vanishes", async (folder) => {
    const files = filesOf(folder);
    const { tables, refused, unused } = await openFiles(files, TOOLS);
    speaks(refused);
    // Where GDAL is missing only the engine is named: those files are counted instead.
    const unnamed = refused.filter(({ file }) => file === undefined).length;
    expect(refused.filter(({ code }) => code === "intake.tool-missing").length).toBeGreaterThanOrEqual(
      unnamed,
    );
    const named = [
      ...tables.flatMap((table) => table.files),
      ...refused.map(({ file }) => file ?? ""),
      ...unused,
    ];
    const companions = opened(files).groups.flatMap((group) => group.companions.map(({ name }) => name));
    const lost = files.filter(
      ({ name }) =>
        ![...named, ...companions].some((other) => other === name || other.startsWith(`${name}/`)),
    );
    expect(lost).toHaveLength(unnamed);
  });
});

/** What the readers say: `code` or `code ×count`, in the order in which it is said; of archives also what came out. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  "archive/claims-2gb.zip": ["archive.damaged"],
  "archive/claims-entries.zip": ["archive.cut"],
  "archive/cut.zip": ["archive.cut"],
  "archive/empty.zip": ["archive.empty"],
  "archive/geodatabase.zip": ["archive.geodatabase"],
  "archive/method.zip": ["archive.method"],
  "archive/nested.zip": ["archive.nested"],
  "archive/other.rar": ["archive.other-kind"],
  "archive/password.zip": ["archive.encrypted"],
  "archive/paths.zip": ["archive.path ×3", "paths.zip/d.csv"],
  "archive/sum.zip": ["archive.damaged"],
  "archive/twice.zip": ["archive.twice", "twice.zip/a.csv"],
  "dbf/cells.dbf": ["dbf.overflow", "dbf.memo"],
  "dbf/claims-billions.dbf": ["dbf.row-cut", "dbf.cut"],
  "dbf/cut.dbf": ["dbf.row-cut ×2", "dbf.cut"],
  "dbf/dbase7.dbf": ["dbf.version"],
  "dbf/header-cut.dbf": ["dbf.header"],
  "dbf/names.dbf": [],
  "dbf/no-rows.dbf": ["shapefile.no-rows"],
  "dbf/page.dbf": ["not ours"],
  "dbf/rows-of-no-bytes.dbf": ["dbf.header"],
  "dbf/wider-than-rows.dbf": ["dbf.header"],
  "mif/columns-billions.mif": ["format.columns"],
  "mif/columns-cut.mif": ["mif.columns"],
  "mif/counts-billions.mif": ["mif.coordinates ×5"],
  "mif/cut.mif": ["mif.coordinates", "mif.no-object", "mif.counts"],
  "mif/names.mif": [],
  "mif/no-header.mif": ["mif.header"],
  "mif/no-mid.mif": ["mif.no-mid"],
  "mif/no-numbers.mif": ["mif.coordinates ×5"],
  "mif/quotes.mif": ["mif.row"],
  "mif/texts.mif": ["mif.object"],
  "shapefile/archive-inside.shp/lop.csv": ["not ours"],
  "shapefile/bad-magic.shp": ["shapefile.header"],
  "shapefile/claims-2gb.shp": [
    ...["shapefile.record", "dbf.row-cut", "dbf.cut", "shapefile.cut", "shapefile.counts"],
  ],
  "shapefile/cut.shp": ["shapefile.shape-cut ×2", "shapefile.cut"],
  "shapefile/deleted.shp": ["dbf.deleted"],
  "shapefile/encoding-lies.shp": ["shapefile.encoding"],
  "shapefile/header-cut.shp": ["shapefile.header"],
  "shapefile/header-only.shp": ["shapefile.no-rows"],
  "shapefile/index-of-another.shp": ["shapefile.index"],
  "shapefile/kind-unknown.shp": ["shapefile.kind"],
  "shapefile/length-negative.shp": ["shapefile.shape-cut ×3", "shapefile.counts"],
  "shapefile/multipatch.shp": ["shapefile.multipatch"],
  "shapefile/no-dbf.shp": ["shapefile.no-dbf"],
  "shapefile/no-numbers.shp": ["shapefile.number ×2"],
  "shapefile/rows-differ.shp": ["shapefile.no-shape ×2", "shapefile.counts"],
  "shapefile/table-broken.shp": ["shapefile.dbf", "dbf.header"],
  "shapefile/table-inside.shp": ["not ours"],
};

describe("what is said", () => {
  test.each(["shapefile", "dbf", "mif"])("of %s", async (folder) => {
    const said: Record<string, readonly string[]> = {};
    for (const group of opened(filesOf(folder)).groups) {
      const reader = [shapefile, mif, dbf].find((each) => each.recognise(group));
      said[`${folder}/${group.main.name}`] = reader
        ? counted(told(await readBounded(reader, group)).map(({ code }) => code))
        : ["not ours"];
    }
    expect(said).toEqual(
      Object.fromEntries(Object.entries(SAID).filter(([path]) => path.startsWith(`${folder}/`))),
    );
  });

  test("of archives", () => {
    const said: Record<string, readonly string[]> = {};
    for (const file of filesOf("archive")) {
      const { groups, refused } = opened([file]);
      speaks(refused);
      said[`archive/${file.name}`] = [
        ...counted(refused.map(({ code }) => code)),
        ...groups.map(({ main }) => main.name),
      ];
    }
    expect(said).toEqual(
      Object.fromEntries(Object.entries(SAID).filter(([path]) => path.startsWith("archive/"))),
    );
  });
});

describe("what grows without end", () => {
  const zeros = new Uint8Array(30_000_000);

  test("an archive of nothing is not unpacked", () => {
    const { groups, refused } = opened([{ name: "a.zip", bytes: zipSync({ "a.csv": zeros }, { level: 9 }) }]);
    expect([groups, refused.map(({ code }) => code)]).toEqual([[], ["archive.ratio"]]);
  });

  test("nor are spreadsheets and KMZ made of it", async () => {
    const kmz = zipSync({ "doc.kml": zeros });
    const book = zipSync({ "[Content_Types].xml": new Uint8Array(9), "xl/workbook.xml": zeros });
    for (const [name, bytes] of [
      ["a.kmz", kmz],
      ["a.xlsx", book],
    ] as const) {
      const { groups } = opened([{ name, bytes }]);
      const reader = SOURCE_READERS.find((each) => each.recognise(groups[0]!))!;
      expect((await readBounded(reader, groups[0]!)).ok).toBe(false);
    }
  });
});

function counted(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].map((code) => {
    const count = codes.filter((other) => other === code).length;
    return count === 1 ? code : `${code} ×${count}`;
  });
}
