/** The files of `data/demo` as the program reads them. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BaselineFile } from "../../../scripts/demo/baselines.ts";
import { readHouseholds, readLayers } from "../../../scripts/demo/read-back.ts";
import { openTable } from "../../../src/core/formats/index.ts";
import type { EventKind, HouseholdEvent } from "../../../src/core/model/event.ts";
import type { LonLat } from "../../../src/core/units.ts";

export const ROOT = resolve(import.meta.dirname, "../../..");
export const DEMO = join(ROOT, "data/demo");

export function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(DEMO, name)));
}

export function jsonOf<T>(name: string): T {
  return JSON.parse(readFileSync(join(DEMO, name), "utf8")) as T;
}

interface Collection<G> {
  readonly features: readonly {
    readonly properties: Readonly<Record<string, string | number | null>>;
    readonly geometry: G;
  }[];
}

export type AreaFeature = Collection<{ readonly coordinates: LonLat[][] }>["features"][number];
export type LineFeature = Collection<{ readonly coordinates: LonLat[] }>["features"][number];
export type PointFeature = Collection<{ readonly coordinates: LonLat }>["features"][number];

export const areas = (name: string) => jsonOf<Collection<AreaFeature["geometry"]>>(name).features;
export const lines = (name: string) => jsonOf<Collection<LineFeature["geometry"]>>(name).features;
export const points = (name: string) => jsonOf<Collection<PointFeature["geometry"]>>(name).features;

const LAYERS = ["units", "forests", "hazards", "roads", "centres"].map((name) => `${name}.geojson`);
export const layers = () => readLayers(new Map(LAYERS.map((name) => [name, bytesOf(name)])));
export const households = () => readHouseholds(bytesOf("households.csv"));
export const baselines = () => jsonOf<readonly BaselineFile[]>("baselines.json");

export function events(): HouseholdEvent[] {
  const table = openTable(bytesOf("events.csv"), "events.csv");
  if (!table.ok) throw new Error(table.problem.code);
  return table.value.features.map(({ properties }, i) => {
    const text = (name: string) => {
      const value = properties[name];
      return value === null || value === undefined || value === "" ? null : String(value);
    };
    return {
      id: `event-${i}`,
      householdId: text("household") ?? "",
      kind: text("kind") as EventKind,
      on: text("on") ?? "",
      document: text("document"),
      note: text("note"),
    };
  });
}
