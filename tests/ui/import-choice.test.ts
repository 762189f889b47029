import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/core/outcome.ts";
import type { StagedReading } from "../../src/plan/protocol.ts";
import { LANGUAGES, say } from "../../src/text/say.ts";
import { asksCoverage, importBlocked, lostFeatures } from "../../src/ui/import-choice.ts";

const bad: Problem = { code: "hazard.level", file: "a.geojson", row: 3, values: { given: "9" } };
const reading = (as: StagedReading["as"], rejected: number, accepted = 5): StagedReading => ({
  as,
  read: accepted + rejected,
  accepted,
  rejected: Array.from({ length: rejected }, () => bad),
  notes: [],
  located: as === "households" ? accepted : null,
});
const LAYERS = ["units", "forests", "hazards", "roads", "centres"] as const;
const SAID = { coverage: "all", skipAs: null } as const;

describe("nothing of a layer is lost in silence", () => {
  test.each(LAYERS)("%s with refused features waits for the box, and goes on with it", (as) => {
    const some = reading(as, 3);
    expect(lostFeatures(some)).toBe(3);
    expect(importBlocked(some, SAID)).toBe("data.choose-skip");
    expect(importBlocked(some, { ...SAID, skipAs: as })).toBeNull();
    expect(importBlocked(reading(as, 0), SAID)).toBeNull();
  });

  test.each(LAYERS)("the box for %s says what is left out and why that is dangerous", (as) => {
    for (const language of LANGUAGES) {
      expect(say(language, `data.skip.${as}`, { n: 3 })).toContain("3");
      expect(say(language, `data.skip.${as}.why`)).not.toBe("");
    }
  });

  test("the box holds for one meaning of the file only", () => {
    expect(importBlocked(reading("forests", 2), { ...SAID, skipAs: "hazards" })).toBe("data.choose-skip");
  });

  test("refused rows of households are named and need no box", () => {
    expect(lostFeatures(reading("households", 4))).toBe(0);
    expect(importBlocked(reading("households", 4), { coverage: null, skipAs: null })).toBeNull();
  });
});

test("meaning, content and coverage are asked for first", () => {
  expect(importBlocked(undefined, SAID)).toBe("data.choose-meaning");
  expect(importBlocked(reading("roads", 2, 0), { ...SAID, skipAs: "roads" })).toBe("data.nothing-accepted");
  for (const as of ["forests", "hazards"] as const) {
    expect(asksCoverage(reading(as, 0))).toBe(true);
    expect(importBlocked(reading(as, 0), { coverage: null, skipAs: null })).toBe("data.choose-coverage");
  }
  expect(asksCoverage(reading("units", 0))).toBe(false);
});
