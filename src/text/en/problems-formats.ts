/** Problems of KML, GPX, FlatGeobuf, GeoPackage, drawings and rasters. */
import type { problemsFormats as vi } from "../vi/problems-formats.ts";

export const problemsFormats: Record<keyof typeof vi, string> = {
  "problem.format.no-features": "The file holds no features. Check where it came from.",
};
