import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeTile, type TileFeature } from "../../../src/compute/tiles/encode.ts";
import { PointTileWriter } from "../../../src/compute/tiles/point-writer.ts";
import { readTile } from "../support/read-tile.ts";

const KEYS = ["id", "n", "tên", "eligible"];
const ID = { min: 0, max: 2 ** 32 - 1 };
const layersOf = (text: fc.Arbitrary<string>) => {
  const feature = fc.record({
    id: fc.integer(ID),
    x: fc.integer({ min: -128, max: 4224 }),
    y: fc.integer({ min: -128, max: 4224 }),
    tags: fc.dictionary(fc.constantFrom(...KEYS), fc.oneof(text, fc.integer(ID))),
  });
  const layer = fc.record({
    name: fc.constantFrom("households", "clusters", "một lớp"),
    features: fc.array(feature, { maxLength: 60 }),
  });
  return fc.uniqueArray(layer, { maxLength: 3, selector: ({ name }) => name });
};
type Layer = {
  name: string;
  features: { id: number; x: number; y: number; tags: Record<string, string | number> }[];
};

function written(writer: PointTileWriter, all: readonly Layer[]): Uint8Array | null {
  for (const { name, features } of all) {
    writer.beginLayer(name, KEYS);
    for (const { id, x, y, tags } of features) {
      const values = Object.entries(tags).map(
        ([key, value]) =>
          [KEYS.indexOf(key), typeof value === "number" ? writer.whole(value) : writer.text(value)] as const,
      );
      writer.begin(id);
      for (const [key, value] of values) writer.tag(key, value);
      writer.end(x, y);
    }
    writer.endLayer();
  }
  return writer.finish();
}

test("what is written is read back, by one writer tile after tile", () => {
  const writer = new PointTileWriter();
  fc.assert(
    fc.property(layersOf(fc.string({ unit: "grapheme" })), (all) => {
      const read = readTile(written(writer, all));
      const filled = all.filter(({ features }) => features.length > 0);
      expect(Object.keys(read).sort()).toEqual(filled.map(({ name }) => name).sort());
      for (const { name, features } of filled) {
        expect(read[name]).toEqual(
          features.map(({ id, x, y, tags }) => ({
            id,
            type: 1,
            properties: { ...tags },
            geometry: [[expect.objectContaining({ x, y })]],
          })),
        );
      }
    }),
  );
});

test("reads the same as what the encoder of the other layers makes of it", () => {
  // That encoder leaves an id of 0 out, and spoils letters beyond U+1FFFF.
  const letters = fc.string({ unit: fc.constantFrom(..."aăđưỡĔƀč 1-'\u{1F3E0}") });
  const same = layersOf(letters).filter((all) =>
    all.every(({ features }) => features.every(({ id }) => id > 0)),
  );
  fc.assert(
    fc.property(same, (all) => {
      const encoded = encodeTile(
        Object.fromEntries(
          all.map(({ name, features }) => [
            name,
            features.map(({ id, x, y, tags }): TileFeature => ({ id, type: 1, geometry: [[x, y]], tags })),
          ]),
        ),
      );
      expect(readTile(written(new PointTileWriter(), all))).toEqual(readTile(encoded));
    }),
  );
});

test("a tile of many points grows, and its buffer is its own", () => {
  const writer = new PointTileWriter();
  const cut = (n: number) => {
    writer.beginLayer("households", ["id"]);
    for (let i = 0; i < n; i++) {
      const id = writer.text(`hộ số ${i}`);
      writer.begin(i);
      writer.tag(0, id);
      writer.end(i % 4097, 4096 - (i % 4097));
    }
    writer.endLayer();
    return writer.finish()!;
  };
  const large = cut(30_000);
  const copy = large.slice();
  expect(large.buffer.byteLength).toBe(large.byteLength);
  cut(10);
  expect(large).toEqual(copy);
  const { households } = readTile(large);
  expect(households).toHaveLength(30_000);
  expect(households![29_999]).toMatchObject({ id: 29_999, properties: { id: "hộ số 29999" } });
});

test("without a point there is no layer, and without a layer no tile", () => {
  const writer = new PointTileWriter();
  expect(writer.finish()).toBeNull();
  writer.beginLayer("households", ["id"]);
  writer.text("nobody");
  writer.endLayer();
  expect(writer.finish()).toBeNull();
});

test("equal whole values are written once in a layer", () => {
  const writer = new PointTileWriter();
  writer.beginLayer("a", []);
  expect([writer.whole(7), writer.whole(8), writer.whole(7)]).toEqual([0, 1, 0]);
  writer.endLayer();
  writer.beginLayer("b", []);
  expect(writer.whole(7)).toBe(0);
});
