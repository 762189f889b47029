import { describe, expect, test } from "vitest";
import { decodeSigns } from "../../../src/core/encodings/decode-signs.ts";
import { decoderOf, decodeText, encodeText, guessEncoding } from "../../../src/core/encodings/index.ts";
import { writeUtf8 } from "../../../src/core/encodings/utf8-signs.ts";
import { shown } from "./corpus.ts";

const NAMES = ["Nguyễn Văn Tý", "Trần Thị Hà", "Lê Đức Thọ", "Buôn Ea Drăng", "Đắk Lắk", "Y Ƀlŏ Mlô"];
/** UTF-8 as a program shows it that takes its bytes for text of Windows-1252 or 1258. */
function taken(text: string, as: "windows-1252" | "windows-1258"): string {
  const bytes = encodeText(text, "utf-8")!;
  return as === "windows-1252" ? shown(bytes) : decodeSigns(shown(bytes), "windows-1258", "unicode");
}
const read = (values: readonly string[], from: "unicode" | "bytes" = "unicode") => {
  const guesses = guessEncoding(values, from);
  const encoding = guesses.ranked[0]!.value;
  const decode = decoderOf(encoding, from);
  expect(values.map(decode)).toEqual(values.map((value) => decodeText(value, encoding, from)));
  return { guesses, encoding, texts: values.map(decode) };
};

describe("UTF-8 taken for Western text and saved so", () => {
  test("once and twice, form C and D", () => {
    const once = NAMES.map((name) => taken(name, "windows-1252"));
    expect(once[0]).toBe("Nguyá»…n VÄƒn TÃ½");
    const twice = once.map((text) => taken(text, "windows-1252"));
    const apart = NAMES.map((name) => shown(writeUtf8(name.normalize("NFD"))));
    for (const values of [once, twice, apart]) {
      const { encoding, guesses, texts } = read(values);
      expect([encoding, guesses.confidence]).toEqual(["utf-8", "high"]);
      expect(texts).toEqual(NAMES);
    }
  });

  test("taken for Windows-1258", () => {
    const names = NAMES.slice(0, 5);
    expect(read(names.map((name) => taken(name, "windows-1258")))).toMatchObject({
      encoding: "utf-8",
      texts: names,
    });
  });

  test("a few such values among good ones are told, and reading as UTF-8 leaves the good ones", () => {
    const values = [...NAMES, taken("Nguyễn Văn An", "windows-1252")];
    const { guesses } = read(values);
    expect(guesses.confidence).toBe("low");
    expect(guesses.ranked[0]!.why.map(({ code }) => code)).toContain("encoding.mixed");
    for (const encoding of ["utf-8", "by-value"] as const)
      expect(values.map((value) => decodeText(value, encoding, "unicode"))).toEqual([
        ...NAMES,
        "Nguyễn Văn An",
      ]);
  });

  test("letters that were replaced by question marks are asked", () => {
    expect(read(NAMES.map((name) => name.replace(/[^\0-\u00ff]/gu, "?"))).guesses.confidence).toBe("low");
  });
});

describe("letters written out", () => {
  test("entities of web pages are offered as letters, and asked", () => {
    const decimal = NAMES.map((name) => name.replace(/[^\0-\u007f]/gu, (sign) => `&#${sign.charCodeAt(0)};`));
    const hex = NAMES.map((name) =>
      name.replace(/[^\0-\u007f]/gu, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
    );
    for (const values of [decimal, hex]) {
      const { encoding, guesses, texts } = read(values);
      expect([encoding, guesses.confidence]).toEqual(["html", "low"]);
      expect(texts).toEqual(NAMES);
      expect(guesses.ranked[1]!.value).toBe("unicode");
    }
    expect(read(["T&ecirc;n h&ocirc;̣ & x&atilde;", "&#xd800;&#99999999;&foo;"]).texts).toEqual([
      "Tên hộ & xã",
      "&#xd800;&#99999999;&foo;",
    ]);
    expect(read(["R&D", "A & B", "a&lt;b"]).encoding).toBe("unicode");
  });

  test("VIQR is offered, its words only where they are syllables", () => {
    const { encoding, guesses, texts } = read([
      "Nguye^~n Va(n Ty'",
      "Tra^`n Thi. Ha`",
      "DDa(.ng Ddu+'c Tho.",
      "H'Bia Kbuor.",
      "Ea H'leo, xa~ M'Drak.",
      "Buo^n Ma Thuo^.t?",
    ]);
    expect([encoding, guesses.confidence]).toEqual(["viqr", "low"]);
    expect(texts).toEqual([
      "Nguyễn Văn Tý",
      "Trần Thị Hà",
      "Đặng Đức Thọ",
      "H'Bia Kbuor.",
      "Ea H'leo, xã M'Drak.",
      "Buôn Ma Thuột?",
    ]);
    expect(read(["a+b", "10^3", "x(1)", "O+", "H'Bia Nie?"]).encoding).toBe("unicode");
  });
});

describe("letters of Ê Đê, Mnông and Gia Rai", () => {
  const FRONT = ["Ƀ", "ƀ", "Č", "č", "Ñ", "ñ"].map((letter) => `${letter}iêng`);
  const INSIDE = ["ĕ", "ĭ", "ŏ", "ŭ", "ê\u0306", "ô\u0306", "ơ\u0306", "ư\u0306"].map(
    (letter) => `Kr${letter}ng`,
  );
  const CAPITAL = ["Ĕ", "Ĭ", "Ŏ", "Ŭ", "Ê\u0306", "Ư\u0306"].map((letter) => `${letter}ng`);
  const names = [...FRONT, ...INSIDE, ...CAPITAL].map((name) => `Buôn ${name}`.normalize("NFC"));

  test("no reading harms them in a table of Unicode, composed or not", () => {
    // Ñ and ñ are signs of the old fonts too: alone in a column of such a font they are its letters.
    for (const encoding of [
      "unicode",
      "utf-8",
      "tcvn3",
      "vni",
      "viscii",
      "windows-1258",
      "by-value",
      "html",
    ] as const)
      for (const form of ["NFC", "NFD"] as const)
        for (const name of names.filter((text) => encoding === "unicode" || !/[Ññ]/u.test(text)))
          expect([encoding, form, decodeText(name.normalize(form), encoding, "unicode")]).toEqual([
            encoding,
            form,
            name,
          ]);
  });

  test("a column of them is Unicode and sure", () => {
    for (const form of ["NFC", "NFD"] as const) {
      const { encoding, guesses, texts } = read(names.map((name) => name.normalize(form)));
      expect([encoding, guesses.confidence]).toEqual(["unicode", "high"]);
      expect(texts).toEqual(names);
    }
  });
});

test("what reads in two encodings is told with both readings", () => {
  const { guesses } = read(["Th¸i", "Nïng", "T\u00b5y", "Thái"]);
  expect(guesses.confidence).toBe("low");
  const why = guesses.ranked[0]!.why.find(
    ({ code }) => code === "encoding.doubtful" || code === "encoding.mixed",
  );
  expect(why).toBeDefined();
  expect(guesses.ranked[1]!.value).toBe("by-value");
});
