/**
 * GEOS compiled to WebAssembly, polygons prepared. Two ways: a tree of the points, so that each polygon is asked
 * about all points of its box in a row while its index is in the cache (the best known), and a tree of the
 * polygons' boxes that is asked point by point (the usual one).
 */
import initGeos from "geos-wasm";
import type KDBush from "kdbush";
import type RBush from "rbush";
import { bboxOfFeature } from "../../../src/core/geometry/polygon-set.ts";
import { type AreaQuestion, addFeature, emptyAnswers, inFileOrder } from "../areas.ts";
import type { Column, Contestant } from "../contest.ts";
import { treeOf } from "./kdbush.ts";
import { type Box, boxTreeOf } from "./turf.ts";
import { named, packageFact } from "./versions.ts";
import { wkbOfPolygons } from "./wkb.ts";

type Geos = Awaited<ReturnType<typeof initGeos>>;
/** Address of a geometry, or of one that is prepared, in the memory of GEOS. */
type Address = number;

/** Loads GEOS; once is enough for a whole run. */
export const loadGeos = (): Promise<Geos> => initGeos();

/** With the version of GEOS inside. */
export const geosName = (): string =>
  `${named("geos-wasm")} (GEOS ${packageFact("geos-wasm", "GEOS_VERSION")})`;

/** Reads well-known binary. Throws when GEOS refuses it. */
export function geometryFrom(geos: Geos, wkb: Uint8Array): Address {
  const room = geos.Module._malloc(wkb.length);
  geos.Module.HEAPU8.set(wkb, room);
  const geometry = geos.GEOSGeomFromWKB_buf(room, wkb.length);
  geos.Module._free(room);
  if (!geometry) throw new Error("GEOS refused a geometry");
  return geometry;
}

/** The overlay from geometries and coordinates to answers, and warm, with everything kept that can be kept. */
export function geosOverlay(
  geos: Geos,
  questions: readonly AreaQuestion[],
  lon: Float64Array,
  lat: Float64Array,
): { readonly once: Contestant; readonly warm: Contestant; readonly warmByBoxes: Contestant } {
  const geometries = questions.map(({ shapes }) =>
    Array.from({ length: shapes.count }, (_, f) => geometryFrom(geos, wkbOfPolygons(shapes, f))),
  );
  const prepareAll = () => geometries.map((each) => each.map((geometry) => geos.GEOSPrepare(geometry)));
  const ask = (points: KDBush, prepared: readonly (readonly Address[])[]) =>
    questions.map((question, k) => join(geos, question, prepared[k]!, points, lon, lat));
  const keptPoints = treeOf(lon, lat);
  const keptPolygons = prepareAll();
  const keptBoxes = questions.map(({ shapes }) => boxTreeOf(shapes));
  let answers: Column[] = [];
  let lastPrepared: readonly (readonly Address[])[] = [];
  return {
    once: {
      name: `${geosName()}, tree of points`,
      run() {
        for (const prepared of lastPrepared.flat()) geos.GEOSPreparedGeom_destroy(prepared);
        lastPrepared = prepareAll();
        answers = ask(treeOf(lon, lat), lastPrepared);
      },
      answers: () => answers,
    },
    warm: {
      name: `${geosName()}, tree of points`,
      run() {
        answers = ask(keptPoints, keptPolygons);
      },
      answers: () => answers,
    },
    warmByBoxes: {
      name: `${geosName()}, tree of boxes`,
      run() {
        answers = questions.map((question, k) =>
          joinByBoxes(geos, question, keptPolygons[k]!, keptBoxes[k]!, lon, lat),
        );
      },
      answers: () => answers,
    },
  };
}

function join(
  geos: Geos,
  question: AreaQuestion,
  prepared: readonly Address[],
  points: KDBush,
  lon: Float64Array,
  lat: Float64Array,
): Column {
  const out = emptyAnswers(question, lon.length);
  for (let f = 0; f < prepared.length; f++) {
    const polygon = prepared[f]!;
    for (const i of points.range(...bboxOfFeature(question.shapes, f)!)) {
      if (geos.GEOSPreparedIntersectsXY(polygon, lon[i]!, lat[i]!)) addFeature(question, out, i, f);
    }
  }
  return out;
}

function joinByBoxes(
  geos: Geos,
  question: AreaQuestion,
  prepared: readonly Address[],
  boxes: RBush<Box>,
  lon: Float64Array,
  lat: Float64Array,
): Column {
  const out = emptyAnswers(question, lon.length);
  for (let i = 0; i < lon.length; i++) {
    const [x, y] = [lon[i]!, lat[i]!];
    for (const { f } of boxes.search({ minX: x, minY: y, maxX: x, maxY: y })) {
      if (geos.GEOSPreparedIntersectsXY(prepared[f]!, x, y)) addFeature(question, out, i, f);
    }
  }
  return out;
}

/**
 * Distance from every point to the nearest part of one geometry, none beyond `maxM`. The points are given in an
 * order that suits the search, `order[k]` being the k-th one's number.
 */
export function geosNearest(
  geos: Geos,
  wkb: Uint8Array,
  {
    x,
    y,
    order,
    maxM,
    every,
  }: { x: Float64Array; y: Float64Array; order: Uint32Array; maxM: number; every: number },
): Contestant {
  const target = geos.GEOSPrepare(geometryFrom(geos, wkb));
  const room = geos.Module._malloc(8);
  const out = new Float64Array(x.length);
  return {
    name: geosName(),
    every,
    run() {
      for (let i = 0; i < x.length; i++) {
        const point = geos.GEOSGeom_createPointFromXY(x[i]!, y[i]!);
        geos.GEOSPreparedDistance(target, point, room);
        const metres = geos.Module.HEAPF64[room >> 3]!;
        out[i] = metres <= maxM ? metres : Number.NaN;
        geos.GEOSGeom_destroy(point);
      }
    },
    answers: () => [inFileOrder(out, order)],
  };
}
