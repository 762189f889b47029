/** Brings results out as GeoJSON files. */
import type { ExportRequest } from "../../compute/protocol.ts";
import { exportName } from "../file-name.ts";
import { services } from "../services.ts";
import { view } from "../store.ts";
import { today } from "../today.ts";
import { download } from "./download.ts";
import { tellDone, tellProblem } from "./tell.ts";

/** Writes what was asked for into the downloads folder. */
export async function exportFile(request: ExportRequest): Promise<void> {
  const outcome = await services().compute.exportGeoJson(request);
  if (!outcome.ok) return tellProblem(outcome.problem);
  const unit = request.what === "unit" ? request.unitCode : null;
  const unitName = view().totals?.byUnit.find(({ code }) => code === unit)?.name ?? unit;
  const file = exportName(request, unitName, today());
  download(outcome.value, file, "application/geo+json");
  tellDone("data.export.done", { file });
}
