/** Which commune, which forest, which hazards: every household against every polygon. */
import { arealIndex, firstFeatures } from "../../src/core/geometry/areal-index.ts";
import { placeOrder } from "../../src/core/geometry/place-order.ts";
import { highestRanks, rankIndex } from "../../src/core/geometry/rank-index.ts";
import { type AreaQuestion, areaQuestions, coarseQuestion, everyOf, gathered, inFileOrder } from "./areas.ts";
import { type Bench, type Contest, type Contestant, copyFloor } from "./contest.ts";
import { type Province, provinceOf, verticesIn } from "./data/index.ts";
import { geosOverlay, loadGeos } from "./peers/geos.ts";
import { turfOnce } from "./peers/turf.ts";

/** turf is asked of no more points than this: it would take a minute for a million. */
const MOST_FOR_TURF = 100_000;

/** `overlay` */
export const overlay: Bench = {
  name: "overlay",
  n: 1_000_000,
  async prepare({ seed, n }) {
    const province = provinceOf(seed, n);
    return { data: overlayData(province), contests: await overlayContests(province) };
  },
};

/** What is laid over what. */
export function overlayData({ households, coarse, communes, forests, hazards }: Province): string[] {
  const sized = (name: string, { plane }: Province["communes"]) =>
    `${plane.count} ${name} of ${verticesIn(plane)} vertices`;
  return [
    `${households.count} households, ${households.planted} of them planted on edges and vertices`,
    [
      sized("communes", communes),
      sized("the same communes", coarse),
      sized("forests", forests),
      sized("hazard zones", hazards),
    ].join("; "),
  ];
}

/** One-shot and warm, all layers together; then each layer warm against the floor. */
export async function overlayContests(province: Province): Promise<Contest[]> {
  const { lon, lat, count } = province.households;
  const questions = areaQuestions(province);
  const every = Math.max(1, Math.ceil(count / MOST_FOR_TURF));
  const geos = geosOverlay(await loadGeos(), questions, lon, lat);
  const floor = copyFloor("copying lon and lat", [lon, lat]);
  const sorted = placed(province);
  const kept = questions.map((question) => keptLayer(question, sorted));
  return [
    {
      key: "overlay.once",
      title: "communes, forests and hazards, one-shot: indexes built and all points asked, in file order",
      ours: oursOnce(questions, lon, lat),
      peers: [turfOnce(questions, everyOf(lon, every), everyOf(lat, every), every), geos.once],
      floor,
    },
    {
      key: "overlay.warm",
      title: "communes, forests and hazards, warm: indexes kept, points kept in place order",
      ours: oursWarm(kept),
      peers: [geos.warm, geos.warmByBoxes],
      floor,
    },
    ...[keptLayer(coarseQuestion(province), sorted), ...kept].map(
      (each): Contest => ({
        key: `overlay.warm.${each.name}`,
        title: `${each.name}, warm`,
        ours: oursWarm([each]),
        peers: [],
        floor,
      }),
    ),
  ];
}

function oursOnce(questions: readonly AreaQuestion[], lon: Float64Array, lat: Float64Array): Contestant {
  let answers: (Int32Array | Uint32Array)[] = [];
  const points = lon.length;
  return {
    name: "ours",
    run() {
      answers = questions.map(({ shapes, ranks }) =>
        ranks
          ? highestRanks(rankIndex(shapes, { ...ranks, points }), lon, lat)
          : firstFeatures(arealIndex(shapes, { points }), lon, lat),
      );
    },
    answers: () => answers,
  };
}

/** The points along the curve, and how they stood in the file. */
interface Placed {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly order: Uint32Array;
}

/** Puts the points in place order when first asked. */
function placed({ households }: Province): () => Placed {
  let made: Placed | null = null;
  return () => {
    if (made) return made;
    const { order } = placeOrder(households.lon, households.lat);
    made = { lon: gathered(households.lon, order), lat: gathered(households.lat, order), order };
    return made;
  };
}

/** A layer whose index (for any number of points) and room for answers are kept; made when first asked. */
interface Kept {
  readonly name: string;
  ready(): void;
  ask(): void;
  answers(): Int32Array | Uint32Array;
}

function keptLayer({ name, shapes, ranks }: AreaQuestion, sorted: () => Placed): Kept {
  let made: { readonly ask: () => void; readonly out: Int32Array | Uint32Array } | null = null;
  const make = () => {
    const { lon, lat } = sorted();
    const points = lon.length;
    if (ranks) {
      const index = rankIndex(shapes, ranks);
      const out = new Uint32Array(points);
      return { ask: () => void highestRanks(index, lon, lat, out), out };
    }
    const index = arealIndex(shapes);
    const out = new Int32Array(points);
    return { ask: () => void firstFeatures(index, lon, lat, out), out };
  };
  return {
    name,
    ready() {
      made ??= make();
    },
    ask: () => made!.ask(),
    answers: () => inFileOrder(made!.out, sorted().order),
  };
}

function oursWarm(layers: readonly Kept[]): Contestant {
  return {
    name: "ours",
    ready() {
      for (const layer of layers) layer.ready();
    },
    run() {
      for (const layer of layers) layer.ask();
    },
    answers: () => layers.map((layer) => layer.answers()),
  };
}
