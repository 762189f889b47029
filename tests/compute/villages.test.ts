import fc from "fast-check";
import { expect, test } from "vitest";
import { villagesOf } from "../../src/compute/villages.ts";
import { columnsFrom } from "../../src/core/model/columns.ts";
import type { Household } from "../../src/core/model/household.ts";

const UNITS = ["24163", "24164", "24167"].map((code) => ({ code, name: `Xã ${code}`, district: null }));
const row = fc.record({
  village: fc.constantFrom("Buôn A", "Buôn B", null),
  communeCode: fc.constantFrom("24163", "24164", "99999", null),
  unit: fc.integer({ min: -1, max: 2 }),
  lon: fc.option(
    fc.integer({ min: 1080, max: 1089 }).map((n) => n / 10),
    { freq: 6 },
  ),
});

test("villages are names within the declared commune, else the containing one, in order of appearance", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const none = { head: null, ethnicity: null, members: null, poverty: null, migrant: null };
      const households = rows.map(
        ({ village, communeCode, lon }, i): Household => ({
          ...none,
          id: `H${i}`,
          village,
          communeCode,
          lon,
          lat: lon === null ? null : 12.5,
          properties: {},
        }),
      );
      const unit = Int32Array.from(rows, (each) => each.unit);
      const groups = new Map<string, number[]>();
      for (const [i, { village, communeCode, lon, unit: own }] of rows.entries()) {
        if (village === null || lon === null) continue;
        const key = `${village} ${communeCode ?? UNITS[own]?.code ?? ""}`;
        groups.set(key, [...(groups.get(key) ?? []), i]);
      }
      const expected = [...groups.values()].map((list) => {
        const lons = list.map((i) => rows[i]!.lon!).sort((a, b) => a - b);
        const { village: name } = rows[list[0]!]!;
        return {
          name,
          households: list.length,
          lon: lons[lons.length >> 1]!,
          west: lons[0]!,
          east: lons.at(-1)!,
        };
      });
      const found = villagesOf(columnsFrom(households), unit, UNITS).map(
        ({ name, households: n, lon, bbox }) => ({
          name,
          households: n,
          lon,
          west: bbox[0],
          east: bbox[2],
        }),
      );
      expect(found).toEqual(expected);
    }),
  );
});
