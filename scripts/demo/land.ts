/** The ground and what follows from it: everything the later stages ask about a cell. */
import { type Flow, flowOf } from "./flow.ts";
import { blurred, type Frame, slopeOf } from "./grid.ts";
import { type Streams, streamsOf } from "./streams.ts";
import { terrainOf } from "./terrain.ts";
import { drainageOf } from "./valley-floor.ts";

export interface Land {
  readonly seed: number;
  readonly frame: Frame;
  /** Metres. */
  readonly height: Float32Array;
  /** Rise over run, of the ground as it is and evened out over about 100 m. */
  readonly slope: Float32Array;
  readonly evenSlope: Float32Array;
  readonly flow: Flow;
  readonly streams: Streams;
  /** Metres above the stream that a cell drains to. */
  readonly aboveStreamM: Float32Array;
  /** The cell of that stream. */
  readonly channel: Int32Array;
  /** Catchment of each cell in km². */
  readonly km2: Float32Array;
}

export function landOf(seed: number, frame: Frame, height = terrainOf(seed, frame)): Land {
  const flow = flowOf(height, frame);
  const slope = slopeOf(height, frame);
  const { aboveM, channel } = drainageOf(height, flow, frame);
  const cellKm2 = frame.cellM ** 2 / 1e6;
  return {
    seed,
    frame,
    height,
    slope,
    evenSlope: blurred(slope, frame, 2, 2),
    flow,
    streams: streamsOf(seed, flow, slope, frame),
    aboveStreamM: aboveM,
    channel,
    km2: flow.cells.map((cells) => cells * cellKm2),
  };
}
