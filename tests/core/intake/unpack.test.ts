import { type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { SourceFile } from "../../../src/core/intake/dataset.ts";
import { UNPACK_LIMITS, unpack } from "../../../src/core/intake/unpack.ts";
import { problemText } from "../../../src/text/problem-text.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const zip = (files: Zippable, name = "a.zip"): SourceFile => ({ name, bytes: zipSync(files) });
const LIMITS = { entries: 5, bytes: 100_000, ratio: 10, ratioFrom: 20_000 };

function opened(files: readonly SourceFile[], limits = UNPACK_LIMITS) {
  const { files: found, refused, unused } = unpack(files, limits);
  for (const problem of refused) {
    for (const language of ["vi", "en"] as const)
      expect(problemText(language, problem)).toContain(problem.file);
  }
  return {
    names: found.map(({ name }) => name),
    codes: refused.map(({ code }) => code),
    unused: [...unused],
    found,
  };
}

/** Finds a signature and changes what stands `at` bytes after it, in every place. */
function changed(file: SourceFile, signature: number, at: number, value: number): SourceFile {
  const bytes = file.bytes.slice();
  const view = new DataView(bytes.buffer);
  for (let i = 0; i + 46 <= bytes.length; i++)
    if (view.getUint32(i, true) === signature) bytes[i + at] = value;
  return { name: file.name, bytes };
}
const CENTRAL = 0x02014b50;

describe("opened", () => {
  test("by content, with folders, stored and packed, and other files as they are", () => {
    const archive = zip(
      { "lop/rung.shp": bytesOf("x".repeat(500)), "lop/rung.dbf": [bytesOf("y"), { level: 0 }] },
      "rung.shp",
    );
    const plain = { name: "a.csv", bytes: bytesOf("a,b") };
    const { names, codes, found } = opened([plain, archive]);
    expect([names, codes]).toEqual([["a.csv", "rung.shp/lop/rung.shp", "rung.shp/lop/rung.dbf"], []]);
    expect(found[0]).toBe(plain);
    expect(new TextDecoder().decode(found[1]!.bytes)).toBe("x".repeat(500));
  });

  test("spreadsheets and KMZ stay whole", () => {
    const book = zip({ "[Content_Types].xml": bytesOf("<x/>"), "xl/workbook.xml": bytesOf("<x/>") }, "a.dat");
    const kmz = zip({ "doc.kml": bytesOf("<kml/>") }, "a.KMZ");
    expect(opened([book, kmz]).names).toEqual(["a.dat", "a.KMZ"]);
  });

  test("an archive in an archive, and no deeper", () => {
    const inner = zipSync({ "c.csv": bytesOf("a") });
    const middle = zipSync({ "b.zip": inner, "b.csv": bytesOf("b") });
    const { names, codes } = opened([zip({ "a.zip": middle })]);
    expect([names, codes]).toEqual([["a.zip/a.zip/b.csv"], ["archive.nested"]]);
    expect(opened([{ name: "m.zip", bytes: middle }]).names).toEqual(["m.zip/b.zip/c.csv", "m.zip/b.csv"]);
  });

  test("names of bytes stay one sign per byte, UTF-8 is read", () => {
    const utf8 = zip({ "Ranh giới/xã.shp": bytesOf("x") });
    expect(opened([utf8]).names).toEqual(["a.zip/Ranh giới/xã.shp"]);
    const raw = zip({ "xa.shp": bytesOf("x") });
    const bytes = raw.bytes.slice();
    for (let i = 0; i + 1 < bytes.length; i++)
      if (bytes[i] === 0x78 && bytes[i + 1] === 0x61) bytes[i + 1] = 0xb7;
    expect(opened([{ name: "a.zip", bytes }]).names).toEqual(["a.zip/x\u00b7.shp"]);
  });

  test("what systems leave in archives is set aside", () => {
    const { names, unused } = opened([
      zip({ "a.csv": bytesOf("a"), "__MACOSX/._a.csv": bytesOf("b"), "x/.DS_Store": bytesOf("c") }),
    ]);
    expect([names, unused]).toEqual([["a.zip/a.csv"], ["a.zip/__MACOSX/._a.csv", "a.zip/x/.DS_Store"]]);
  });
});

describe("refused in words", () => {
  test("paths that lead elsewhere, and the same name twice", () => {
    const tricks = zip({
      "../a.csv": bytesOf("a"),
      "/etc/b.csv": bytesOf("b"),
      "C:/c.csv": bytesOf("c"),
      "x\\..\\d.csv": bytesOf("d"),
      "e.csv": bytesOf("e"),
      "E.csv": bytesOf("f"),
    });
    const { names, codes } = opened([tricks]);
    expect(names).toEqual(["a.zip/e.csv"]);
    expect(codes).toEqual([...Array(4).fill("archive.path"), "archive.twice"]);
  });

  test("a bomb: stopped while it grows, whatever it claims", () => {
    const bomb = zip({ "a.csv": new Uint8Array(3_000_000) });
    expect(opened([bomb], LIMITS)).toMatchObject({ names: [], codes: ["archive.ratio"] });
    for (let k = 0; k < 4; k++) {
      const lying = changed(bomb, CENTRAL, 24 + k, k === 0 ? 5 : 0);
      expect(opened([lying], LIMITS).codes).toEqual(["archive.ratio"]);
    }
    const large = zip({
      "a.csv": [new Uint8Array(60_000), { level: 0 }],
      "b.csv": [new Uint8Array(60_000), { level: 0 }],
    });
    expect(opened([large], LIMITS)).toMatchObject({ names: ["a.zip/a.csv"], codes: ["archive.too-large"] });
    // The limits are of everything that was chosen, not of each archive.
    const one = zip({ "a.csv": [new Uint8Array(60_000), { level: 0 }] });
    expect(opened([one, one], LIMITS).codes).toEqual(["archive.too-large"]);
  });

  test("too many entries", () => {
    const many = zip(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.csv`, bytesOf("a")])));
    expect(opened([many], LIMITS)).toMatchObject({ names: { length: 5 }, codes: ["archive.too-many"] });
  });

  test("a password, another way of packing, damage, the end missing", () => {
    const good = zip({ "a.csv": bytesOf("a,b,c\n".repeat(50)) });
    expect(opened([changed(good, CENTRAL, 8, 1)]).codes).toEqual(["archive.encrypted"]);
    expect(opened([changed(good, CENTRAL, 10, 14)]).codes).toEqual(["archive.method"]);
    expect(opened([changed(good, CENTRAL, 16, 7)]).codes).toEqual(["archive.damaged"]);
    expect(opened([{ name: "a.zip", bytes: good.bytes.subarray(0, good.bytes.length - 30) }]).codes).toEqual([
      "archive.cut",
    ]);
    expect(opened([zip({})]).codes).toEqual(["archive.empty"]);
  });

  test("other archives and geodatabases, each once", () => {
    const rar = { name: "a.rar", bytes: Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 1, 0) };
    const gdb = zip({ "ranh.gdb/a0001.gdbtable": bytesOf("x"), "ranh.gdb/a0002.gdbtable": bytesOf("y") });
    expect(opened([rar, gdb])).toMatchObject({
      names: [],
      codes: ["archive.other-kind", "archive.geodatabase"],
    });
  });
});
