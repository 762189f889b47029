/**
 * Vector tiles of everything a plan holds. Tile layer names inside each source:
 *
 * - `units`: `units {code, name, district}`, `unit-lines {outer}` (every border once; 1: edge of the whole),
 *   `unit-labels {code, name}`
 * - `forests`: `forests {kind, subzone, name}`, `forest-labels {name}` (special-use, one per name)
 * - `hazards`: `hazards {kind, level}`, lower levels first; `not-surveyed`: the communes (without any, the
 *   bounds of the plan) when outside the zones nothing is known
 * - `roads`: `roads {roadClass, name}`
 * - `centres`: `centres {code, name}`, `villages {name, n}`
 * - `sites`: `sites {id, name, form, status, capacity}`, `site-labels` the same
 * - `findings`: `clusters {n, yes, unknown}` (below zoom 9 one per commune, with `code, name`),
 *   `households {id, eligible}`; a mark that stands for several of one answer has `n` instead of `id`
 * - `statuses`: `clusters {n, done, open}`, `households {id, eligible, status}`, or `n` as above
 *
 * What is not known is left out of a feature. Numeric ids: position in the layer, for households position in
 * the register, for clusters that are no communes the number of their cell in the tile.
 */
import type { PlanSnapshot } from "../../core/model/snapshot.ts";
import { boundsOf } from "../bounds.ts";
import { notSurveyed } from "../not-surveyed.ts";
import type { TileSource } from "../protocol.ts";
import { remember } from "../remember.ts";
import type { Village } from "../villages.ts";
import { encodeTile } from "./encode.ts";
import { boxFeature } from "./features.ts";
import type { MarkColumns } from "./household-marks.ts";
import { householdTiles } from "./household-tiles.ts";
import { type LayerSlicers, rememberedSlicers } from "./layer-tiles.ts";
import { DEEPEST, type Slicer, slicerOf } from "./slicer.ts";

/** What tiles are cut from. `villages` is a function that stays the same while the villages do. */
export interface Drawn {
  readonly plan: PlanSnapshot;
  readonly marks: MarkColumns;
  readonly villages: () => readonly Village[];
}

/** Cuts tiles; indexes are made when first needed and kept while what they index stays the same. */
export interface PlanTiles {
  /** Null when the tile would be empty. Nothing is cut deeper than zoom 16: the map enlarges those. */
  cut(
    source: Exclude<TileSource, "chosen">,
    drawn: Drawn,
    z: number,
    x: number,
    y: number,
  ): Uint8Array | null;
}

/** Tiles of one plan after another. */
export function planTiles(): PlanTiles {
  const slicers = rememberedSlicers();
  const households = householdTiles();
  const marksOf = remember((units: PlanSnapshot["layers"]["units"]) => () => slicers.unitMarks(units));

  const box = remember((plan: PlanSnapshot) => slicerOf(() => boxFeature(boundsOf(plan))));

  function notSurveyedIn({ plan }: Drawn): LayerSlicers {
    const { units } = plan.layers;
    if (!notSurveyed(plan.layers)) return {};
    const ground: Slicer = slicers.units(units, marksOf(units)).units ?? box(plan);
    return { "not-surveyed": ground };
  }

  function layersOf(
    source: Exclude<TileSource, "findings" | "statuses" | "chosen">,
    drawn: Drawn,
  ): LayerSlicers {
    const { layers, sites } = drawn.plan;
    switch (source) {
      case "units":
        return slicers.units(layers.units, marksOf(layers.units));
      case "forests":
        return slicers.forests(layers.forests);
      case "hazards":
        return { ...slicers.hazards(layers.hazards), ...notSurveyedIn(drawn) };
      case "roads":
        return slicers.roads(layers.roads);
      case "centres":
        return slicers.centres(layers.centres, drawn.villages);
      case "sites":
        return slicers.sites(sites);
    }
  }

  return {
    cut(source, drawn, z, x, y) {
      if (z > DEEPEST) return null;
      if (source === "findings" || source === "statuses") {
        return households.cut(source, drawn.marks, marksOf(drawn.plan.layers.units), z, x, y);
      }
      const cut = Object.entries(layersOf(source, drawn)).map(([name, slicer]) => [
        name,
        slicer.cut(z, x, y),
      ]);
      return encodeTile(Object.fromEntries(cut));
    },
  };
}
