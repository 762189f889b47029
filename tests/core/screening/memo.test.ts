import { expect, test } from "vitest";
import { Memo } from "../../../src/core/screening/memo.ts";

test("other parameters are another value, also where JSON would say the same", () => {
  const memo = new Memo();
  const keys = [
    null,
    Number.NaN,
    Infinity,
    -Infinity,
    0,
    "0",
    { roadM: null },
    { roadM: Infinity },
    [1],
    "1",
  ];
  for (const key of keys) {
    const made = memo.remember("finding", key, () => ({ key }));
    expect(made.key).toBe(key);
    expect(memo.remember("finding", key, () => ({ key }))).toBe(made);
  }
});

test("only the last value of a name is kept", () => {
  const memo = new Memo();
  const first = memo.remember("a", 1, () => ({}));
  memo.remember("b", 2, () => ({}));
  expect(memo.remember("a", 1, () => ({}))).toBe(first);
  memo.remember("a", 2, () => ({}));
  expect(memo.remember("a", 1, () => ({}))).not.toBe(first);
});
