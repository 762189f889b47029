/** Problems of archives, shapefiles and MapInfo exchange files. */
import type { problemsShapefiles as vi } from "../vi/problems-shapefiles.ts";

export const problemsShapefiles: Record<keyof typeof vi, string> = {
  "problem.archive.too-large":
    "The archive {file} unpacks to too much (over {limit} MB). Unpack it and choose the file you need.",
};
