import { describe, expect, test } from "vitest";
import { guessCapitals, withCapitals } from "../../../src/core/encodings/index.ts";

describe("capitals lost to a font", () => {
  test("columns typed in .VnTimeH", () => {
    const guesses = guessCapitals(["ĐắK LắK", "NGUYễN VăN TOàN", "Lê THị Hà"]);
    expect(guesses.ranked.map(({ value }) => value)).toEqual(["upper", "words", "as-written"]);
    expect(guessCapitals(["NGUYễN VăN TOàN", "TRầN THị Hà", "H'BIA NIê"]).confidence).toBe("high");
  });

  test("capitals lost at the front of words only", () => {
    const guesses = guessCapitals(["Nguyễn Thị ánh", "Lê Như ý", "Trần Văn Bé"]);
    expect([guesses.ranked[0]?.value, guesses.confidence]).toEqual(["words", "low"]);
  });

  test("nothing lost", () => {
    for (const values of [NORMAL, NORMAL.map((name) => name.toUpperCase()), ["ở gần suối"], ["120 m²"], []]) {
      const guesses = guessCapitals(values);
      expect([guesses.ranked[0]?.value, guesses.confidence]).toEqual(["as-written", "high"]);
    }
  });

  test("part of the column only is asked", () => {
    expect(guessCapitals([...NORMAL, "TRầN THị MếN"]).confidence).toBe("low");
  });
});

const NORMAL = ["Nguyễn Văn Toàn", "Y Blŏ Êban", "H'Bia Niê", "M'Drắk", "Ea H’Leo", "UBND xã Cư Pui"];

describe("put back", () => {
  test.each([
    ["ĐắK LắK", "ĐẮK LẮK", "Đắk Lắk"],
    ["NGUYễN VăN TOàN", "NGUYỄN VĂN TOÀN", "Nguyễn Văn Toàn"],
    ["H'BIA NIê", "H'BIA NIÊ", "H'Bia Niê"],
    ["M’DRắK", "M’DRẮK", "M’Drắk"],
    ["Y BLŏ", "Y BLŎ", "Y Blŏ"],
    ["Nguyễn Thị ánh", "NGUYỄN THỊ ÁNH", "Nguyễn Thị Ánh"],
    ["Ư̆K", "Ư̆K", "Ư̆k"],
    ["thị trấn ân Hảo, xã ái Quốc", "THỊ TRẤN ÂN HẢO, XÃ ÁI QUỐC", "thị trấn ân Hảo, xã Ái Quốc"],
  ])("%s", (text, upper, words) => {
    expect(withCapitals(text, "upper")).toBe(upper);
    expect(withCapitals(text, "words")).toBe(words);
    expect(withCapitals(text, "as-written")).toBe(text);
  });

  test("names that are right stay right", () => {
    for (const name of NORMAL) expect(withCapitals(name, "words")).toBe(name);
  });
});
