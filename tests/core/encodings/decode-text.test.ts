import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decoderOf,
  decodeText,
  encodeText,
  guessEncoding,
  undecoded,
  VIETNAMESE_LETTERS,
} from "../../../src/core/encodings/index.ts";
import { ENCODINGS, type Encoding } from "../../../src/core/intake/meaning.ts";
import { syllable } from "./syllable.ts";

const OLD = ["tcvn3", "vni", "viscii", "windows-1258"] as const;
const bytesOf = (text: string, encoding: Encoding) => {
  const bytes = encodeText(text, encoding);
  if (bytes === null) throw new Error(`${text} cannot be written in ${encoding}`);
  return bytes;
};
/** As programs show bytes of an unknown font: as Windows-1252. */
const shown = (bytes: string) =>
  new TextDecoder("windows-1252").decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));

describe.each(OLD)("%s", (encoding) => {
  test("134 letters there and back, from bytes and as they are shown", () => {
    expect(VIETNAMESE_LETTERS).toHaveLength(134);
    for (const letter of VIETNAMESE_LETTERS) {
      const bytes = bytesOf(letter, encoding);
      expect([...bytes].every((byte) => byte <= "\u00ff")).toBe(true);
      expect([letter, decodeText(bytes, encoding, "bytes")]).toEqual([letter, letter]);
      if (encoding === "viscii" || encoding === "tcvn3") continue;
      expect([letter, decodeText(shown(bytes), encoding, "unicode")]).toEqual([letter, letter]);
    }
  });

  test("no two letters are written alike", () => {
    expect(new Set(VIETNAMESE_LETTERS.map((letter) => bytesOf(letter, encoding))).size).toBe(134);
  });

  test("text of syllables, composed or not, comes back in form C", () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 8 }), fc.boolean(), (words, apart) => {
        const text = words.join(" ");
        const given = apart ? text.normalize("NFD") : text;
        expect(decodeText(bytesOf(given, encoding), encoding, "bytes")).toBe(text.normalize("NFC"));
        expect(undecoded(bytesOf(given, encoding), encoding, "bytes")).toBe(0);
      }),
      { seed: 5, numRuns: 600 },
    );
  });

  test("the same when it is shown as Western text", () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 8 }), (words) => {
        const text = words.join(" ");
        expect(decodeText(shown(bytesOf(text, encoding)), encoding, "unicode")).toBe(text);
      }),
      { seed: 6, numRuns: 600 },
    );
  });
});

const ICONV = { tcvn3: "TCVN5712-1", viscii: "VISCII", "windows-1258": "CP1258" } as const;
const iconv = (() => {
  try {
    return execFileSync("iconv", ["-l"], { encoding: "utf8" });
  } catch {
    return "";
  }
})();

describe.each(Object.entries(ICONV))("%s beside iconv", (encoding, name) => {
  test.runIf(iconv.includes(name))("every letter is read alike", () => {
    const lines = VIETNAMESE_LETTERS.map((letter) => bytesOf(letter, encoding as Encoding)).join("\n");
    const read = execFileSync("iconv", ["-f", name, "-t", "UTF-8"], { input: Buffer.from(lines, "latin1") });
    expect(read.toString("utf8").normalize("NFC").split("\n")).toEqual(VIETNAMESE_LETTERS);
  });
});

describe("samples of the domain", () => {
  test.each([
    ["tcvn3", "§¾k L¾k, Kr«ng B«ng, C\u00ad Pui"],
    ["vni", "Ñaék Laék, Kroâng Boâng, Cö Pui"],
    ["viscii", "Ð¡k L¡k, Krông Bông, Cß Pui"],
    ["windows-1258", "Ðãìk Lãìk, Krông Bông, Cý Pui"],
    ["utf-8", "Ä\u0090áº¯k Láº¯k, KrÃ´ng BÃ´ng, CÆ° Pui"],
    ["unicode", "Ðắk Lắk, Krông Bông, Cư Pui"],
    ["unicode", "Đắk Lắk, Krông Bông, Cư Pui".normalize("NFD")],
  ] as const)("%s", (encoding, text) => {
    expect(decodeText(text, encoding, "unicode")).toBe("Đắk Lắk, Krông Bông, Cư Pui");
  });
});

describe("what is something else than its column stays whole", () => {
  test("Unicode rows in a column of TCVN3, also those of Latin-1 letters alone", () => {
    for (const text of ["Đắk Lắk", "Krông Bông là xã", "Hòa Sơn", "Trần Văn Tý"])
      expect(decodeText(text, "tcvn3", "unicode")).toBe(text);
    expect(decodeText("TrÇn V¨n Tý", "tcvn3", "unicode")).toBe("Trần Văn Tý");
  });

  test("UTF-8 rows among bytes", () => {
    expect(decodeText(bytesOf("Nguyễn Văn Đủ", "utf-8"), "tcvn3", "bytes")).toBe("Nguyễn Văn Đủ");
    expect(decodeText(bytesOf("Nguyễn Văn Đủ", "tcvn3"), "tcvn3", "bytes")).toBe("Nguyễn Văn Đủ");
  });

  test("a letter cut off at the end of a field stays and is counted", () => {
    const cut = bytesOf("Buôn Trấp, Lắ", "utf-8").slice(0, -1);
    expect(decodeText(cut, "utf-8", "bytes")).toMatch(/^Buôn Trấp, L/u);
    expect(undecoded(cut, "utf-8", "bytes")).toBeGreaterThan(0);
  });

  test("punctuation of the fonts is no capital letter", () => {
    for (const text of ["M’Drắk", "“Buôn Trấp”", "thôn 1 – Hòa Lễ", "Ea H’Leo…", "Lò Ồn", "LÒ VĂN ÒA"])
      expect(decodeText(bytesOf(text, "tcvn3"), "tcvn3", "bytes")).toBe(text);
  });

  test("signs that are no letters stay and are counted", () => {
    expect(decodeText("§¾k L¾k", "unicode", "unicode")).toBe("§¾k L¾k");
    expect(undecoded("§¾k L¾k", "unicode", "unicode")).toBe(3);
    expect(undecoded("Đắk Lắk 120 m², 45°C", "unicode", "unicode")).toBe(0);
  });

  test("what an encoding does not have is not written", () => {
    for (const encoding of OLD) expect(encodeText("Y Blŏ", encoding)).toBeNull();
    expect(encodeText("aü", "vni")).toBeNull();
  });
});

test("nothing in a text makes decoding or guessing fail", () => {
  const bytes = fc.array(fc.integer({ min: 0, max: 255 })).map((codes) => String.fromCharCode(...codes));
  const any = fc.oneof(bytes, fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), (texts) => {
      for (const from of ["bytes", "unicode"] as const) {
        expect(guessEncoding(texts, from).ranked.length).toBeGreaterThan(0);
        for (const encoding of ENCODINGS) {
          const decode = decoderOf(encoding, from);
          for (const text of texts) expect(decode(text)).toBe(decodeText(text, encoding, from));
        }
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});
