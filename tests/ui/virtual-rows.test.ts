import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listHeight, MOST_PX, ROW_PX, rowsInView, rowWindow, scrollTo } from "../../src/ui/virtual-rows.ts";

const rows = fc.oneof(fc.nat(400), fc.integer({ min: 400_000, max: 5_000_000 }));
const view = fc.integer({ min: 60, max: 900 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("rows in sight", () => {
  test("fill the view wherever it is scrolled to, and the last row is reached", () => {
    fc.assert(
      fc.property(rows, view, share, (count, height, at) => {
        const most = Math.max(0, listHeight(count) - height);
        const scrollTop = Math.round(at * most);
        const { first, end, topPx } = rowWindow(count, scrollTop, height);
        expect(topPx).toBeLessThanOrEqual(scrollTop + 1e-6);
        const bottom = topPx + (end - first) * ROW_PX;
        expect(bottom).toBeGreaterThanOrEqual(Math.min(scrollTop + height, listHeight(count)) - 1e-3);
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / ROW_PX) + 14);
        if (scrollTop === most) expect(end).toBe(count);
        if (scrollTop === 0) expect([first, topPx]).toEqual([0, 0]);
      }),
    );
  });

  test("a list of a whole province is laid out within what browsers can, and every row can be gone to", () => {
    expect(listHeight(805_000)).toBe(MOST_PX);
    fc.assert(
      fc.property(
        rows.filter((n) => n > 0),
        view,
        share,
        share,
        (count, height, at, to) => {
          const row = Math.min(count - 1, Math.floor(to * count));
          const before = Math.round(at * Math.max(0, listHeight(count) - height));
          const after = scrollTo(count, row, before, height);
          const { first, topPx } = rowWindow(count, after, height);
          const top = topPx + (row - first) * ROW_PX;
          // Within what rounding to whole pixels costs on a list that scrolls faster than its rows.
          const slack = 0.01 + (count * ROW_PX) / MOST_PX;
          const most = Math.max(0, listHeight(count) - height);
          expect(top).toBeGreaterThanOrEqual(Math.min(after, most) - slack);
          expect(top + ROW_PX).toBeLessThanOrEqual(Math.min(after, most) + Math.max(height, ROW_PX) + slack);
        },
      ),
    );
  });

  test("a page is what is in sight but one row", () => {
    expect(rowsInView(26 * 7)).toBe(6);
    expect(rowsInView(10)).toBe(1);
  });
});
