import fc from "fast-check";
import { decode } from "fast-png";
import { expect, test } from "vitest";
import { writePng } from "../../../scripts/tiles/png.ts";

test("an independent reader sees the same pixels", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      fc.integer(),
      (width, height, smooth, seed) => {
        const rgb = Uint8Array.from({ length: width * height * 3 }, (_, i) =>
          smooth ? (i * 3 + seed) & 255 : Math.imul(i + seed, 0x9e3779b1) >>> 24,
        );
        const image = decode(writePng(rgb, width, height));
        expect([image.width, image.height, image.channels, image.depth]).toEqual([width, height, 3, 8]);
        expect([...image.data]).toEqual([...rgb]);
      },
    ),
  );
});

test("smooth ground costs a fraction of its pixels", () => {
  const side = 256;
  const rgb = new Uint8Array(side * side * 3);
  for (let i = 0; i < side * side; i++) rgb[3 * i + 2] = ((i % side) + Math.floor(i / side) * 2) & 255;
  expect(writePng(rgb, side, side).length).toBeLessThan(rgb.length / 100);
});

test("a wrong number of bytes is refused", () => {
  expect(() => writePng(new Uint8Array(5), 1, 2)).toThrow("5 bytes for 1 × 2 pixels");
});
