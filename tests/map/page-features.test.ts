import { describe, expect, test } from "vitest";
import type { ArealGeometry } from "../../src/core/model/geometry.ts";
import { blockedFeatures, labelPoint, selectionFeatures } from "../../src/map/page-features.ts";

describe("what is chosen", () => {
  test("a household has its ring, the tested radius and its length in the reader's manner", () => {
    const selected = { kind: "household", at: [108, 12], radiusM: 1500, label: "Y Blŏ Êban" } as const;
    const roles = selectionFeatures(selected, "vi").map((one) => one.properties.role);
    expect(roles).toEqual(["household", "radius", "radius-label"]);
    expect(selectionFeatures(selected, "vi")[2]!.properties.label).toBe("1,5\u00a0km");
    expect(selectionFeatures(selected, "en")[2]!.properties.label).toBe("1.5\u00a0km");
  });
  test("without a radius only the ring is drawn; units and sites are drawn by their layers", () => {
    const at = [108, 12] as const;
    expect(selectionFeatures({ kind: "household", at, radiusM: null, label: "" }, "vi")).toHaveLength(1);
    expect(selectionFeatures({ kind: "unit", code: "24121" }, "vi")).toEqual([]);
    expect(selectionFeatures(null, "vi")).toEqual([]);
  });
});

describe("what is blocked", () => {
  const geometry: ArealGeometry = {
    type: "MultiPolygon",
    coordinates: [
      [
        [
          [107, 12],
          [107.01, 12],
          [107, 12.01],
          [107, 12],
        ],
      ],
      [
        [
          [108, 12],
          [108.1, 12.02],
          [108.1, 12.1],
          [108, 12],
        ],
      ],
    ],
  };
  test("is labelled beside its largest part", () => {
    expect(labelPoint(geometry)).toEqual([108, 12]);
  });
  test("has an area and a label, text kept as it is", () => {
    const [area, label] = blockedFeatures([{ geometry, label: "<b>lũ quét mức 3</b>" }]);
    expect(area!.geometry).toEqual(geometry);
    expect(label!.properties.label).toBe("<b>lũ quét mức 3</b>");
  });
});
