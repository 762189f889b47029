import type { Map as MapLibre, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { describe, expect, test } from "vitest";
import { applyStyle } from "../../src/map/apply-style.ts";
import { initialState, type MapState } from "../../src/map/map-state.ts";
import { createStyle } from "../../src/map/style.ts";

interface Loose {
  readonly id: string;
  readonly source?: string;
  filter?: unknown;
  paint?: Record<string, unknown>;
  layout?: Record<string, unknown>;
}

/** A map that only remembers; it refuses what MapLibre refuses. */
function fakeMap(style: StyleSpecification) {
  const layers = structuredClone(style.layers) as unknown as Loose[];
  const sources = new Map<string, SourceSpecification>(Object.entries(structuredClone(style.sources)));
  let steps = 0;
  const find = (id: string) => {
    const layer = layers.find((one) => one.id === id);
    if (!layer) throw new Error(`no layer ${id}`);
    steps++;
    return layer;
  };
  const put = (part: "paint" | "layout") => (id: string, key: string, value: unknown) => {
    const layer = find(id);
    const values = { ...layer[part] };
    if (value === undefined) delete values[key];
    else values[key] = value;
    layer[part] = values;
  };
  const map = {
    getLayer: (id: string) => layers.find((one) => one.id === id),
    getSource: (id: string) => sources.get(id),
    addSource: (id: string, source: SourceSpecification) => sources.set(id, source),
    removeSource(id: string) {
      if (layers.some((layer) => layer.source === id)) throw new Error(`${id} is in use`);
      sources.delete(id);
    },
    addLayer(layer: Loose, before?: string) {
      if (layer.source && !sources.has(layer.source)) throw new Error(`no source of ${layer.id}`);
      const at = before === undefined ? layers.length : layers.findIndex((one) => one.id === before);
      if (at < 0) throw new Error(`no layer ${before}`);
      layers.splice(at, 0, structuredClone(layer));
    },
    removeLayer: (id: string) => layers.splice(layers.indexOf(find(id)), 1),
    setFilter(id: string, filter: unknown) {
      find(id).filter = filter ?? undefined;
    },
    setPaintProperty: put("paint"),
    setLayoutProperty: put("layout"),
    setLayerZoomRange: (id: string, minzoom: number, maxzoom: number) =>
      Object.assign(find(id), { minzoom, maxzoom }),
  };
  return { map: map as unknown as MapLibre, layers, sources, steps: () => steps };
}

const setting = { fontsUrl: "https://own.example/fonts/", tileUrl: (source: string) => `ancu://1/${source}` };
const start = initialState("vi");
const base = { relief: "https://own.example/r.pmtiles", base: "https://own.example/b.pmtiles" };
const states: MapState[] = [
  start,
  { ...start, base },
  { ...start, view: "screening", base, minLevel: 4 },
  {
    ...start,
    view: "progress",
    base: { ...base, base: "https://own.example/other.pmtiles" },
    shares: { a: 0.5 },
  },
  { ...start, view: "placement", selected: { kind: "site", id: "s" }, sketching: true, hatchStep: 2 },
];
const plain = (layers: readonly unknown[]) =>
  layers.map((layer) => {
    const { minzoom = 0, maxzoom = 24, ...rest } = layer as Record<string, unknown>;
    return JSON.parse(JSON.stringify({ ...rest, minzoom, maxzoom }));
  });

describe("from every state to every other", () => {
  for (const [i, before] of states.entries()) {
    for (const [j, after] of states.entries()) {
      test(`${i} to ${j}`, () => {
        const [from, to] = [createStyle(before, setting), createStyle(after, setting)];
        const fake = fakeMap(from);
        applyStyle(fake.map, from, to);
        expect(plain(fake.layers)).toEqual(plain(to.layers));
        expect(Object.fromEntries(fake.sources)).toEqual(to.sources);
      });
    }
  }
});

test("the same state touches nothing", () => {
  const style = createStyle(states[2]!, setting);
  const fake = fakeMap(style);
  applyStyle(fake.map, style, createStyle(states[2]!, setting));
  expect(fake.steps()).toBe(0);
});
