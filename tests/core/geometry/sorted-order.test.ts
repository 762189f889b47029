import fc from "fast-check";
import { expect, test } from "vitest";
import { sortedOrder } from "../../../src/core/geometry/sorted-order.ts";
import { between } from "./shapes.ts";

function byComparing(values: readonly number[]): number[] {
  return [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b);
}

test("sorts like comparing does, equal values by number", () => {
  const value = fc.oneof(
    between(-180, 180),
    fc.constantFrom(108, 108 + 2 ** -46, 108 + 2 ** -45, -70),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 60 }), (values) => {
      expect([...sortedOrder(Float64Array.from(values))]).toEqual(byComparing(values));
    }),
    { numRuns: 500 },
  );
});

test("one value so far away that all others share a coarse key", () => {
  const values = Array.from({ length: 3000 }, (_, i) => 108 + ((i * 7919) % 3000) * 1e-9);
  values.push(1e15);
  expect([...sortedOrder(Float64Array.from(values))]).toEqual(byComparing(values));
});

test("nothing to sort", () => {
  expect(sortedOrder(new Float64Array(0)).length).toBe(0);
});
