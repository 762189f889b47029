/** Brings results out as GeoJSON files. */
import type { ExportRequest } from "../../compute/protocol.ts";
import { exportName } from "../file-name.ts";
import { services } from "../services.ts";
import { setView, view } from "../store.ts";
import { today } from "../today.ts";
import { download } from "./download.ts";
import { tellDone, tellProblem } from "./tell.ts";

/** Writes what was asked for into the downloads folder, and into the plan's log of files that left it. */
export async function exportFile(request: ExportRequest): Promise<void> {
  const outcome = await services().compute.exportGeoJson(request);
  if (!outcome.ok) return tellProblem(outcome.problem);
  const unit = request.what === "unit" ? request.unitCode : null;
  const unitName = view().totals?.byUnit.find(({ code }) => code === unit)?.name ?? unit;
  const file = exportName(request, unitName, today());
  const { bytes, rows, revision } = outcome.value;
  download(bytes, file, "application/geo+json");
  tellDone("data.export.done", { file });
  const id = crypto.randomUUID();
  await services().plan.logExport({ id, what: request.what, file, format: "geojson", revision, rows });
  setView({ exported: view().exported + 1 });
}
