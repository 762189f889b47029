import fc from "fast-check";
import { expect, test } from "vitest";
import { type Place, readPlace, TABS, writePlace } from "../../src/ui/url.ts";

const selection = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant("household" as const), id: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant("unit" as const), code: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant("site" as const), id: fc.string({ minLength: 1 }) }),
);

test("every place is read back from its address", () => {
  fc.assert(
    fc.property(fc.constantFrom(...TABS), selection, (tab, chosen) => {
      const place: Place = { tab, selection: chosen };
      expect(readPlace(writePlace(place))).toEqual(place);
    }),
  );
});

test("addresses are the Vietnamese names of the questions", () => {
  expect(writePlace({ tab: "screening", selection: null })).toBe("#/ra-soat");
  expect(writePlace({ tab: "progress", selection: { kind: "unit", code: "24412" } })).toBe(
    "#/tien-do?xa=24412",
  );
});

test("an address we do not know opens the first question", () => {
  for (const hash of ["", "#", "#/", "#/nothing?ho=", "#?x=1"]) {
    expect(readPlace(hash)).toEqual({ tab: "screening", selection: null });
  }
});
