/** Shapes put straight into flat sets are what decoding and flattening each of them gives. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineSetOf, polygonSetOf } from "../../src/core/geometry/polygon-set.ts";
import type { ArealGeometry, LineGeometry } from "../../src/core/model/geometry.ts";
import type { LonLat } from "../../src/core/units.ts";
import { readReferenceLayers } from "../../src/plan/columns-layers.ts";
import { decode, decodeLine, encodeGeometry, encodePoint } from "../../src/plan/geometry-blob.ts";
import { arealOf } from "../../src/plan/read-plan.ts";
import { withoutTriggers } from "../../src/plan/triggers.ts";
import { emptyStore, sqlite, square } from "./example-plan.ts";

const position = fc
  .tuple(fc.double({ min: 100, max: 110, noNaN: true }), fc.double({ min: 8, max: 20, noNaN: true }))
  .map(([lon, lat]): LonLat => [lon, lat] as const as LonLat);
const positions = fc.array(position, { maxLength: 6 });
const rings = fc.array(positions, { maxLength: 3 });

/** The same shape as other programs write it: big-endian or with heights, with or without an envelope. */
function foreign(
  parts: readonly (readonly (readonly LonLat[])[])[],
  areal: boolean,
  { little, height, single }: { little: boolean; height: boolean; single: boolean },
): Uint8Array {
  const bytes: number[] = [0x47, 0x50, 0, 1, 0xe6, 0x10, 0, 0];
  const put = (size: 4 | 8, value: number) => {
    const view = new DataView(new ArrayBuffer(size));
    if (size === 4) view.setUint32(0, value, little);
    else view.setFloat64(0, value, little);
    bytes.push(...new Uint8Array(view.buffer));
  };
  const head = (type: number) => {
    bytes.push(little ? 1 : 0);
    put(4, height ? type + 1000 : type);
  };
  const chain = (line: readonly LonLat[]) => {
    put(4, line.length);
    for (const [lon, lat] of line) for (const one of height ? [lon, lat, 7] : [lon, lat]) put(8, one);
  };
  const part = (chains: readonly (readonly LonLat[])[]) => {
    head(areal ? 3 : 2);
    if (areal) put(4, chains.length);
    for (const one of chains) chain(one);
  };
  if (single && parts.length === 1) part(parts[0]!);
  else {
    head(areal ? 6 : 5);
    put(4, parts.length);
    for (const one of parts) part(one);
  }
  return Uint8Array.from(bytes);
}

const manner = fc.record({ little: fc.boolean(), height: fc.boolean(), single: fc.boolean() });
const polygonBlob = fc.oneof(
  fc.constantFrom(null, encodePoint(null), encodeGeometry({ type: "MultiPolygon", coordinates: [] })),
  fc
    .array(rings, { maxLength: 3 })
    .map((parts) => encodeGeometry({ type: "MultiPolygon", coordinates: parts })),
  fc.tuple(fc.array(rings, { maxLength: 3 }), manner).map(([parts, how]) => foreign(parts, true, how)),
);
const lineBlob = fc.oneof(
  fc.constant(null),
  fc
    .array(positions, { maxLength: 3 })
    .map((lines) => encodeGeometry({ type: "MultiLineString", coordinates: lines })),
  fc
    .tuple(
      fc.array(fc.array(position, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
      manner,
    )
    .map(([lines, how]) =>
      foreign(
        lines.map((line) => [line]),
        false,
        how,
      ),
    ),
);

function planWith(kind: string, table: string, blobs: readonly (Uint8Array | null)[]) {
  const { store, db } = emptyStore();
  db.exec(
    `INSERT INTO layer (id, kind, name, coverage) VALUES ('a', '${kind}', 'A', 'all'), ('b', '${kind}', 'B', 'all')`,
  );
  const own = { hazard: ["kind, level", "'landslide', 4"], road: ["name, class", "'Đ', NULL"] }[table]!;
  const sql = `INSERT INTO "${table}" (geom, id, layer_id, ${own[0]}) VALUES (?, ?, ?, ${own[1]})`;
  // As bytes that are in the file already: the index's own functions would refuse some of them.
  withoutTriggers(sqlite, db, () =>
    blobs.forEach((blob, i) => {
      db.exec({ sql, bind: [blob, `f${i}`, i % 3 === 0 ? "b" : i % 7 === 0 ? "gone" : "a"] });
    }),
  );
  return { store, db };
}
const inLayer = <T>(all: readonly T[], layer: "a" | "b") =>
  all.filter((_, i) => (i % 3 === 0 ? "b" : i % 7 === 0 ? "gone" : "a") === layer);

test("random polygons, of this program and of others, whole and emptied, layer by layer", () => {
  fc.assert(
    fc.property(fc.array(polygonBlob, { maxLength: 12 }), (blobs) => {
      const { db } = planWith("hazards", "hazard", blobs);
      const { hazards } = readReferenceLayers(sqlite, db);
      (["a", "b"] as const).forEach((name, k) => {
        const shapes: ArealGeometry[] = inLayer(blobs, name).map((blob) => arealOf(blob));
        expect(hazards[k]!.shapes).toEqual(polygonSetOf(shapes));
        expect(hazards[k]!.attributes).toHaveLength(shapes.length);
        const whole = shapes.every(({ coordinates }) => coordinates.length > 0);
        expect(hazards[k]!.coverage).toBe(whole ? "all" : "zones");
      });
      db.close();
    }),
    { numRuns: 150 },
  );
});

test("random lines, joined over layers in the order of the layers", () => {
  fc.assert(
    fc.property(fc.array(lineBlob, { maxLength: 12 }), (blobs) => {
      const { db } = planWith("roads", "road", blobs);
      const { roads } = readReferenceLayers(sqlite, db);
      const lines = [...inLayer(blobs, "a"), ...inLayer(blobs, "b")].map((blob): LineGeometry => {
        return blob && decode(blob) ? decodeLine(blob) : { type: "MultiLineString", coordinates: [] };
      });
      expect(roads!.shapes).toEqual(lineSetOf(lines));
      db.close();
    }),
    { numRuns: 100 },
  );
});

const whole = encodeGeometry(square(108, 12, 0.1));
test.each([
  ["no bytes at all", new Uint8Array(0)],
  ["no geometry", new Uint8Array([1, 2, 3])],
  ["cut short", whole.slice(0, whole.length - 5)],
  ["more parts than there are bytes", whole.map((byte, i) => (i === 45 ? 0xff : byte))],
  [
    "a line where a zone belongs",
    encodeGeometry({ type: "LineString", coordinates: [[1, 2] as never, [3, 4] as never] }),
  ],
  ["a point where a zone belongs", encodePoint([1, 2] as never)],
  ["an envelope of no kind", whole.map((byte, i) => (i === 3 ? 0b1011 : byte))],
])("bytes that mean nothing are refused, never read as another shape: %s", (_what, blob) => {
  const { db } = planWith("hazards", "hazard", [whole, blob]);
  expect(() => readReferenceLayers(sqlite, db)).toThrow();
  expect(() => arealOf(blob)).toThrow();
});
