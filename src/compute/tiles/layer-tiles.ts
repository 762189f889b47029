import type { Feature } from "geojson";
import { areaM2 } from "../../core/geometry/ellipsoid.ts";
import { pointInside } from "../../core/geometry/point-inside.ts";
import { bboxOfGeometry, geometryOf } from "../../core/geometry/polygon-set.ts";
import type { CentreLayer, ForestLayer, HazardLayer, RoadLayer, UnitLayer } from "../../core/model/layers.ts";
import type { Site } from "../../core/model/site.ts";
import { remember } from "../remember.ts";
import type { Village } from "../villages.ts";
import { joinedFeatures, labelPoint, pointFeature, setFeatures, tileFeature } from "./features.ts";
import type { UnitMark } from "./mark-units.ts";
import { type Slicer, slicerOf } from "./slicer.ts";
import { unitLineFeatures } from "./unit-lines.ts";

/** Layers of one source, by the name they have inside the tile. */
export type LayerSlicers = Readonly<Record<string, Slicer>>;

/** A place inside every commune, for labels and for the one mark it has in far views. */
export function unitMarks(layer: UnitLayer | null): readonly UnitMark[] {
  if (!layer) return [];
  return layer.attributes.map(({ code, name }, u) => {
    const [lon, lat] = labelPoint(layer.shapes, u) ?? [Number.NaN, Number.NaN];
    return { code, name, lon, lat };
  });
}

/** `units {code, name, district}`, `unit-lines {outer}`, `unit-labels {code, name}`. */
export function unitSlicers(layer: UnitLayer | null, marks: () => readonly UnitMark[]): LayerSlicers {
  if (!layer) return {};
  return {
    units: slicerOf(() =>
      setFeatures(layer.shapes, (u) => {
        const { code, name, district } = layer.attributes[u]!;
        return { code, name, district };
      }),
    ),
    "unit-lines": slicerOf(() => unitLineFeatures(layer.shapes)),
    "unit-labels": slicerOf(() =>
      marks().flatMap(({ code, name, lon, lat }, u) =>
        Number.isNaN(lon) ? [] : [pointFeature(u, [lon, lat], { code, name })],
      ),
    ),
  };
}

/** `forests {kind, subzone, name}`, `forest-labels {name}`: special-use forest, once per name. */
export function forestSlicers(layers: readonly ForestLayer[]): LayerSlicers {
  return {
    forests: slicerOf(() =>
      joinedFeatures(layers, ({ attributes }, f) => {
        const { kind, subzone, name } = attributes[f]!;
        return { kind, subzone, name };
      }),
    ),
    "forest-labels": slicerOf(() => forestLabels(layers)),
  };
}

/** One label per special-use forest, inside the largest polygon of that name. */
function forestLabels(layers: readonly ForestLayer[]): Feature[] {
  const largest = new Map<string, { layer: ForestLayer; f: number; area: number }>();
  for (const layer of layers) {
    for (const [f, { kind, name }] of layer.attributes.entries()) {
      if (
        kind !== "special-use" ||
        name === null ||
        layer.shapes.featurePart[f] === layer.shapes.featurePart[f + 1]
      )
        continue;
      const area = areaM2(geometryOf(layer.shapes, f));
      if (area > (largest.get(name)?.area ?? -1)) largest.set(name, { layer, f, area });
    }
  }
  return [...largest].map(([name, { layer, f }], id) => {
    return pointFeature(id, pointInside(geometryOf(layer.shapes, f)), { name });
  });
}

/** `hazards {kind, level}`, lower levels first so that higher ones are drawn over them. */
export function hazardSlicers(layers: readonly HazardLayer[]): LayerSlicers {
  return {
    hazards: slicerOf(() =>
      joinedFeatures(layers, ({ attributes }, f) => {
        const { kind, level } = attributes[f]!;
        return { kind, level };
      }).sort((a, b) => a.properties!.level - b.properties!.level),
    ),
  };
}

/** `roads {roadClass, name}`. */
export function roadSlicers(layer: RoadLayer | null): LayerSlicers {
  if (!layer) return {};
  const tags = (f: number) => {
    const { roadClass, name } = layer.attributes[f]!;
    return { roadClass, name };
  };
  return { roads: slicerOf(() => setFeatures(layer.shapes, tags)) };
}

/**
 * Villages as they are named on the map: one for each name in a containing commune. Households that lie in a
 * village but declare another commune make a further village of the register; its name is there already.
 */
export function namedVillages(villages: readonly Village[]): readonly Village[] {
  const byPlace = new Map<unknown, Village>();
  for (const village of villages) {
    // Outside every commune nothing says that two of the same name are one.
    const key = village.unit ? `${village.unit.code} ${village.name}` : village;
    const other = byPlace.get(key);
    const larger = !other || village.households > other.households ? village : other;
    byPlace.set(key, { ...larger, households: village.households + (other?.households ?? 0) });
  }
  return [...byPlace.values()];
}

/** `centres {code, name}`, `villages {name, n}`: villages by the median place of their located households. */
export function centreSlicers(layer: CentreLayer | null, villages: () => readonly Village[]): LayerSlicers {
  return {
    centres: slicerOf(() =>
      (layer?.attributes ?? []).flatMap(({ code, name }, c) => {
        const at = [layer!.lon[c]!, layer!.lat[c]!] as const;
        return at.some(Number.isNaN) ? [] : [pointFeature(c, at, { code, name })];
      }),
    ),
    villages: slicerOf(() =>
      namedVillages(villages()).map(({ name, households, lon, lat }, v) =>
        pointFeature(v, [lon, lat], { name, n: households }),
      ),
    ),
  };
}

/** `sites {id, name, form, status, capacity}`, `site-labels` the same at a point inside. */
export function siteSlicers(sites: readonly Site[]): LayerSlicers {
  const tags = ({ id, name, form, status, capacity }: Site) => ({ id, name, form, status, capacity });
  // Another program may have emptied a shape: there is nothing to draw then.
  const shaped = sites.map((site, s) => ({ site, s })).filter(({ site }) => bboxOfGeometry(site.geometry));
  return {
    sites: slicerOf(() => shaped.map(({ site, s }) => tileFeature(s, site.geometry, tags(site)))),
    "site-labels": slicerOf(() =>
      shaped.map(({ site, s }) => pointFeature(s, pointInside(site.geometry), tags(site))),
    ),
  };
}

/** Keeps the slicers of each source for as long as the layer they are cut from stays the same. */
export function rememberedSlicers() {
  return {
    unitMarks: remember(unitMarks),
    units: remember(unitSlicers),
    forests: remember(forestSlicers),
    hazards: remember(hazardSlicers),
    roads: remember(roadSlicers),
    centres: remember(centreSlicers),
    sites: remember(siteSlicers),
  };
}
