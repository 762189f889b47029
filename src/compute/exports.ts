import { allSites, type ExportCollection, type ExportData, toMove, unitPlan } from "../core/exports/index.ts";
import { writeGeoJson } from "../core/formats/geojson/geojson-write.ts";
import { fail, type Outcome, ok } from "../core/outcome.ts";
import type { ExportFile, ExportRequest } from "./protocol.ts";

/** The file that was asked for, its bytes UTF-8. The same plan, rules and request give the same bytes. */
export function exportBytes(data: ExportData, request: ExportRequest): Outcome<ExportFile> {
  const collection = collect(data, request);
  if (!collection.ok) return collection;
  const { features, members } = collection.value;
  const { revision } = data.plan;
  return ok({ bytes: writeGeoJson(features, members), rows: features.length, revision });
}

function collect(data: ExportData, request: ExportRequest): Outcome<ExportCollection> {
  const units = data.plan.layers.units?.attributes ?? [];
  switch (request.what) {
    case "to-move":
      return ok(toMove(data));
    case "sites":
      return ok(allSites(data));
    case "unit": {
      const u = units.findIndex(({ code }) => code === request.unitCode);
      if (u < 0) return fail("export.unit-missing", { code: request.unitCode });
      const { code, name } = units[u]!;
      return ok(unitPlan(data, [u], { what: "unit", code, name }, request.asOf ?? null));
    }
    case "district": {
      const { district } = request;
      const own = [...units.keys()].filter((u) => units[u]!.district === district);
      if (own.length === 0) return fail("export.district-missing", { district });
      return ok(unitPlan(data, own, { what: "district", district }, request.asOf ?? null));
    }
  }
}
