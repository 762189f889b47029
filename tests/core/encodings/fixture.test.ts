/** Communes of 2009 with their names in TCVN3, as offices keep them; outside the project, and then not run. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import {
  decoderOf,
  guessCapitals,
  guessEncoding,
  guessNames,
  withCapitals,
} from "../../../src/core/encodings/index.ts";

const REAL = resolve(import.meta.dirname, "../../../../shared/real-data");
const FILE = resolve(REAL, "derived-fixtures/RGXA_DakLak_VN2000_TCVN3");
const SOURCE = resolve(REAL, "admin/communes_2009_census.geojson");

/** Columns of a DBF by name, each sign one byte, without the spaces that fill a field. */
function dbfColumns(bytes: Buffer): ReadonlyMap<string, readonly string[]> {
  const [count, head, length] = [bytes.readUInt32LE(4), bytes.readUInt16LE(8), bytes.readUInt16LE(10)];
  const columns = new Map<string, readonly string[]>();
  for (let at = 32, start = 1; bytes[at] !== 0x0d; at += 32) {
    const width = bytes[at + 16]!;
    const from = start;
    const field = (row: number) => {
      const begin = head + row * length + from;
      return bytes.toString("latin1", begin, begin + width).replace(/ +$/u, "");
    };
    columns.set(
      bytes.toString("latin1", at, at + 11).replace(/\0.*$/su, ""),
      Array.from({ length: count }, (_, row) => field(row)),
    );
    start += width;
  }
  return columns;
}

interface Commune {
  readonly properties: Readonly<Record<string, string | number | null>>;
}

/** District and commune of every commune of the former province, in order. */
function sourceNames(): readonly string[] {
  const { features } = JSON.parse(readFileSync(SOURCE, "utf8")) as { features: readonly Commune[] };
  return features
    .filter(({ properties }) => properties.province_vn === "Đắk Lắk")
    .map(({ properties }) => `${properties.district_vn}, ${properties.commune_vn}`)
    .toSorted();
}

describe.runIf(existsSync(`${FILE}.dbf`) && existsSync(SOURCE))("communes of 2009 in TCVN3", () => {
  test("the DBF is TCVN3 as the first guess in every column, and says what its source says", () => {
    const columns = dbfColumns(readFileSync(`${FILE}.dbf`));
    const source = sourceNames();
    const decoded = new Map<string, readonly string[]>();
    for (const name of ["TINH", "HUYEN", "XA"]) {
      const values = columns.get(name)!;
      const { ranked, confidence } = guessEncoding(values, "bytes");
      expect([name, ranked[0]?.value, confidence]).toEqual([name, "tcvn3", "high"]);
      decoded.set(name, values.map(decoderOf("tcvn3", "bytes")));
    }
    expect(new Set(decoded.get("TINH"))).toEqual(new Set(["Đắk Lắk"]));
    const names = decoded.get("HUYEN")!.map((district, row) => `${district}, ${decoded.get("XA")![row]}`);
    expect(names).toHaveLength(184);
    // The font has no Á: "Xã KRông á" is what was typed, and what the guess of capitals is about.
    expect(names.filter((name) => !source.includes(name))).toEqual(["Huyện M'Đrắk, Xã KRông á"]);
    const { ranked } = guessCapitals(decoded.get("XA")!);
    expect(ranked[0]?.value).toBe("words");
    expect(names.map((name) => withCapitals(name, "words")).toSorted()).toEqual(source);
    for (const name of ["MAXA", "DT_HA", "DANSO2009"])
      expect(guessEncoding(columns.get(name)!, "bytes").ranked[0]?.value).toBe("unicode");
    expect(guessNames([...columns.keys()], [...columns.values()], "bytes").ranked[0]?.value).toBe("unicode");
  });

  test("the MID says the same, also when it was taken for Western text", () => {
    const bytes = readFileSync(`${FILE}.mid`);
    const columns = dbfColumns(readFileSync(`${FILE}.dbf`));
    for (const from of ["bytes", "unicode"] as const) {
      const text =
        from === "bytes" ? bytes.toString("latin1") : new TextDecoder("windows-1252").decode(bytes);
      const names = text
        .split(/\r?\n/u)
        .filter((line) => line !== "")
        .map((line) => line.split(",")[2]!.replaceAll('"', ""));
      const { ranked, confidence } = guessEncoding(names, from);
      expect([from, ranked[0]?.value, confidence]).toEqual([from, "tcvn3", "high"]);
      expect(names.map(decoderOf("tcvn3", from))).toEqual(
        columns.get("XA")!.map(decoderOf("tcvn3", "bytes")),
      );
    }
  });
});
