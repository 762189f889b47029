/** Which places roads connect: a main road through the lowland, then the other communes, then villages. */
import { cellIndex, halved } from "./grid.ts";
import { fractal, noiseOf } from "./noise.ts";
import { RoadNetwork } from "./roads.ts";
import type { SettlementInput, Village } from "./villages.ts";

/** Communes on the main road, by index, from one end to the other; it goes on over the edge at both ends. */
const MAIN: readonly number[] = [1, 3, 6, 7];
const SECOND: readonly number[] = [0, 3];
/** Neighbouring communes with a road of their own between them. */
const ACROSS: readonly (readonly [number, number])[] = [
  [0, 2],
  [1, 4],
  [2, 6],
  [4, 5],
  [6, 8],
  [7, 9],
  [9, 11],
];
/** Where main roads leave the frame, in shares of its width and height. */
const WAYS_OUT = [
  { from: 1, to: [0.008, 0.44] },
  { from: 7, to: [0.992, 0.3] },
  { from: 0, to: [0.22, 0.008] },
] as const;

export function layRoads(input: SettlementInput, villages: readonly Village[]): RoadNetwork {
  const { coarse } = input;
  const network = new RoadNetwork(groundOf(input));
  const centres = villages.filter(({ centre }) => centre).sort((a, b) => a.commune - b.commune);
  for (const chain of [MAIN, SECOND]) {
    for (let i = 1; i < chain.length; i++) {
      network.connect(centres[chain[i - 1]].cell, centres[chain[i]].cell, "main");
    }
  }
  for (const { from, to } of WAYS_OUT) {
    network.connect(centres[from].cell, cellIndex(coarse, to[0] * coarse.nx, to[1] * coarse.ny), "main");
  }
  for (const { cell } of centres) network.join(cell, "minor");
  for (const [a, b] of ACROSS) network.connect(centres[a].cell, centres[b].cell, "minor");
  // The nearest first: later roads start from what is there.
  const rest = villages.filter(({ centre, roadless }) => !centre && !roadless);
  for (const { cell } of rest) network.join(cell, "minor");
  return network;
}

/** Rivers and the special-use forest are burdens; a little unevenness keeps roads from being straight. */
function groundOf({ land, coarse, forestLabels }: SettlementInput) {
  const { frame, streams } = land;
  const bend = noiseOf(land.seed, "roads");
  const burden = new Float32Array(coarse.nx * coarse.ny);
  for (let c = 0; c < burden.length; c++) {
    const x = c % coarse.nx;
    const y = Math.floor(c / coarse.nx);
    let order = 0;
    for (let k = 0; k < 4; k++) {
      const row = Math.min(frame.ny - 1, 2 * y + (k >> 1));
      order = Math.max(order, streams.order[row * frame.nx + Math.min(frame.nx - 1, 2 * x + (k & 1))]);
    }
    const river = order >= 4 ? 6 : order >= 2 ? 2.2 : order === 1 ? 1.3 : 1;
    const forest = forestLabels[c] > 0 && forestLabels[c] <= 3 ? 3 : 1;
    burden[c] = Math.max(0.35, 1 + 0.9 * fractal(bend, x / 19, y / 19, 3)) * river * forest;
  }
  return { frame: coarse, height: halved(land.height, frame, coarse), burden };
}
