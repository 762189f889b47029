/**
 * Brings a map from one style to the next by touching only what differs, so that nothing flickers and
 * tiles are kept. The two styles come from `createStyle`, so the order of shared layers is the same.
 */
import type { LayerSpecification, Map as MapLibre, StyleSpecification } from "maplibre-gl";

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
type Properties = Record<string, unknown>;

function changedKeys(before: Properties, after: Properties): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !same(before[key], after[key]));
}

function part(layer: LayerSpecification, name: "paint" | "layout" | "filter"): unknown {
  return (layer as unknown as Properties)[name];
}

function applyLayer(map: MapLibre, before: LayerSpecification, after: LayerSpecification): void {
  const id = after.id;
  if (!same(part(before, "filter"), part(after, "filter"))) {
    map.setFilter(id, (part(after, "filter") ?? null) as Parameters<MapLibre["setFilter"]>[1]);
  }
  const ranges = [before, after].map((layer) => [layer.minzoom ?? 0, layer.maxzoom ?? 24] as const);
  if (!same(ranges[0], ranges[1])) map.setLayerZoomRange(id, ranges[1]![0], ranges[1]![1]);
  const layouts = [before, after].map((layer) => (part(layer, "layout") ?? {}) as Properties);
  for (const key of changedKeys(layouts[0]!, layouts[1]!)) {
    map.setLayoutProperty(id, key as never, layouts[1]![key] as never);
  }
  const paints = [before, after].map((layer) => (part(layer, "paint") ?? {}) as Properties);
  for (const key of changedKeys(paints[0]!, paints[1]!)) {
    map.setPaintProperty(id, key as never, paints[1]![key] as never);
  }
}

/** Applies the difference from `before` to `after`. */
export function applyStyle(map: MapLibre, before: StyleSpecification, after: StyleSpecification): void {
  const old = new Map(before.layers.map((layer) => [layer.id, layer]));
  const wanted = new Set(after.layers.map((layer) => layer.id));
  for (const layer of before.layers) if (!wanted.has(layer.id)) map.removeLayer(layer.id);
  for (const [id, source] of Object.entries(before.sources)) {
    if (same(source, after.sources[id])) continue;
    for (const layer of before.layers) {
      if ("source" in layer && layer.source === id && map.getLayer(layer.id)) {
        map.removeLayer(layer.id);
        old.delete(layer.id);
      }
    }
    map.removeSource(id);
  }
  for (const [id, source] of Object.entries(after.sources)) if (!map.getSource(id)) map.addSource(id, source);
  // From the top down, so that the layer above a new one is always there already.
  let above: string | undefined;
  for (const layer of [...after.layers].reverse()) {
    const previous = old.get(layer.id);
    if (previous) applyLayer(map, previous, layer);
    else map.addLayer(layer, above);
    above = layer.id;
  }
}
