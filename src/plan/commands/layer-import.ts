/** Takes a file that was read before into the plan as a reference layer. */
import type { Accepted } from "../../core/formats/index.ts";
import { LAYER_KINDS, type LayerKind } from "../../core/model/layers.ts";
import type { Problem } from "../../core/outcome.ts";
import { encodeGeometry } from "../geometry-blob.ts";
import type { Provenance } from "../protocol.ts";
import { FEATURE_TABLE, type Rows } from "../rows.ts";
import { command } from "./command.ts";
import { importRow, stagedProblem } from "./import-row.ts";
import { badInput, isDay, isOneOf, isRecord, isText, isTextOrNull, tidy } from "./input.ts";
import { removeLayer } from "./layer-remove.ts";

/** `layer.import`: the layer is named by the staged file it came from. */
export const layerImport = command({
  name: "layer.import",
  blocked(plan, { staged, kind, name, coverage, date, replace, provenance }) {
    if (!isOneOf(LAYER_KINDS, kind)) return badInput("kind");
    if (!isOneOf(["all", "zones"] as const, coverage)) return badInput("coverage");
    if (!isText(name)) return badInput("name");
    if (date != null && !isDay(date)) return badInput("date");
    const unfit = provenanceProblem(provenance);
    if (unfit) return unfit;
    const problem = stagedProblem(plan, staged, kind);
    if (problem || kind !== "units" || replace) return problem;
    // Several files may make up the list of units, but a code stands for one unit only.
    const { accepted } = plan.staged(staged)!.reading("units")!;
    const taken = accepted.find(({ attributes }) => plan.count("unit", { code: attributes.code }) > 0);
    if (!taken) return null;
    return { code: "import.unit-taken", row: taken.row, values: { code: taken.attributes.code } };
  },
  run(plan, { staged, kind, name, coverage, date, replace, provenance }) {
    const file = plan.staged(staged)!;
    const reading = file.reading(kind)!;
    if (replace) for (const layer of plan.find("layer", { kind })) removeLayer(plan, layer.id);
    plan.insert("layer", {
      id: staged,
      kind,
      name: tidy(name),
      coverage,
      date: date ?? null,
      source: file.file,
      import_id: staged,
      provider: textOrNull(provenance?.provider),
      licence: textOrNull(provenance?.licence),
      accuracy_m: provenance?.accuracyM ?? null,
      source_crs: textOrNull(provenance?.sourceCrs),
      // What the file has and the plan has not: whoever imports such a layer was told and went on.
      skipped: reading.rejected.length,
    });
    plan.insert("import", importRow(file, kind, reading, plan.at));
    reading.accepted.forEach((feature, i) => {
      const common = {
        id: `${staged}/${i + 1}`,
        layer_id: staged,
        geom: encodeGeometry(feature.geometry),
        other: JSON.stringify(feature.properties),
      };
      plan.insert(FEATURE_TABLE[kind], { ...common, ...columnsOf[kind](feature as never) });
    });
    return { values: { name: tidy(name), count: reading.accepted.length }, notes: reading.notes };
  },
});

/** What is wrong with what was said of the source, or null. Every part may be left out. */
export function provenanceProblem(provenance: Partial<Provenance> | undefined): Problem | null {
  if (provenance === undefined) return null;
  if (!isRecord(provenance)) return badInput("provenance");
  const { provider = null, licence = null, sourceCrs = null, accuracyM = null } = provenance;
  if (!isTextOrNull(provider)) return badInput("provider");
  if (!isTextOrNull(licence)) return badInput("licence");
  if (!isTextOrNull(sourceCrs)) return badInput("sourceCrs");
  const isAccuracy = accuracyM === null || (Number.isFinite(accuracyM) && accuracyM >= 0);
  return isAccuracy ? null : badInput("accuracyM");
}

/** Tidied text; null for nothing. */
export function textOrNull(text: string | null | undefined): string | null {
  return isText(text) ? tidy(text) : null;
}

type Columns<K extends LayerKind> = Omit<
  Rows[(typeof FEATURE_TABLE)[K]],
  "id" | "layer_id" | "geom" | "other"
>;
/** What each kind of layer knows of a feature, as the columns of its table. */
const columnsOf: { [K in LayerKind]: (feature: Accepted<K>) => Columns<K> } = {
  units: ({ attributes: { code, name, district }, listVersion, province }) => ({
    code,
    name,
    district,
    list_version: listVersion,
    province,
  }),
  forests: ({ attributes: { name, kind, subzone } }) => ({ name, kind, subzone }),
  hazards: ({ attributes: { kind, level } }) => ({ kind, level }),
  roads: ({ attributes: { name, roadClass } }) => ({ name, class: roadClass }),
  centres: ({ attributes: { code, name } }) => ({ code, name }),
};
