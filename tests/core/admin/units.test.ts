import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conversionReport, convertUnit, convertUnitAt } from "../../../src/core/admin/convert-unit.ts";
import { listOfCodes } from "../../../src/core/admin/list-of-codes.ts";
import { nameKey, splitUnitName } from "../../../src/core/admin/unit-names.ts";
import { findDistrict, findUnit, fullUnitName, unitOf, unitsOf } from "../../../src/core/admin/units.ts";
import { DISTRICTS } from "../../../src/core/admin/units-data.ts";
import { foldText } from "../../../src/core/model/fold-text.ts";

const older = unitsOf("2025-03");
const newer = unitsOf("2025-07");

describe("the two lists", () => {
  test("have the numbers that the resolutions give", () => {
    expect(newer).toHaveLength(102);
    expect(newer.filter(({ kind }) => kind === "xã")).toHaveLength(88);
    expect(newer.filter(({ kind }) => kind === "phường")).toHaveLength(14);
    expect(older).toHaveLength(286);
    expect(older.filter(({ formerProvince }) => formerProvince === "Đắk Lắk")).toHaveLength(180);
    expect(older.filter(({ formerProvince }) => formerProvince === "Phú Yên")).toHaveLength(106);
    expect(DISTRICTS.filter(({ province }) => province === "Đắk Lắk")).toHaveLength(15);
    expect(DISTRICTS.filter(({ province }) => province === "Phú Yên")).toHaveLength(9);
    const km2 = newer.reduce((sum, { areaKm2 }) => sum + areaKm2!, 0);
    expect(km2).toBeCloseTo(18_096.37, 2);
  });

  test("every code of July 2025 was a code before, and every unit before went somewhere", () => {
    expect(new Set(older.map(({ code }) => code)).size).toBe(286);
    expect(new Set(newer.map(({ code }) => code)).size).toBe(102);
    for (const { code } of newer) expect(unitOf(code, "2025-03")).not.toBeNull();
    const gone = new Set(newer.flatMap(({ formerUnits }) => formerUnits.map(({ code }) => code)));
    expect(gone.size).toBe(286);
    for (const { formerUnits } of newer) {
      for (const former of formerUnits) {
        const unit = unitOf(former.code, "2025-03")!;
        expect([unit.name, unit.kind]).toEqual([former.name, former.kind]);
      }
    }
  });

  test("exactly the eight split units are in parts, each in two or more units", () => {
    const parts = newer.flatMap(({ formerUnits }) => formerUnits.filter(({ part }) => part));
    const codes = [...new Set(parts.map(({ code }) => code))].sort();
    expect(codes).toEqual("22024 22225 22228 22246 22252 22312 22315 24550".split(" "));
    for (const code of codes) expect(convertUnit(code, "2025-03", "2025-07").state).toBe("several");
  });

  test("texts are in form C and have no white space at their ends", () => {
    for (const { name, aliases } of [...older, ...newer]) {
      for (const text of [name, ...aliases]) expect(text).toBe(text.normalize("NFC").trim());
    }
  });
});

describe("names", () => {
  test("differ only where letters or tones differ", () => {
    expect(nameKey("Hoà Phú")).toBe(nameKey("HÒA  PHÚ"));
    expect(nameKey("M’Đrắk")).toBe(nameKey("m'đrắk".normalize("NFD")));
    expect(nameKey("Ea Drông")).not.toBe(nameKey("Ea Drơng"));
    expect(nameKey("Hòa Đông")).not.toBe(nameKey("Hòa Đồng"));
    expect(nameKey("Thuỷ")).toBe(nameKey("Thủy"));
  });

  test.each([
    ["Xã Hòa Phú", "xã", "Hòa Phú"],
    ["X. Hòa Phú", "xã", "Hòa Phú"],
    ["X.Hòa Phú", "xã", "Hòa Phú"],
    ["xa hoa phu", "xã", "hoa phu"],
    ["Phường 1", "phường", "Phường 1"],
    ["P. 1", "phường", "Phường 1"],
    ["TT. Ea Súp", "thị trấn", "Ea Súp"],
    ["Xuân Phú", null, "Xuân Phú"],
    ["Xã", null, "Xã"],
  ])("%s is taken apart", (written, kind, name) => {
    expect(splitUnitName(written)).toEqual({ kind, name });
  });

  test("a name that is there once joins, in any spelling that is the same name", () => {
    for (const written of ["Xã Ea H’Leo", "ea h'leo", "Ea H'Leo".normalize("NFD")])
      expect(findUnit(written, "2025-07")).toMatchObject({ state: "one", unit: { code: "24184" } });
    expect(findUnit("Phường Tuy Hoà", "2025-07")).toMatchObject({ state: "one", unit: { code: "22015" } });
    // Spellings of the resolution for units of the old list.
    for (const [written, code] of [
      ["Ea Drơng", "24292"],
      ["Ea D'Rơng", "24292"],
      ["Cuôr Đăng", "24301"],
      ["Chứ Kbô", "24310"],
      ["Ea Khăl", "24202"],
      ["M'Drắk", "24412"],
    ] as const)
      expect(findUnit(written, "2025-03"), written).toMatchObject({ state: "one", unit: { code } });
  });

  test("a name that is only like one is asked, never joined", () => {
    const like = findUnit("Ea Drong", "2025-03");
    expect(like).toMatchObject({ state: "ask", why: "spelling" });
    if (like.state === "ask")
      expect(like.candidates.map(({ code }) => code).sort()).toEqual(["24292", "24328"]);
    expect(findUnit("Hòa Đông", "2025-03")).toMatchObject({ state: "one", unit: { code: "24517" } });
    expect(findUnit("Hòa Đồng", "2025-03")).toMatchObject({ state: "one", unit: { code: "22276" } });
    expect(findUnit("Sài Gòn", "2025-03")).toEqual({ state: "none" });
    expect(findUnit("", "2025-03")).toEqual({ state: "none" });
  });

  test("a name of several districts needs its district", () => {
    expect(findUnit("Hòa Phú", "2025-03")).toMatchObject({ state: "ask", why: "several" });
    expect(findUnit("Hòa Phú", "2025-03", "TP Buôn Ma Thuột")).toMatchObject({ unit: { code: "24172" } });
    expect(findUnit("Hòa Phú", "2025-03", "H. Tây Hòa")).toMatchObject({ unit: { code: "22270" } });
    expect(findUnit("Hòa Phú", "2025-03", "Lắk")).toMatchObject({ state: "ask", why: "district" });
    expect(findUnit("Hòa Phú", "2025-07")).toMatchObject({ unit: { code: "24175" } });
    // The kind chooses between names that are several.
    expect(findUnit("Phường Tân Lập", "2025-03")).toMatchObject({ unit: { code: "24118" } });
  });

  test("every unit is found by its full name and district", () => {
    for (const list of ["2025-03", "2025-07"] as const) {
      for (const unit of unitsOf(list))
        expect(findUnit(fullUnitName(unit), list, unit.districts[0]!.name)).toEqual({ state: "one", unit });
    }
  });

  test("districts are found without marks, because all 24 differ", () => {
    const folded = DISTRICTS.map(({ name }) => foldText(name).replace(/[^a-z]/g, ""));
    expect(new Set(folded).size).toBe(24);
    expect(findDistrict("krong ana")?.code).toBe("655");
    expect(findDistrict("Huyện M’Drắk")?.code).toBe("652");
    expect(findDistrict("Thị xã Buôn Hồ")?.code).toBe("644");
    expect(findDistrict("Đà Lạt")).toBeNull();
  });

  test("any text at all is answered", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.option(fc.string()), (name, district) => {
        for (const list of ["2025-03", "2025-07"] as const)
          expect(["one", "ask", "none"]).toContain(findUnit(name, list, district).state);
      }),
    );
    expect(unitOf("__proto__", "2025-07")).toBeNull();
  });
});

describe("converting", () => {
  test("the error of a public mapping is not ours: Ea D'Rơng went to Cuôr Đăng", () => {
    expect(convertUnit("24292", "2025-03", "2025-07")).toMatchObject({
      state: "one",
      unit: { code: "24301" },
    });
    expect(convertUnit("24328", "2025-03", "2025-07")).toMatchObject({ unit: { code: "24328" } });
  });

  test("the same code and the same name are other units", () => {
    expect(convertUnit("24172", "2025-03", "2025-07")).toMatchObject({ unit: { code: "24175" } });
    expect(unitOf("24472", "2025-03")?.name).toBe("Ea Trul");
    expect(unitOf("24472", "2025-07")?.name).toBe("Hòa Sơn");
  });

  test("out and back: a one-to-one unit returns, every other returns among several", () => {
    let oneToOne = 0;
    for (const unit of older) {
      const out = convertUnit(unit.code, "2025-03", "2025-07");
      if (out.state === "none") throw new Error(unit.code);
      const units = out.state === "one" ? [out.unit] : out.units;
      for (const there of units) {
        const back = convertUnit(there.code, "2025-07", "2025-03");
        if (out.state === "one" && back.state === "one") {
          oneToOne++;
          expect(back.unit).toBe(unit);
        } else if (back.state === "several") {
          expect(back.why).toBe("merged");
          expect(back.units).toContain(unit);
        } else throw new Error(`${unit.code}: ${back.state}`);
      }
    }
    // The six untouched ones and Krông Na, now Buôn Đôn.
    expect(oneToOne).toBe(7);
    expect(convertUnit("99999", "2025-03", "2025-07")).toEqual({ state: "none" });
    expect(convertUnit("24184", "2025-07", "2025-07")).toMatchObject({ state: "one" });
  });

  test("a point chooses between the parts of a split unit and overrules nothing", () => {
    const at = (code: string, containing: string | null) =>
      convertUnitAt(code, "2025-03", "2025-07", containing);
    expect(at("24550", "24561")).toMatchObject({ state: "one", unit: { name: "Dray Bhăng" } });
    expect(at("24550", "24544")).toMatchObject({ state: "one", unit: { name: "Ea Ktur" } });
    expect(at("24550", "24133").state).toBe("several");
    expect(at("24550", null).state).toBe("several");
    expect(at("24292", "24328")).toMatchObject({ unit: { code: "24301" } });
  });

  test("a report accounts for every row", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.oneof(fc.constantFrom(...older.map(({ code }) => code)), fc.string()),
            fc.nat({ max: 9999 }),
          ),
        ),
        fc.boolean(),
        (codes, forward) => {
          const [from, to] = forward ? (["2025-03", "2025-07"] as const) : (["2025-07", "2025-03"] as const);
          const report = conversionReport(codes, from, to);
          expect(report.rows).toBe(codes.reduce((sum, [, rows]) => sum + rows, 0));
          expect(report.one + report.ambiguous + report.unknown).toBe(report.rows);
          expect(report.certain.length + report.several.length + report.none.length).toBe(codes.length);
        },
      ),
      { seed: 11 },
    );
    const report = conversionReport(
      [
        ["24550", 40],
        ["24292", 2],
        ["1", 3],
      ],
      "2025-03",
      "2025-07",
    );
    expect(report).toMatchObject({ rows: 45, one: 2, ambiguous: 40, unknown: 3 });
    expect(report.several[0]!.to.map(({ code }) => code).sort()).toEqual(["24544", "24561"]);
  });
});

describe("which list codes are of", () => {
  test("names decide, even one of them", () => {
    const codes = [["24472", 12]] as const;
    expect(listOfCodes(codes, [["24472", "Xã Ea Trul", 12]])).toMatchObject({
      confidence: "high",
      ranked: [{ list: "2025-03" }, {}],
    });
    expect(listOfCodes(codes, [["24472", "Hoà Sơn", 12]])).toMatchObject({
      confidence: "high",
      ranked: [{ list: "2025-07" }, {}],
    });
    expect(listOfCodes(codes).confidence).toBe("low");
  });

  test("a former code that was not used again can only be of the old list", () => {
    const codes = older.slice(0, 20).map(({ code }) => [code, 5] as const);
    expect(listOfCodes(codes)).toMatchObject({ confidence: "high", ranked: [{ list: "2025-03" }, {}] });
  });

  test("all 102 are of the new list; names that were kept decide nothing", () => {
    const codes = newer.map(({ code }) => [code, 5] as const);
    expect(listOfCodes(codes)).toMatchObject({ confidence: "high", ranked: [{ list: "2025-07" }, {}] });
    const same = [["24184", "Ea H'Leo", 3]] as const;
    expect(listOfCodes([["24184", 3]], same).confidence).toBe("low");
  });

  test("codes of neither list are never sure", () => {
    expect(listOfCodes([["1", 9]])).toMatchObject({ confidence: "low" });
    expect(listOfCodes([])).toMatchObject({ confidence: "low" });
  });

  test("a random register of one list is never taken for the other with confidence", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("2025-03" as const, "2025-07" as const),
        fc.uniqueArray(fc.nat({ max: 285 }), { minLength: 1, maxLength: 60 }),
        fc.boolean(),
        (list, at, withNames) => {
          const all = unitsOf(list);
          const chosen = [...new Set(at.map((k) => all[k % all.length]!))];
          const guess = listOfCodes(
            chosen.map(({ code }) => [code, 3] as const),
            withNames ? chosen.map((unit) => [unit.code, fullUnitName(unit), 3] as const) : [],
          );
          if (guess.confidence === "high") expect(guess.ranked[0]!.list).toBe(list);
        },
      ),
      { seed: 5, numRuns: 2000 },
    );
  });
});

/** Lists of others, kept outside the project for their terms; compared where they are at hand. */
const ADMIN = resolve(import.meta.dirname, "../../../../shared/real-data/admin");
describe.skipIf(!existsSync(ADMIN))("against published lists", () => {
  const lines = (name: string) =>
    readFileSync(resolve(ADMIN, name), "utf8").replace("\ufeff", "").trim().split(/\r?\n/).slice(1);

  test("codes, names, kinds and districts of 1 March 2025", () => {
    const rows = lines("gso_codes_2025-03-01.csv").map((line) => line.split(","));
    expect(rows).toHaveLength(286);
    for (const [, province, districtCode, district, code, name, kind] of rows) {
      const unit = unitOf(code!, "2025-03")!;
      expect(unit, code).not.toBeNull();
      expect(unit.kind).toBe(kind!.toLowerCase());
      expect(findUnit(name!, "2025-03", district!), name).toEqual({ state: "one", unit });
      expect(unit.districts[0]!.code).toBe(districtCode);
      expect(province).toBe(`Tỉnh ${unit.formerProvince}`);
    }
  });

  test("areas of July 2025, and the names each unit was made of", () => {
    for (const line of lines("commune_crosswalk_2025.csv")) {
      const [, code, name, area, before] = /^(\d{5}),([^,]*),([\d.]+),[^,]*,"?(.*?)"?$/.exec(line)!;
      const unit = unitOf(code!, "2025-07")!;
      expect(unit.areaKm2).toBe(Number(area));
      expect(findUnit(name!, "2025-07")).toEqual({ state: "one", unit });
      if (before === "giữ nguyên") continue;
      const written = before!
        .replace(/\([^()]*(\([^()]*\))?[^()]*\)/g, "")
        .split(",")
        .map((text) => text.trim());
      const formers = unit.formerUnits.map(({ code: former }) => unitOf(former, "2025-03")!);
      for (const text of written) {
        const key = nameKey(splitUnitName(text).name);
        const known = formers.some((former) =>
          [former.name, ...former.aliases].some((one) => nameKey(one) === key),
        );
        expect(known, `${code}: ${text}`).toBe(true);
      }
      expect(written).toHaveLength(formers.length);
    }
  });
});
