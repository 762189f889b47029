import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVENT_KINDS, type EventKind, type HouseholdEvent } from "../../../src/core/model/event.ts";
import { doneSince, doneSpans } from "../../../src/core/targets/done.ts";
import { statusOf } from "../../../src/core/targets/status.ts";

function history(...list: readonly (readonly [on: string, kind: EventKind])[]): HouseholdEvent[] {
  return list.map(([on, kind], i) => ({
    id: `E${i}`,
    householdId: "H",
    kind,
    on,
    document: null,
    note: null,
  }));
}

describe("status", () => {
  test.each<[string, HouseholdEvent[], string]>([
    ["nothing happened", [], "none"],
    [
      "the last step",
      history(["2021-01-01", "identified"], ["2022-01-01", "planned"], ["2023-01-01", "moved"]),
      "moved",
    ],
    ["recorded late, dated early", history(["2023-01-01", "moved"], ["2022-01-01", "planned"]), "moved"],
    ["a split changes nothing", history(["2022-01-01", "settled"], ["2023-01-01", "split"]), "settled"],
    ["left", history(["2022-01-01", "planned"], ["2023-01-01", "left"]), "left"],
    ["died", history(["2022-01-01", "settled"], ["2023-01-01", "died"]), "left"],
    [
      "back to the land it has",
      history(["2022-01-01", "land-allocated"], ["2023-01-01", "moved"], ["2024-01-01", "returned"]),
      "land-allocated",
    ],
    ["back with nothing planned", history(["2023-01-01", "moved"], ["2024-01-01", "returned"]), "identified"],
    [
      "moved again",
      history(["2023-01-01", "moved"], ["2024-01-01", "returned"], ["2025-01-01", "moved"]),
      "moved",
    ],
    [
      "moved and returned on one day, in whatever order",
      history(["2023-01-01", "returned"], ["2023-01-01", "moved"]),
      "identified",
    ],
    [
      "several steps on one day",
      history(["2023-01-01", "settled"], ["2023-01-01", "planned"], ["2023-01-01", "moved"]),
      "settled",
    ],
  ])("%s", (_, events, want) => {
    expect(statusOf(events)).toBe(want);
  });

  test("on a day it knows nothing of later days", () => {
    const events = history(["2021-01-01", "identified"], ["2023-06-30", "moved"], ["2024-01-01", "returned"]);
    expect(statusOf(events, "2020-12-31")).toBe("none");
    expect(statusOf(events, "2023-06-29")).toBe("identified");
    expect(statusOf(events, "2023-06-30")).toBe("moved");
    expect(statusOf(events, "2024-01-01")).toBe("identified");
  });
});

describe("done", () => {
  test("from the first step that counts until a return; closing neither does nor undoes", () => {
    const events = history(
      ["2022-01-01", "moved"],
      ["2022-06-01", "settled"],
      ["2023-01-01", "returned"],
      ["2024-01-01", "stabilised-in-place"],
      ["2025-01-01", "died"],
    );
    const spans = doneSpans(events);
    expect(spans).toEqual([
      { from: "2022-01-01", until: "2023-01-01" },
      { from: "2024-01-01", until: null },
    ]);
    const days = ["2021-12-31", "2022-01-01", "2022-12-31", "2023-01-01", "2023-12-31", "2026-01-01"];
    expect(days.map((day) => doneSince(spans, day))).toEqual([
      null,
      "2022-01-01",
      "2022-01-01",
      null,
      null,
      "2024-01-01",
    ]);
    expect(doneSpans(history(["2022-01-01", "planned"], ["2023-01-01", "left"]))).toEqual([]);
  });

  test("the kinds that count are a setting", () => {
    const events = history(["2022-01-01", "moved"], ["2023-01-01", "settled"]);
    expect(doneSpans(events, ["settled"])).toEqual([{ from: "2023-01-01", until: null }]);
    expect(doneSpans(events, [])).toEqual([]);
  });

  test("the order in which events are recorded never matters", () => {
    const event = fc.tuple(
      fc.constantFrom("2022-01-01", "2022-01-02", "2023-01-01"),
      fc.constantFrom(...EVENT_KINDS),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (list) => {
        const events = history(...list);
        const turned = [...events].reverse();
        expect(statusOf(turned)).toBe(statusOf(events));
        expect(doneSpans(turned)).toEqual(doneSpans(events));
      }),
    );
  });
});
