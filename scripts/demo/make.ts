/** Everything the demo consists of, as bytes by file name, from one seed. No clock, no network. */

import { writeCsv, writeGeoJson } from "../../src/core/formats/index.ts";
import { columnsFrom } from "../../src/core/model/columns.ts";
import { prepareScreening } from "../../src/core/screening/prepare.ts";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import { screen } from "../../src/core/screening/screen.ts";
import type { ArchiveCounts } from "../tiles/pmtiles-writer.ts";
import { archivesOf } from "./archives.ts";
import { COMMUNES, communeSeeds, demoFrame } from "./area.ts";
import { baselinesOf } from "./baselines.ts";
import { checkGeometry } from "./check.ts";
import { communesOf } from "./communes.ts";
import { contoursOf } from "./contours.ts";
import { distanceToM } from "./distance.ts";
import { eventsOf } from "./events.ts";
import { layerFiles, layersOf } from "./files.ts";
import { forestsOf } from "./forests.ts";
import { cellIndex, coarser, lonLatAt } from "./grid.ts";
import { hazardsOf } from "./hazards.ts";
import { householdsOf } from "./households.ts";
import { landOf } from "./land.ts";
import { meshOf } from "./mesh.ts";
import { PLAN_FILE } from "./plan-file.ts";
import { readHouseholds, readLayers } from "./read-back.ts";
import { registerFile } from "./register-file.ts";
import { layRoads } from "./road-plan.ts";
import { sitesOf } from "./sites.ts";
import { streamsNear } from "./streams.ts";
import { villagesOf } from "./villages.ts";

export interface Demo {
  /** Files of `data/demo`. */
  readonly data: ReadonlyMap<string, Uint8Array>;
  /** Files of `tiles`. */
  readonly tiles: ReadonlyMap<string, Uint8Array>;
  readonly counts: Readonly<Record<string, number>>;
  readonly archives: Readonly<Record<string, ArchiveCounts>>;
}

/** Small streams are drawn this far beyond the communes. */
const STREAMS_BEYOND_M = 1800;
const MESH = { smoothing: 4, toleranceM: 12 } as const;

/** `tell` hears what is being done, in the order of the stages. */
export function makeDemo(seed: number, tell: (stage: string) => void): Demo {
  const frame = demoFrame();
  const coarse = coarser(frame, 2);
  tell("terrain");
  const land = landOf(seed, frame);
  tell("communes, forests, hazards");
  const communes = communesOf(land, coarse, communeSeeds(COMMUNES));
  const unitPolygons = meshOf(communes, coarse, MESH);
  const { labels: forestLabels, enclave } = forestsOf(land, coarse, communes);
  const forestPolygons = meshOf(forestLabels, coarse, MESH);
  const hazards = hazardsOf(land, coarse, communes);
  tell("villages, roads, households");
  const input = { land, coarse, communes, forestLabels, enclave, hazards, list: COMMUNES };
  const villages = villagesOf(input);
  const roads = layRoads(input, villages);
  const register = householdsOf(input, villages, roads.kind);
  const sources = { frame, coarse, communes: COMMUNES, unitPolygons, forestPolygons, hazards, villages };
  const outsideM = distanceToM((c) => communes[c] > 0, coarse);
  const streams = streamsNear(
    land.streams.lines,
    ([x, y]) => outsideM[cellIndex(coarse, x / 2, y / 2)] < STREAMS_BEYOND_M,
  );
  const layers = layersOf({ ...sources, roads: roads.lines(), streams });
  const data = layerFiles(layers);
  data.set("households.csv", registerFile(register));
  tell("screening, baselines, events, sites");
  const reference = readLayers(data);
  checkGeometry(reference);
  const households = readHouseholds(bytesOf(data, "households.csv"));
  const screening = screen(prepareScreening(columnsFrom(households), reference), DEFAULT_RULES);
  const baselines = baselinesOf(seed, households, screening, COMMUNES);
  const events = eventsOf(seed, households, screening, COMMUNES, baselines);
  const sites = sitesOf(input, villages, roads.kind, reference, COMMUNES);
  data.set("sites.geojson", writeGeoJson(sites));
  data.set(
    "events.csv",
    writeCsv(
      ["household", "kind", "on", "document", "note"],
      events.map((event) => ({ ...event })),
    ),
  );
  data.set("baselines.json", json([baselines.relocation, baselines.migrants]));
  data.set("rules.json", json(DEFAULT_RULES));
  data.set("plan.json", json(PLAN_FILE));
  tell("tiles");
  const contours = contoursOf(land, coarse, communes);
  const center = lonLatAt(frame, frame.nx * 0.5, frame.ny * 0.5);
  const { relief, base, bounds } = archivesOf(land, layers, contours, center);
  const index = { demo: { relief: relief.name, base: base.name, bounds, center } };
  return {
    data,
    tiles: new Map([
      [relief.name, relief.bytes],
      [base.name, base.bytes],
      ["index.json", json(index)],
    ]),
    archives: { relief: relief.counts, base: base.counts },
    counts: {
      units: layers.units.length,
      forests: layers.forests.length,
      hazards: layers.hazards.length,
      roads: layers.roads.length,
      streams: layers.streams.length,
      places: layers.places.length,
      villages: villages.length,
      contours: contours.length,
      households: register.length,
      "to move": count(screening.eligible, 1),
      "not known": count(screening.eligible, 2),
      "baseline 2021": baselines.relocation.householdIds.length,
      "unplanned migrants": baselines.migrants.householdIds.length,
      events: events.length,
      sites: sites.length,
    },
  };
}

function count(column: Uint8Array, value: number): number {
  return column.reduce((sum, one) => sum + (one === value ? 1 : 0), 0);
}

function bytesOf(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`${name} was not made`);
  return bytes;
}

/** With line breaks, so that a change shows which line it is in. */
function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`, "utf8");
}
