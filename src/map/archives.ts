/** Tile archives shipped with the program: `tiles/index.json` names them, the names carry a content hash. */
import { addProtocol } from "maplibre-gl";
import { Protocol } from "pmtiles";
import type { Bbox, LonLat } from "../core/units.ts";
import type { BaseArchives } from "./map-state.ts";

/** One base area of `tiles/index.json`. */
export interface BaseArea {
  readonly archives: BaseArchives;
  readonly bounds: Bbox | null;
  readonly center: LonLat | null;
  /** Zoom that goes with the centre, null when the index does not say. */
  readonly zoom: number | null;
}

let registered = false;
/** Teaches MapLibre `pmtiles://`; once per page. */
export function registerArchives(): void {
  if (registered) return;
  registered = true;
  addProtocol("pmtiles", new Protocol().tile);
}

/** Looks for the base area when first asked; a failure is told to everyone who waits and tried again later. */
export function baseFinder(tilesUrl: string): () => Promise<BaseArea> {
  let search: Promise<BaseArea> | null = null;
  return () => {
    search ??= findBase(tilesUrl, "demo").catch((error: unknown) => {
      search = null;
      throw error;
    });
    return search;
  };
}

/** Entry `base` of the index of archives under `tilesUrl` (absolute, slash at its end). Throws with the reason. */
export async function findBase(tilesUrl: string, base: "demo"): Promise<BaseArea> {
  const address = new URL("index.json", tilesUrl).href;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const index = (await response.json().catch(() => {
    throw new Error(`${address}: JSON`);
  })) as Record<string, { relief?: string; base?: string; bounds?: Bbox; center?: number[] } | undefined>;
  const entry = index[base];
  if (!entry?.relief || !entry.base) throw new Error(`${address}: no archives for "${base}"`);
  return {
    archives: {
      relief: new URL(entry.relief, tilesUrl).href,
      base: new URL(entry.base, tilesUrl).href,
    },
    bounds: entry.bounds ?? null,
    center: entry.center ? [entry.center[0]!, entry.center[1]!] : null,
    zoom: entry.center?.[2] ?? null,
  };
}
