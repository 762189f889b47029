/** The drawing and the editing tool, with a map that only projects: 1000 pixels to the degree. */
import type { Map as MapLibre, Point } from "maplibre-gl";
import { describe, expect, test, vi } from "vitest";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { createDrawTool } from "../../../src/map/tools/draw-tool.ts";
import { createEditTool } from "../../../src/map/tools/edit-tool.ts";
import type { Pointer } from "../../../src/map/tools/tool.ts";

const project = ([lon, lat]: [number, number]) => {
  const [x, y] = [(lon - 108) * 1000, (13 - lat) * 1000];
  return { x, y, dist: (to: Point) => Math.hypot(to.x - x, to.y - y) } as unknown as Point;
};
const map = { project } as unknown as MapLibre;
const at = (lon: number, lat: number): Pointer => ({
  at: [lon, lat],
  point: project([lon, lat]),
  reachPx: 9,
});
const CORNERS: readonly LonLat[] = [
  [108.1, 12.1],
  [108.2, 12.1],
  [108.2, 12.2],
  [108.1, 12.2],
];
const closed = [...CORNERS, CORNERS[0]!];

describe("drawing", () => {
  test("tells the live shape with the pointer in it and keeps only what was clicked", () => {
    const tool = createDrawTool(map, () => {});
    for (const [lon, lat] of CORNERS.slice(0, 3)) tool.click(at(lon, lat));
    tool.move(at(108.1, 12.2));
    expect(tool.sketch()).toEqual({
      geometry: { type: "Polygon", coordinates: [closed] },
      vertices: 3,
      complete: true,
    });
    expect(tool.finished()).toEqual({
      type: "Polygon",
      coordinates: [[...CORNERS.slice(0, 3), CORNERS[0]]],
    });
  });
  test("is not complete with two vertices and closes by a click on the first or the last", () => {
    const close = vi.fn();
    const tool = createDrawTool(map, close);
    tool.click(at(108.1, 12.1));
    tool.click(at(108.2, 12.1));
    tool.click(at(108.2, 12.101));
    expect(close).not.toHaveBeenCalled();
    expect(tool.finished()).toBeNull();
    tool.click(at(108.2, 12.2));
    tool.click(at(108.104, 12.104));
    tool.click(at(108.2, 12.2));
    expect(close).toHaveBeenCalledTimes(2);
    expect(tool.sketch().vertices).toBe(3);
  });
  test("works without a mouse: vertices at the middle of the map, the next one follows it", () => {
    const tool = createDrawTool(map, () => {});
    for (const corner of CORNERS.slice(0, 3)) tool.act(corner, 22);
    tool.act(CORNERS[2]!, 22);
    expect(tool.sketch().vertices).toBe(3);
    tool.centreMoved(CORNERS[3]!);
    expect(tool.sketch().geometry).toEqual({ type: "Polygon", coordinates: [closed] });
    tool.removeVertex(CORNERS[3]!, 22);
    expect(tool.finished()).toBeNull();
  });
});

describe("editing", () => {
  const site: ArealGeometry = { type: "Polygon", coordinates: [closed] };
  const ring = (geometry: ArealGeometry | null) =>
    (geometry as unknown as { coordinates: LonLat[][] }).coordinates[0]!;

  test("drags a vertex and lets go of it", () => {
    const tool = createEditTool(map, site);
    expect(tool.press(at(108.203, 12.203))).toBe(true);
    tool.move(at(108.3, 12.3));
    tool.release();
    tool.move(at(108.9, 12.9));
    expect(ring(tool.finished())[2]).toEqual([108.3, 12.3]);
  });
  test("pulls a vertex out of an edge; Backspace takes it away again", () => {
    const tool = createEditTool(map, site);
    tool.press(at(108.15, 12.1));
    tool.move(at(108.15, 12.05));
    tool.release();
    expect(ring(tool.finished())).toHaveLength(6);
    expect(ring(tool.finished())[1]).toEqual([108.15, 12.05]);
    tool.removeVertex([0, 0], 22);
    expect(tool.finished()).toEqual(site);
  });
  test("moves the whole when taken by its inside, and leaves the map alone outside", () => {
    const tool = createEditTool(map, site);
    expect(tool.press(at(109, 12.5))).toBe(false);
    expect(tool.press(at(108.15, 12.16))).toBe(true);
    tool.move(at(108.25, 12.16));
    tool.release();
    for (const [i, [lon, lat]] of ring(tool.finished()).entries()) {
      expect(lon).toBeCloseTo(closed[i]![0] + 0.1, 9);
      expect(lat).toBeCloseTo(closed[i]![1], 9);
    }
  });
  test("carries a vertex by keyboard until it is set down", () => {
    const tool = createEditTool(map, site);
    tool.act([108.21, 12.19], 22);
    tool.centreMoved([108.22, 12.25]);
    tool.act([108.22, 12.25], 22);
    tool.centreMoved([108.5, 12.5]);
    expect(ring(tool.finished())[2]).toEqual([108.22, 12.25]);
  });
});
