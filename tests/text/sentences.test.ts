import { describe, expect, test } from "vitest";
import { en } from "../../src/text/en.ts";
import type { TextKey } from "../../src/text/say.ts";
import { vi } from "../../src/text/vi.ts";

const keys = Object.keys(vi) as TextKey[];
const namesIn = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();

test("both languages have the same sentences, none of them empty", () => {
  expect(Object.keys(en).sort()).toEqual([...keys].sort());
  expect(keys.filter((key) => vi[key].trim() === "" || en[key].trim() === "")).toEqual([]);
});

test("a sentence names the same values in both languages", () => {
  expect(keys.filter((key) => namesIn(vi[key]).join() !== namesIn(en[key]).join())).toEqual([]);
});

describe("wording", () => {
  const wrong = (pattern: RegExp) => keys.filter((key) => pattern.test(vi[key]));

  test("plain and administrative: no exclamation marks, no bạn, no vui lòng", () => {
    expect(wrong(/!|(^|\s)bạn(\s|$)|vui lòng/i)).toEqual([]);
  });

  test("accents stand where legal texts put them", () => {
    expect(wrong(/toạ độ|hoà |huỷ |Uỷ ban/)).toEqual([]);
  });

  test("letters are composed (NFC)", () => {
    expect(keys.filter((key) => vi[key] !== vi[key].normalize("NFC"))).toEqual([]);
  });

  test("zones have a level (mức), never a cấp, and nothing is called safe", () => {
    expect(wrong(/cấp độ nguy cơ|vùng [^.]*cấp \{/)).toEqual([]);
    expect(keys.filter((key) => key.startsWith("check.") && /an toàn/.test(vi[key]))).toEqual([]);
  });
});
