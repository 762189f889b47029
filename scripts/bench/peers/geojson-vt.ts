/** geojson-vt and vt-pbf as MapLibre uses them for its GeoJSON sources: every point in every tile. */
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { HouseholdColumns } from "../../../src/core/model/household.ts";
import type { Cut } from "../tiles.ts";
import { pointFeatures } from "./point-features.ts";
import { named } from "./versions.ts";

const EXTENT = 4096;

/** Name, and how to get a function that cuts. */
export const geojsonVt = {
  name: () => `${named("@maplibre/geojson-vt")} + vt-pbf`,
  /** Indexes the points; without a buffer, so that nobody is in two tiles. */
  cutOf(households: HouseholdColumns): Cut {
    const features = pointFeatures(households);
    const options = { maxZoom: 16, extent: EXTENT, buffer: 0, indexMaxZoom: 5 };
    const index = new GeoJSONVT({ type: "FeatureCollection", features }, options);
    return ({ z, x, y }) => {
      const tile = index.getTile(z, x, y);
      return tile && fromGeojsonVt({ households: tile }, { version: 2, extent: EXTENT });
    };
  },
};
