/** supercluster and vt-pbf: clusters by distance, households alone from zoom 14 on. */
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import Supercluster from "supercluster";
import type { HouseholdColumns } from "../../../src/core/model/household.ts";
import type { Cut } from "../tiles.ts";
import { pointFeatures } from "./point-features.ts";
import { named } from "./versions.ts";

const EXTENT = 4096;
/** 22 pixels of a tile of 512, the distance at which our marks would lie on each other. */
const RADIUS = (22 / 512) * EXTENT;

/** Name, and how to get a function that cuts. */
export const superclusterTiles = {
  name: () => `${named("supercluster")} + vt-pbf`,
  cutOf(households: HouseholdColumns): Cut {
    const index = new Supercluster({ radius: RADIUS, extent: EXTENT, maxZoom: 13 });
    index.load(pointFeatures(households));
    return ({ z, x, y }) => {
      const tile = index.getTile(z, x, y);
      return tile && fromGeojsonVt({ households: tile as never }, { version: 2, extent: EXTENT });
    };
  },
};
