import { describe, expect, test } from "vitest";
import { unitsOf } from "../../../src/core/admin/units.ts";
import {
  decoderOf,
  decodeText,
  encodeText,
  guessEncoding,
  guessNames,
} from "../../../src/core/encodings/index.ts";
import type { Encoding } from "../../../src/core/intake/meaning.ts";

const NAMES = ["Nguyễn Văn Tý", "Trần Thị Hà", "Lê Đức Thọ", "Phạm Thị Ngọc", "Hoàng Văn Dũng", "Bùi Thị Lệ"];
const inBytes = (texts: readonly string[], encoding: Encoding) =>
  texts.map((text) => {
    const bytes = encodeText(text, encoding);
    if (bytes === null) throw new Error(`${text} cannot be written in ${encoding}`);
    return bytes;
  });
const codes = (guesses: ReturnType<typeof guessEncoding>) => guesses.ranked[0]?.why.map(({ code }) => code);

describe("one encoding", () => {
  test.each(["tcvn3", "vni", "viscii", "windows-1258", "utf-8"] as const)("%s", (encoding) => {
    for (const from of ["bytes", "unicode"] as const) {
      const guesses = guessEncoding(inBytes(NAMES, encoding), from);
      expect([from, guesses.ranked[0]?.value, guesses.confidence]).toEqual([from, encoding, "high"]);
      expect(guesses.ranked).toHaveLength(3);
      const scores = guesses.ranked.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  });

  test("Unicode, composed or not, also where Ð stands for Đ", () => {
    for (const values of [
      NAMES,
      NAMES.map((name) => name.normalize("NFD")),
      ["Buôn Ðôn", "Ðắk Lắk", "Cư Pui"],
    ]) {
      const guesses = guessEncoding(values, "unicode");
      expect([guesses.ranked[0]?.value, guesses.confidence]).toEqual(["unicode", "high"]);
    }
  });

  test("ASCII and nothing at all: nothing to decide", () => {
    for (const values of [[], [""], ["Ea Kar", "24373", "1,5"], ["H'Bia Kbuor"]])
      for (const from of ["bytes", "unicode"] as const) {
        const guesses = guessEncoding(values, from);
        expect([guesses.ranked[0]?.value, guesses.confidence]).toEqual(["unicode", "high"]);
        expect(codes(guesses)).toEqual(["encoding.plain"]);
      }
  });

  test("degrees, areas and dashes are no letters of an old font", () => {
    const bytes = ["108\u00b002'16,8\"", "12\u00b040'", "120 m\u00b2", "3 \u0096 5"];
    const guesses = guessEncoding(bytes, "bytes");
    expect([guesses.ranked[0]?.value, guesses.confidence]).toEqual(["unicode", "high"]);
    expect(bytes.map((text) => decodeText(text, "unicode", "bytes")).at(-1)).toBe("3 – 5");
    expect(guessEncoding(["108°02'", "H’Bia", "M’Drak"], "unicode").ranked[0]?.value).toBe("unicode");
    const utf8 = guessEncoding(inBytes(["108°02'", "12°40'"], "utf-8"), "bytes");
    expect(utf8.ranked[0]?.value).toBe("utf-8");
  });

  test("usual short lists of Unicode are not asked", () => {
    for (const values of [
      ["Nghèo", "Cận nghèo", "Không nghèo", "Thoát nghèo", "Hộ nghèo phát sinh"],
      ["Hòa Phú", "Cư Pui", "Ea Bar", "Tân Lập", "Hòa Phong", "TT. Krông Kmar"],
      // Ea Drông and Ea Drơng are one word in two encodings, and two communes.
      unitsOf("2025-03").map(({ name }) => name),
      ["108 20 15,4 Đ", "108 21 15,4 Đ"],
      ["Có", "Không"],
      ["kiên cố", "bán kiên cố", "tạm"],
      ["Kinh", "Ê Đê", "Mnông", "Tày", "Nùng", "Thái", "H'Mông"],
      ["Rất cao", "Cao", "Trung bình", "Thấp"],
      ["Rừng đặc dụng", "Rừng phòng hộ", "Rừng sản xuất"],
    ])
      expect([values, guessEncoding(values, "unicode").confidence]).toEqual([values, "high"]);
  });

  test("one short word is too little", () => {
    expect(guessEncoding(["Vâ"], "unicode").confidence).toBe("low");
    expect(guessEncoding(["H\u00ed"], "bytes").confidence).toBe("low");
  });

  test("what no encoding makes words of is asked", () => {
    expect(guessEncoding(["Жук", "Ёлка", "Щука"], "unicode").confidence).toBe("low");
    expect(guessEncoding(["\u0081\u008d", "þþþ", "ÿÿ"], "bytes").confidence).toBe("low");
  });
});

describe("columns in two encodings", () => {
  const many = NAMES.flatMap((name) => Array.from({ length: 20 }, (_, n) => `${name} ${n}`));

  test("5 % in TCVN3 among Unicode, and the other way round, are told with their number", () => {
    const few = inBytes(["Đặng Văn Lâm", "Võ Thị Sáu", "Xã Cư Pui", "Huyện Krông Bông"], "tcvn3");
    const guesses = guessEncoding([...many, ...few], "unicode");
    expect([guesses.ranked[0]?.value, guesses.confidence]).toEqual(["unicode", "low"]);
    expect(guesses.ranked[0]?.why).toContainEqual({
      code: "encoding.mixed",
      values: { count: 4, of: 124, other: "TCVN3 (ABC)" },
    });
    const other = guessEncoding([...inBytes(many, "tcvn3"), "Đặng Văn Lâm", "Võ Thị Sáu"], "unicode");
    expect([other.ranked[0]?.value, other.confidence]).toEqual(["tcvn3", "low"]);
    expect(codes(other)).toContain("encoding.mixed");
  });

  test("two old encodings among bytes", () => {
    const guesses = guessEncoding(
      [...inBytes(many, "tcvn3"), ...inBytes(["Đặng Văn Lâm", "Trần Đức Bình"], "vni")],
      "bytes",
    );
    expect([guesses.ranked[0]?.value, guesses.confidence]).toEqual(["tcvn3", "low"]);
  });
});

describe("column names", () => {
  test("by themselves when they tell, else with the values of the file", () => {
    const alone = guessNames(inBytes(["Họ tên", "Địa chỉ", "Diện tích đất"], "tcvn3"), [], "bytes");
    expect([alone.ranked[0]?.value, alone.confidence]).toEqual(["tcvn3", "high"]);
    const short = guessNames(inBytes(["Xã"], "tcvn3"), [inBytes(NAMES, "tcvn3"), ["1", "2"]], "bytes");
    expect([short.ranked[0]?.value, short.confidence]).toEqual(["tcvn3", "high"]);
    expect(short.ranked[0]?.why.map(({ code }) => code)).toContain("encoding.as-values");
    expect(guessNames(["HOTEN", "MAXA"], [inBytes(NAMES, "vni")], "bytes").ranked[0]?.value).toBe("unicode");
  });
});

test("a column's decoder gives what each value alone gives", () => {
  const values = inBytes([...NAMES, "Ea Kar", "M’Drắk"], "tcvn3");
  const decode = decoderOf("tcvn3", "bytes");
  for (let turn = 0; turn < 2; turn++)
    expect(values.map(decode)).toEqual(values.map((value) => decodeText(value, "tcvn3", "bytes")));
});
