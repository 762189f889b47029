import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ComparedRegister,
  changesAt,
  compareRegisters,
  MOST_COMPARED,
} from "../../../src/core/intake/compare.ts";

type Row = readonly [id: string | null, head: string | null, members: number | null, lon: number | null];

function register(rows: readonly Row[]): ComparedRegister {
  return {
    count: rows.length,
    id: (i) => rows[i]![0],
    fields: [
      { name: "head", value: (i) => rows[i]![1] },
      { name: "members", value: (i) => rows[i]![2] },
      { name: "lon", value: (i) => rows[i]![3], tolerance: 1e-7 },
    ],
  };
}

describe("compareRegisters", () => {
  test("added, changed, same, gone, repeated and without a code", () => {
    const old = register([
      ["a", "An", 4, 108.1],
      ["b", "Bình", 5, 108.2],
      ["c", "Cúc", null, null],
      [null, "Không mã", 1, null],
    ]);
    const next = register([
      ["c", "Cúc", 3, 108.3],
      ["d", "Dung", 2, null],
      ["a", "An", 4, 108.1 + 1e-8],
      ["a", "An", 9, 108.1],
      ["d", "Dung", 2, null],
      [null, "?", 1, null],
    ]);
    const compared = compareRegisters(old, next);
    expect([...compared.added]).toEqual([1]);
    expect([...compared.gone]).toEqual([1]);
    expect([...compared.changed.next]).toEqual([0]);
    expect([...compared.changed.old]).toEqual([2]);
    expect(compared.same).toBe(1);
    expect([...compared.repeated]).toEqual([3, 4]);
    expect([...compared.nameless]).toEqual([5]);
    expect(compared.oldNameless).toBe(1);
    expect(compared.byField).toEqual([
      { field: "head", rows: 0 },
      { field: "members", rows: 1 },
      { field: "lon", rows: 1 },
    ]);
    // What is not known and a number are different; a known value never becomes unknown unseen.
    expect(changesAt(old, next, compared, 0)).toEqual([
      { field: "members", before: null, after: 3 },
      { field: "lon", before: null, after: 108.3 },
    ]);
  });

  test("counts add up for any two lists, and a list against itself is the same", () => {
    const row = fc.tuple(
      fc.option(fc.constantFrom("a", "b", "c", "d", "e", "__proto__", "constructor", "")),
      fc.option(fc.constantFrom("x", "y")),
      fc.option(fc.nat({ max: 2 })),
      fc.option(fc.constantFrom(108, 108.00000001, 109)),
    );
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (before, after) => {
        const c = compareRegisters(register(before), register(after));
        expect(c.added.length + c.changed.next.length + c.same + c.repeated.length + c.nameless.length).toBe(
          after.length,
        );
        const different = new Set(before.map(([id]) => id).filter((id) => id !== null));
        expect(c.changed.old.length + c.same + c.gone.length).toBe(different.size);
        for (let k = 0; k < c.changed.next.length; k++)
          expect(changesAt(register(before), register(after), c, k).length).toBeGreaterThan(0);
        const self = compareRegisters(register(before), register(before));
        expect([self.added.length, self.gone.length, self.changed.next.length]).toEqual([0, 0, 0]);
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  test("32 fields fit, the last of them too; other fields on one side are our own mistake", () => {
    const wide = (value: number, fields = MOST_COMPARED): ComparedRegister => ({
      count: 1,
      id: () => "a",
      fields: Array.from({ length: fields }, (_, f) => ({
        name: `f${f}`,
        value: () => (f === fields - 1 ? value : 0),
      })),
    });
    const compared = compareRegisters(wide(1), wide(2));
    expect(changesAt(wide(1), wide(2), compared, 0)).toEqual([{ field: "f31", before: 1, after: 2 }]);
    expect(() => compareRegisters(wide(1, 33), wide(1, 33))).toThrow(RangeError);
    expect(() => compareRegisters(wide(1, 3), wide(1, 4))).toThrow(/fields/);
  });
});
