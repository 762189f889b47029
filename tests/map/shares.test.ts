import { describe, expect, test } from "vitest";
import { shareColor, shareText } from "../../src/map/shares.ts";
import { TOKENS } from "../../src/map/tokens.ts";

describe("share done of a commune", () => {
  test("is cut, never rounded up to a milestone", () => {
    expect(shareText(0.5999)).toBe("59\u00a0%");
    expect(shareText(0.6)).toBe("60\u00a0%");
    expect(shareText(0.29)).toBe("29\u00a0%");
    expect(shareText(0.9999)).toBe("99\u00a0%");
    expect(shareText(1)).toBe("100\u00a0%");
    expect(shareText(0)).toBe("0\u00a0%");
  });
  test("says × for unknown and nothing where nobody is in the baseline", () => {
    expect(shareText(-1)).toBe("×");
    expect(shareText(null)).toBe("");
  });
  test("changes its tint at 40, 60 and 80", () => {
    expect([0, 0.399, 0.4, 0.599, 0.6, 0.799, 0.8, 1].map(shareColor)).toEqual([
      TOKENS["p-1"],
      TOKENS["p-1"],
      TOKENS["p-2"],
      TOKENS["p-2"],
      TOKENS["p-3"],
      TOKENS["p-3"],
      TOKENS["p-4"],
      TOKENS["p-4"],
    ]);
    expect(shareColor(null)).toBe(TOKENS.surface);
    expect(shareColor(-1)).toBe(TOKENS.surface);
  });
});
