import { describe, expect, test } from "vitest";
import { CRS_DEFINITIONS } from "../../../src/core/crs/definitions.ts";
import { LANGUAGES, say } from "../../../src/text/say.ts";
import {
  asksToSee,
  boundsOf,
  chosenPlace,
  crsName,
  datumRival,
  proofGrade,
  proofSentence,
  rivalPlace,
} from "../../../src/ui/intake/place-guess.ts";
import { place, placeView, viewOf } from "./example.ts";

describe("whether a person has to look", () => {
  test("not for sure WGS 84 degrees that fall into the declared communes", () => {
    expect(asksToSee(viewOf())).toBe(false);
  });
  test("not without a place", () => {
    const view = viewOf();
    expect(asksToSee({ ...view, meaning: { ...view.meaning, place: null } })).toBe(false);
  });
  test.each([
    ["one falls outside its commune", { places: [placeView("EPSG:4326", 9)] }],
    ["the guess is not sure", { placeConfidence: "low" as const }],
    ["another guess is better", { places: [placeView("EPSG:4756", 10), placeView("EPSG:4326", 10)] }],
    ["no guess is the chosen one", { places: [placeView("EPSG:9218", 10)] }],
  ])("yes when %s", (_why, part) => {
    expect(asksToSee(viewOf(part))).toBe(true);
  });
  test("without communes plain degrees are believed", () => {
    expect(asksToSee(viewOf({ places: [placeView("EPSG:4326", null)] }))).toBe(false);
  });
});

test("the likeliest mistake is the best guess that is not chosen", () => {
  const view = viewOf({ places: [placeView("EPSG:9218", 10), placeView("EPSG:4326", 1)] });
  expect(chosenPlace(view)?.crs).toBe("EPSG:4326");
  expect(rivalPlace(view)?.crs).toBe("EPSG:9218");
  const turned = { ...view, meaning: { ...view.meaning, place: place("EPSG:9218") } };
  expect(rivalPlace(turned)?.crs).toBe("EPSG:4326");
});

test("a proof is good from nine in ten on, and silent without communes", () => {
  expect(proofGrade(placeView("EPSG:9218", 9).proof)).toBe("good");
  expect(proofGrade(placeView("EPSG:9218", 8).proof)).toBe("bad");
  expect(proofGrade(placeView("EPSG:9218", null).proof)).toBe("none");
  expect(proofSentence(placeView("EPSG:9218", 9).proof).values).toEqual({ n: 9, of: 10 });
});

test("every system has a name in both languages, and no two share one", () => {
  for (const language of LANGUAGES) {
    const names = CRS_DEFINITIONS.map(({ code }) => {
      const { key, values } = crsName(code);
      return say(language, key, values);
    });
    expect(new Set(names).size).toBe(names.length);
  }
  expect(crsName("EPSG:5898").values).toEqual({ meridian: "108°00'" });
  expect(crsName("EPSG:9218").values).toEqual({ meridian: "108°30'" });
});

test("a few points far away do not widen the view", () => {
  const near = Array.from({ length: 200 }, (_, k) => [108 + (k % 10) / 100, 12 + k / 1000]).flat();
  const [west, south, east, north] = boundsOf(Float64Array.from([0, 0, 170, 80, ...near]))!;
  expect([west, south]).toEqual([108, expect.closeTo(12.002, 2)]);
  expect(east).toBeLessThan(108.1);
  expect(north).toBeLessThan(12.3);
  expect(boundsOf(new Float64Array(0))).toBeNull();
  expect(boundsOf(Float64Array.from([Number.NaN, 12]))).toBeNull();
});

test("a guess as far away as one datum from the other is called out, unless the place is sure", () => {
  const at = (crs: "EPSG:4326" | "EPSG:4756" | "EPSG:9217", shiftM: number | null) => {
    const made = placeView(crs, 10);
    return { ...made, proof: { ...made.proof, shiftM } };
  };
  const places = [at("EPSG:4326", null), at("EPSG:9217", 27_000), at("EPSG:4756", 226)];
  const view = viewOf({ places, placeConfidence: "low" });
  expect(datumRival(view)?.crs).toBe("EPSG:4756");
  expect(datumRival({ ...view, placeConfidence: "high" })).toBeNull();
  expect(datumRival({ ...view, places: places.slice(0, 2) })).toBeNull();
  // Whoever chose the one that lies off is told of the first.
  const other = { ...view, meaning: { ...view.meaning, place: place("EPSG:4756") } };
  expect(datumRival(other)?.crs).toBe("EPSG:4326");
});
