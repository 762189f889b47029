/** A tree that was packed is one that SQLite itself would call its own, and answers like a look at every row. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeGeometry, encodePoint } from "../../src/plan/geometry-blob.ts";
import { newPlan } from "../../src/plan/plan-file.ts";
import { isIndexTrue, packIndex, renewIndex } from "../../src/plan/spatial-index.ts";
import { roundedDown, roundedUp, standsFor } from "../../src/plan/spatial-index-bounds.ts";
import { packTree } from "../../src/plan/spatial-index-pack.ts";
import type { Database } from "../../src/plan/sqlite.ts";
import { withoutTriggers } from "../../src/plan/triggers.ts";
import { sqlite, square } from "./example-plan.ts";
import { found } from "./index-check.ts";

type Place = readonly [lon: number, lat: number];
const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -90, max: 90, noNaN: true });

function withPlaces(places: readonly (Place | null)[]): Database {
  const db = newPlan(sqlite, { id: "p", name: "x", demo: false, created: "2026-01-01T00:00:00.000Z" });
  withoutTriggers(sqlite, db, () => {
    places.forEach((place, i) => {
      const bind = [i + 1, place && encodePoint(place), `H${i}`];
      db.exec({ sql: "INSERT INTO household (fid, geom, id) VALUES (?, ?, ?)", bind });
    });
    packIndex(sqlite, db, "household");
  });
  return db;
}

/** The same numbers again and again, without chance. */
function spread(count: number): Place[] {
  return Array.from({ length: count }, (_, i) => [
    107 + ((i * 7919) % 10_007) / 5000,
    12 + ((i * 104_729) % 9973) / 6000,
  ]);
}

test.each([0, 1, 50, 51, 52, 53, 2601, 2602, 6000])("%i rows: sound inside, true outside", (count) => {
  const db = withPlaces(spread(count));
  expect(db.selectValue("SELECT rtreecheck('rtree_household_geom')")).toBe("ok");
  expect(db.selectValue("PRAGMA integrity_check")).toBe("ok");
  expect(isIndexTrue(sqlite, db, "household")).toBe(true);
  for (const window of [
    [107.2, 12.1, 107.4, 12.2],
    [0, 0, 1, 1],
    [-180, -90, 180, 90],
    [108.1, 12, 108.1, 13],
  ] as const) {
    const { byIndex, byLooking } = found(db, "household", window);
    expect(byIndex).toEqual(byLooking);
  }
  db.close();
});

test("whatever the places, every one is found at its own coordinates and by any window that holds it", () => {
  const place = fc.option(fc.tuple(lon, lat), { freq: 5 });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 130 }), lon, lat, lon, lat, (places, a, b, c, d) => {
      const db = withPlaces(places);
      expect(db.selectValue("SELECT rtreecheck('rtree_household_geom')")).toBe("ok");
      const window = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const;
      const { byIndex, byLooking } = found(db, "household", window);
      expect(byIndex).toEqual(byLooking);
      places.forEach((one, i) => {
        if (one) expect(found(db, "household", [one[0], one[1], one[0], one[1]]).byIndex).toContain(i + 1);
      });
      db.close();
    }),
    { numRuns: 40 },
  );
});

test("a packed index goes on as SQLite's own: rows come, move and go one by one", () => {
  const db = withPlaces(spread(3000));
  withoutTriggers(sqlite, db, () => {
    for (let k = 1; k <= 400; k++) {
      const fid = (k * 37) % 3000;
      if (k % 3 === 0) db.exec({ sql: "DELETE FROM household WHERE fid = ?", bind: [fid] });
      else {
        const geom = k % 3 === 1 ? encodePoint([108 + k / 1000, 12.5]) : null;
        db.exec({ sql: "UPDATE household SET geom = ? WHERE fid = ?", bind: [geom, fid] });
      }
      renewIndex(sqlite, db, "household", [[fid, fid]]);
    }
  });
  expect(db.selectValue("SELECT rtreecheck('rtree_household_geom')")).toBe("ok");
  expect(isIndexTrue(sqlite, db, "household")).toBe(true);
  db.close();
});

test("edges are rounded outward, no farther than need be, and as this engine does it", () => {
  const db = new sqlite.oo1.DB(":memory:", "c");
  db.exec("CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx)");
  const number = fc.oneof(lon, fc.double({ min: -1e30, max: 1e30, noNaN: true }));
  fc.assert(
    fc.property(number, (value) => {
      const [low, high] = [roundedDown(value), roundedUp(value)];
      expect([Math.fround(low), Math.fround(high)]).toEqual([low, high]);
      expect(low <= value && value <= high).toBe(true);
      if (Math.fround(value) === value) expect(low === value && high === value).toBe(true);
      // SQLite takes a whole number beyond 64 bits for another one, and so does its JavaScript layer.
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) return;
      db.exec({ sql: "INSERT OR REPLACE INTO r VALUES (1, ?, ?)", bind: [value, value] });
      const [least, greatest] = db.selectArray("SELECT minx, maxx FROM r") as [number, number];
      expect(standsFor(least, low, -1)).toBe(true);
      expect(standsFor(greatest, high, 1)).toBe(true);
    }),
    { numRuns: 500 },
  );
  db.close();
});

test("lines and polygons are found by the envelope they carry, empty shapes are not there", () => {
  const db = newPlan(sqlite, { id: "p", name: "x", demo: false, created: "2026-01-01T00:00:00.000Z" });
  withoutTriggers(sqlite, db, () => {
    const put = (id: string, geom: Uint8Array | null) =>
      db.exec({ sql: "INSERT INTO site (geom, id, name) VALUES (?, ?, ?)", bind: [geom, id, id] });
    for (let k = 0; k < 200; k++)
      put(`s${k}`, encodeGeometry(square(107 + k / 100, 12 + (k % 7) / 10, 0.05)));
    put("empty", encodeGeometry({ type: "MultiPolygon", coordinates: [] }));
    put("nothing", null);
    packIndex(sqlite, db, "site");
  });
  expect(db.selectValue("SELECT count(*) FROM rtree_site_geom")).toBe(200);
  expect(isIndexTrue(sqlite, db, "site")).toBe(true);
  const { byIndex, byLooking } = found(db, "site", [107.5, 12.1, 107.6, 12.2]);
  expect(byIndex.length).toBeGreaterThan(1);
  expect(byIndex).toEqual(byLooking);
  db.close();
});

test("numbers of rows beyond 32 bits, and below zero, keep their place", () => {
  const fid = Float64Array.of(-5, 7, 2 ** 40 + 3);
  const { nodes } = packTree({ count: 3, fid, box: new Float32Array(12) }, 1228);
  const view = new DataView(nodes.buffer);
  const numbers = [0, 1, 2].map((k) => view.getBigInt64(4 + 24 * k));
  expect(numbers).toEqual([-5n, 7n, 2n ** 40n + 3n]);
  expect(() => packTree({ count: 0, fid: fid.subarray(0, 0), box: new Float32Array(0) }, 40)).toThrow(
    "a node of 40",
  );
});
