import { describe, expect, test } from "vitest";
import type { ReadAs } from "../../../../src/core/formats/layers/layer-reader.ts";
import { assign } from "../../../../src/core/intake/columns/assign.ts";
import { sampleColumn } from "../../../../src/core/intake/columns/column-sample.ts";
import { DICTIONARIES, isRiskLevel } from "../../../../src/core/intake/columns/dictionary.ts";
import { guessAs, type ShapeKind } from "../../../../src/core/intake/columns/guess-as.ts";
import { guessConstants } from "../../../../src/core/intake/columns/guess-constants.ts";
import { guessColumns, guessFields } from "../../../../src/core/intake/columns/guess-fields.ts";
import { headerName } from "../../../../src/core/intake/columns/header-name.ts";
import type { Json } from "../../../../src/core/model/household.ts";
import { say } from "../../../../src/text/say.ts";
import { randomFrom } from "./registers.ts";

type Columns = Readonly<Record<string, readonly Json[]>>;
const samplesOf = (columns: Columns) =>
  Object.entries(columns).map(([name, values]) => sampleColumn(name, values.length, (i) => values[i]!));
const guess = (columns: Columns, as: ReadAs = "households") => guessColumns(samplesOf(columns), as);
const fields = (columns: Columns, as: ReadAs = "households") => guess(columns, as).map(({ field }) => field);
const codes = (guess: { readonly why: readonly { readonly code: string }[] }) =>
  guess.why.map(({ code }) => code);

const IDS = ["HK-101", "HK-102", "HK-103", "HK-104"];
const PEOPLE = ["Y Thŭ Byă", "Nguyễn Văn An", "H'Nuê Niê", "Giàng A Páo"];

describe("names of columns", () => {
  test.each([
    ["Họ và tên / chủ hộ", "head", PEOPLE],
    ["ho_ten_chu", "head", PEOPLE],
    ["HOTENCHUHO", "head", PEOPLE],
    ["Họ và tê", "head", PEOPLE],
    ["dantoc", "ethnicity", ["Kinh", "Ê Đê", "Tày", "Kinh"]],
    ["dtoc", "ethnicity", ["Kinh", "Ê Đê", "Tày", "Kinh"]],
    ["sonk", "members", ["4", "5", "3", "6"]],
    ["diennghe", "poverty", ["Nghèo", "Cận nghèo", "Nghèo", "Không nghèo"]],
    ["tenhuyen", "district_name", ["Huyện Lắk", "Huyện Lắk", "Huyện Lắk", "Huyện Lắk"]],
    ["tenxa", "commune_name", ["Xã Yang Tao", "Xã Yang Tao", "Xã Yang Tao", "Xã Yang Tao"]],
    ["maxa", "commune_code", ["24121", "24121", "24133", "24133"]],
  ] as const)("%s is %s", (name, field, values) => {
    const [found] = guess({ [name]: values });
    expect(found?.field).toBe(field);
  });

  test("a header of two levels is taken apart, numbering and units left out", () => {
    expect(headerName("2. Diện tích (ha) / Đất ở")).toMatchObject({
      words: ["dien", "tich", "dat", "o"],
      last: ["dat", "o"],
      unit: "ha",
    });
    expect(headerName("Số khẩu / Số khẩu").words).toEqual(["so", "khau"]);
    expect(headerName("HoTenChuHo").words).toEqual(["ho", "ten", "chu", "ho"]);
    expect(headerName("").words).toEqual([]);
    expect(headerName("__proto__").words).toEqual(["proto"]);
  });

  test("a hostile name costs nothing and means nothing", () => {
    const long = "ho ten ".repeat(20_000);
    expect(() => guess({ [long]: PEOPLE, constructor: IDS, "": IDS })).not.toThrow();
  });
});

describe("ids", () => {
  test("row numbers are taken only where there is nothing else, and asked", () => {
    const serial = ["1", "2", "3", "4"];
    const [withoutId] = guess({ STT: serial, "Họ và tên": PEOPLE });
    expect(withoutId).toMatchObject({ field: "id", confidence: "low" });
    expect(codes(withoutId!)).toContain("field.serial-name");
    const [stt, id] = guess({ STT: serial, "Mã hộ": IDS });
    expect([stt?.field, id?.field, id?.confidence]).toEqual([null, "id", "high"]);
  });

  test("a code column that counts from 1 or repeats is asked", () => {
    const [counted] = guess({ "Mã hộ": ["1", "2", "3", "4"] });
    expect(counted).toMatchObject({ field: "id", confidence: "low" });
    expect(codes(counted!)).toContain("field.serial");
    const [repeated] = guess({ "Mã hộ": ["A1", "A1", "A2", "A2"] });
    expect(repeated?.confidence).toBe("low");
    expect(codes(repeated!)).toContain("field.repeats");
  });
});

describe("one field to one column", () => {
  test("rivals are told on both sides, and asked", () => {
    const people = guess({ "Họ và tên chủ hộ": PEOPLE, "Họ tên chủ hộ": [...PEOPLE].reverse() });
    expect(people.map(({ field }) => field).filter((field) => field === "head")).toHaveLength(1);
    for (const one of people) expect(codes(one)).toContain("field.rival");
    expect(people.every(({ confidence }) => confidence === "low")).toBe(true);
  });

  test("a person beside the head, and the number of women, are not taken for it", () => {
    const columns = {
      "Mã hộ": IDS,
      "Họ tên vợ": PEOPLE,
      "Số khẩu nữ": ["1", "2", "1", "2"],
      "Dân tộc vợ": ["Kinh", "Tày", "Kinh", "Tày"],
      "Số khẩu": ["3", "4", "5", "4"],
      "Dân tộc": ["Kinh", "Kinh", "Tày", "Tày"],
    };
    expect(fields(columns)).toEqual(["id", null, null, null, "members", "ethnicity"]);
  });

  test("only codes of ethnic groups: they are the group, and asked", () => {
    const [found] = guess({ madt: ["01", "12", "12", "20"] });
    expect(found).toMatchObject({ field: "ethnicity", confidence: "low" });
    expect(codes(found!)).toContain("field.codes-only");
    expect(fields({ madt: ["01", "12", "12", "20"], tendt: ["Kinh", "Ê Đê", "Ê Đê", "Mnông"] })).toEqual([
      "ethnicity_code",
      "ethnicity",
    ]);
  });

  test("a code that no commune has is asked", () => {
    expect(guess({ maxa: ["24121", "24133"] })[0]?.confidence).toBe("high");
    expect(guess({ maxa: ["2278", "2319"] })[0]?.confidence ?? "low").toBe("low");
  });

  test("the assignment is the best one, also against trying everything", () => {
    const random = randomFrom(7);
    for (let run = 0; run < 60; run++) {
      const rows = 1 + Math.floor(random() * 4);
      const columns = 1 + Math.floor(random() * 5);
      const score = Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => (random() < 0.3 ? 0 : random())),
      );
      const chosen = assign(score);
      expect(new Set([...chosen].filter((c) => c >= 0)).size).toBe([...chosen].filter((c) => c >= 0).length);
      const sum = chosen.reduce((all, column, row) => all + (column < 0 ? 0 : score[row]![column]!), 0);
      expect(sum).toBeCloseTo(best(score, 0, new Set()), 9);
    }
  });
});

function best(score: readonly (readonly number[])[], row: number, used: ReadonlySet<number>): number {
  if (row === score.length) return 0;
  let most = best(score, row + 1, used);
  for (const [column, value] of score[row]!.entries()) {
    if (!used.has(column)) most = Math.max(most, value + best(score, row + 1, new Set([...used, column])));
  }
  return most;
}

describe("susceptibility", () => {
  test.each(["Cấp độ rủi ro thiên tai", "CAPDORRTT", "CAP_DO_RUI", "Cấp rủi ro", "cap_rr"])(
    "%s is never the level, and told",
    (name) => {
      const [found] = guess({ [name]: ["1", "2", "3", "2"] }, "hazards");
      expect(found?.field).toBeNull();
      expect(codes(found!)).toEqual(["field.risk-level"]);
    },
  );

  test("words like it are not", () => {
    for (const name of ["capnguyco", "capduong", "caprung", "capdo"]) expect(isRiskLevel(name)).toBe(false);
  });
});

test("a plain province is the former one only when no province of today is called so", () => {
  const code = ["24121", "22015"];
  expect(fields({ MAXA: code, TINH: ["Đắk Lắk", "Đắk Lắk"] }, "units")).toEqual(["code", null]);
  expect(fields({ MAXA: code, TINH: ["Đắk Lắk", "Phú Yên"] }, "units")).toEqual(["code", "province"]);
  expect(fields({ MAXA: code, "Tỉnh cũ": ["Đắk Lắk", "Đắk Lắk"] }, "units")).toEqual(["code", "province"]);
});

describe("what a table is", () => {
  const as = (columns: Columns, shapes: ShapeKind, file = "") =>
    guessAs(samplesOf(columns), shapes, "", file)[0]?.value;

  test("by columns and shapes", () => {
    expect(as({ "Mã hộ": IDS, "Họ và tên": PEOPLE, "Số khẩu": ["1", "2", "3", "4"] }, "none")).toBe(
      "households",
    );
    expect(
      as({ MAXA: ["24121", "24133"], XA: ["Xã A", "Xã B"], HUYEN: ["Huyện Lắk", "Huyện Lắk"] }, "area"),
    ).toBe("units");
    expect(as({ malr3: ["1", "2"], tk: ["401", "402"] }, "area")).toBe("forests");
    expect(as({ mucdo: ["Cao", "Thấp"], loaitt: ["Sạt lở", "Lũ quét"] }, "area")).toBe("hazards");
    expect(as({ loaiduong: ["Quốc lộ", "Đường huyện"] }, "line")).toBe("roads");
    expect(as({ MAXA: ["24121", "24133"], TEN: ["UBND xã A", "UBND xã B"] }, "point")).toBe("centres");
  });

  test("by name where columns do not tell", () => {
    expect(as({ a: ["1"] }, "area", "Nguy_co_sat_lo_DakLak.shp")).toBe("hazards");
    expect(as({ a: ["1"] }, "area", "RGXA_DakLak.shp")).toBe("units");
    expect(as({ a: ["1"] }, "line", "b.shp")).toBe("roads");
    expect(as({ a: ["1"] }, "area", "b.shp")).toBeUndefined();
  });

  test("shapes that cannot be are left out", () => {
    const ranked = guessAs(samplesOf({ malr3: ["1", "2"] }), "line", "", "rung.shp");
    expect(ranked.map(({ value }) => value)).not.toContain("forests");
  });
});

describe("what holds for all of a layer", () => {
  const constant = (
    as: ReadAs,
    file: string,
    columns: Parameters<typeof guessConstants>[1] = [],
    table = "",
  ) => guessConstants(as, columns, table, file)[0]?.constant.value;

  test("from the file, the layer or the column of levels", () => {
    expect(constant("hazards", "nguy_co_sat_lo.shp")).toBe("landslide");
    expect(constant("hazards", "vung.shp", [{ name: "nguycoluquet", field: "level" }])).toBe("flash-flood");
    expect(constant("forests", "Ranh gioi VQG Yok Don.shp")).toBe("special-use");
    expect(constant("forests", "vung_dem_VQG.shp")).toBe("buffer");
    expect(constant("hazards", "a.shp", [], "Lũ ống 2024")).toBe("pipe-flood");
  });

  test("two kinds, none, or a column of kinds: nothing is guessed", () => {
    expect(constant("hazards", "sat_lo_va_lu_quet.shp")).toBeUndefined();
    expect(constant("hazards", "vung.shp")).toBeUndefined();
    expect(constant("hazards", "sat_lo.shp", [{ name: "loai", field: "kind" }])).toBeUndefined();
    expect(constant("units", "sat_lo.shp")).toBeUndefined();
  });
});

test("guessFields gives the own field first, and nothing for a column that is none", () => {
  const samples = samplesOf({ "Mã hộ": IDS, "Ghi chú": ["a", "b", "a", "c"] });
  const found = guessFields(samples, "households");
  expect(found[0]?.[0]?.value).toBe("id");
  expect(found[1]).toEqual([]);
});

test("no name in the dictionary stands for two fields of one layer", () => {
  for (const [as, known] of Object.entries(DICTIONARIES)) {
    const owner = new Map<string, string>();
    for (const [field, names] of known) {
      for (const { joined, kind } of names.known) {
        if (kind === "weak") continue;
        expect([as, joined, owner.get(joined) ?? field]).toEqual([as, joined, field]);
        owner.set(joined, field);
      }
    }
  }
});

test("every reason is a sentence in both languages", () => {
  const guesses = guess({
    STT: ["1", "2"],
    "Mã hộ": ["1", "1"],
    dantoc: ["01", "x"],
    "Họ tên vợ": ["a", "b"],
    madt: ["", ""],
  });
  for (const { why, ranked } of guesses) {
    for (const { code, values } of [...why, ...ranked.flatMap((one) => one.why)]) {
      expect(say("vi", `intake.why.${code}`, values)).not.toBe("");
      expect(say("en", `intake.why.${code}`, values)).not.toBe("");
    }
  }
});
