/** Sites from a GeoJSON file: polygons with `id`, `name`, `form` and, if it is known, `capacity`. */
import path from "node:path";
import { openTable, type RawFeature } from "../../../src/core/formats/index.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import { SITE_FORMS, type SiteForm } from "../../../src/core/model/site.ts";
import type { Problem } from "../../../src/core/outcome.ts";
import { shapeProblem } from "../../../src/plan/commands/site-shape.ts";
import type { Commands } from "../../../src/plan/protocol.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { readBytes } from "../files.ts";
import type { Speaker } from "./speaker.ts";

type NewSite = Commands["site.add"];

/** All sites of the file, or null: then everything wrong with it was told, and none of them is taken. */
export function readSitesFile(file: string, store: PlanStore, speaker: Speaker): readonly NewSite[] | null {
  const name = path.basename(file);
  const bytes = readBytes(file);
  if (bytes === null) return none(speaker.stop("cli.no-file", { file }));
  const opened = openTable(bytes, name);
  if (!opened.ok) return none(speaker.refuse(opened.problem));
  const table = opened.value;
  const taken = new Set(store.sites().map(({ id }) => id));
  const sites: NewSite[] = [];
  const faults: Problem[] = [...table.rejected];
  for (const feature of table.features) {
    const site = siteOf(feature);
    const problem = "code" in site ? site : taken.has(site.id) ? takenId(site.id, feature) : null;
    if (problem === null && !("code" in site)) {
      taken.add(site.id);
      sites.push(site);
    } else if (problem !== null) faults.push(problem);
  }
  const rowIs = table.format === "geojson" ? ({ rowIs: "feature" } as const) : {};
  for (const fault of faults) speaker.refuse({ ...fault, ...rowIs, file: name });
  if (faults.length > 0)
    return none(speaker.stop("cli.plan.sites.none-taken", { file: name, count: faults.length }));
  return sites.length > 0 ? sites : none(speaker.stop("cli.plan.sites.empty", { file: name }));
}

function siteOf({ properties, geometry, row }: RawFeature): NewSite | Problem {
  const text = (field: string): string | null => {
    const value = properties[field];
    const written = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    return written === "" ? null : written.normalize("NFC");
  };
  const [id, name] = [text("id"), text("name")];
  if (id === null) return { code: "site.field", row, field: "id" };
  if (name === null) return { code: "site.name-missing", row, field: "name" };
  const form = text("form") ?? "concentrated";
  if (!isForm(form)) {
    return { code: "site.form", row, field: "form", values: { given: form, allowed: SITE_FORMS.join(", ") } };
  }
  const given = text("capacity");
  const capacity = given === null ? null : Number(given);
  if (capacity !== null && !(Number.isSafeInteger(capacity) && capacity >= 0)) {
    return { code: "site.capacity", row, field: "capacity", values: { given } };
  }
  if (!isAreal(geometry)) return { code: "site.no-area", row };
  const problem = shapeProblem(geometry);
  return problem === null ? { id, name, form, capacity, geometry } : { ...problem, row };
}

function isForm(text: string): text is SiteForm {
  return (SITE_FORMS as readonly string[]).includes(text);
}

/** By its type alone: what its rings are is looked at by `shapeProblem`. */
function isAreal(geometry: unknown): geometry is ArealGeometry {
  const type = typeof geometry === "object" && geometry !== null && "type" in geometry ? geometry.type : null;
  return type === "Polygon" || type === "MultiPolygon";
}

function takenId(id: string, { row }: RawFeature): Problem {
  return { code: "site.id-taken", row, field: "id", values: { id } };
}

function none(_code: 0 | 1 | 2): null {
  return null;
}
