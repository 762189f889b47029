/** KML and KMZ: placemarks with their folder, their data and their shapes. Always WGS 84. Styles are passed over. */
import type { Dataset, FileGroup, SourceReader } from "../../intake/dataset.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { columnsFit } from "../source-limits.ts";
import { sourceText, startOf } from "../text/source-text.ts";
import { KmlPlacemarks } from "./kml-placemarks.ts";
import { holdsDoc, isZip, unpackKmz } from "./kmz.ts";
import { readXml } from "./xml.ts";

export const kml: SourceReader = { formats: ["kml"], recognise, read: async (group) => read(group) };

const ROOT = /<(?:\w+:)?kml[\s>]/i;
const KMZ = /\.kmz$/i;

function recognise({ main }: FileGroup): boolean {
  if (isZip(main.bytes)) return KMZ.test(main.name) || holdsDoc(main.bytes);
  return ROOT.test(startOf(main.bytes));
}

function read({ main }: FileGroup): Outcome<Dataset> {
  const file = main.name;
  const unpacked = isZip(main.bytes) ? unpackKmz(main.bytes, file) : ok(main.bytes);
  if (!unpacked.ok) return unpacked;
  const text = sourceText(unpacked.value, file);
  if (!text.ok) return text;
  const found = new KmlPlacemarks(file);
  const done = readXml(text.value, file, found);
  if (!done.ok) return done;
  const { list, rejected } = found;
  if (!found.isKml) return fail("file.other-format", { looksLike: "XML" }, { file });
  const fits = columnsFit(list.columns.length, file);
  if (!fits.ok) return fits;
  if (list.count + rejected.length === 0) {
    if (found.leftOut.size > 0) {
      return fail("format.only-left-out", { what: [...found.leftOut.keys()].join(", ") }, { file });
    }
    return fail("format.no-features", undefined, { file });
  }
  const notes: Problem[] = [...done.notes];
  if (found.tables > 0) notes.push({ code: "kml.tables", file, values: { count: found.tables } });
  for (const [what, count] of found.leftOut) {
    notes.push({ code: "format.left-out", file, values: { what, count } });
  }
  const table = list.table({
    format: "kml",
    file,
    name: "",
    text: text.value.kind,
    rowIs: "feature",
    crs: { kind: "standard", text: "EPSG:4326" },
    rejected,
    notes,
  });
  return ok({ format: "kml", file, tables: [table], notes: [] });
}
