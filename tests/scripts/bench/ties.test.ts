/** Every vertex and the middle of every edge is a tie: our kernels, turf and GEOS must say the same. */
import { expect, test } from "vitest";
import { areaQuestions, coarseQuestion } from "../../../scripts/bench/areas.ts";
import { provinceOf } from "../../../scripts/bench/data/index.ts";
import { compare } from "../../../scripts/bench/hash.ts";
import { geosOverlay, loadGeos } from "../../../scripts/bench/peers/geos.ts";
import { turfOnce } from "../../../scripts/bench/peers/turf.ts";
import { arealIndex, firstFeatures } from "../../../src/core/geometry/areal-index.ts";
import { highestRanks, rankIndex } from "../../../src/core/geometry/rank-index.ts";

const EVERY = 7;

test("turf, GEOS and we agree on vertices and on middles of edges", async () => {
  const province = provinceOf(5, 2000);
  const questions = [coarseQuestion(province), ...areaQuestions(province)];
  const lon: number[] = [];
  const lat: number[] = [];
  for (const { shapes } of questions) {
    for (let i = 0; i + 3 < shapes.xy.length; i += 2 * EVERY) {
      const [ax, ay, bx, by] = shapes.xy.subarray(i, i + 4) as unknown as [number, number, number, number];
      lon.push(ax, (ax + bx) / 2);
      lat.push(ay, (ay + by) / 2);
    }
  }
  const x = Float64Array.from(lon);
  const y = Float64Array.from(lat);
  expect(x.length).toBeGreaterThan(10_000);

  const ours = questions.map(({ shapes, ranks }) =>
    ranks ? highestRanks(rankIndex(shapes, ranks), x, y) : firstFeatures(arealIndex(shapes), x, y),
  );
  const turf = turfOnce(questions, x, y, 1);
  const { once } = geosOverlay(await loadGeos(), questions, x, y);
  for (const peer of [turf, once]) {
    await peer.run();
    expect([peer.name, compare(ours, peer.answers!()).byColumn]).toEqual([peer.name, [0, 0, 0, 0]]);
  }
});
