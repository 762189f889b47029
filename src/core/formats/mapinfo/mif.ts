/**
 * MapInfo exchange files: `.mif` with its `.mid`. Texts stay bytes: what `Charset` says is rarely what the letters
 * are. Source: MapInfo Professional User's Guide, appendix "MapInfo Data Interchange Format".
 */
import { MOST_STEPS } from "../../geometry/group-rings.ts";
import {
  type Dataset,
  type FileGroup,
  recordTable,
  type SourceReader,
  type SourceRecord,
} from "../../intake/dataset.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { startOf } from "../text/source-text.ts";
import { isProblem, midRows } from "./mid-rows.ts";
import { mifHeader } from "./mif-header.ts";
import { type Letters, lettersOf } from "./mif-letters.ts";
import { LineReader } from "./mif-lines.ts";
import { MifObjects } from "./mif-objects.ts";

export const mif: SourceReader = {
  formats: ["mapinfo-mif"],
  recognise: ({ main: { name, bytes } }) => {
    const start = startOf(bytes);
    return (
      /^\s*version\s+\d+/i.test(start) ||
      (/\.mif$/i.test(name) && /^\s*(?:charset|delimiter|columns|coordsys)\b/im.test(start))
    );
  },
  read: async (group) => read(group),
};

function read(group: FileGroup): Outcome<Dataset> {
  const { name: file, bytes } = group.main;
  const lines = new LineReader(bytes);
  const opened = mifHeader(lines, file);
  if (!opened.ok) return opened;
  const header = opened.value;
  const mid = group.companions.find(({ name }) => /\.mid$/i.test(name));
  const notes: Problem[] = [];
  if (!mid) notes.push({ code: "mif.no-mid", file });
  const letters = lettersOf(header, mid?.bytes ?? null, file);
  const rows = mid ? midRows(mid.bytes, header) : null;
  const { records, rejected, objects } = join(lines, { header, rows, letters, file });
  if (records.length + rejected.length === 0) return fail("shapefile.no-rows", undefined, { file });
  if (rows && rows.length !== objects) {
    notes.push({ code: "mif.counts", file, values: { objects, rows: rows.length } });
  }
  const table = recordTable(
    {
      format: "mapinfo-mif",
      file,
      name: "",
      columns: mid ? header.columns.map(({ name }) => letters.read(name)) : [],
      text: letters.text,
      rowIs: "feature",
      crs: header.coordSys === "" ? null : { kind: "coordsys", text: header.coordSys },
      rejected,
      notes: [...notes, ...letters.notes],
    },
    records,
  );
  return ok({ format: "mapinfo-mif", file, tables: [table], notes: [] });
}

interface Parts {
  readonly header: Parameters<typeof midRows>[1];
  readonly rows: ReturnType<typeof midRows> | null;
  readonly letters: Letters;
  readonly file: string;
}

/** The n-th object belongs to the n-th row. */
function join(lines: LineReader, { header, rows, letters, file }: Parts) {
  const reader = new MifObjects(lines, header.transform, { left: MOST_STEPS });
  const records: SourceRecord[] = [];
  const rejected: Problem[] = [];
  let objects = 0;
  for (let object = reader.next(); object !== null; object = reader.next()) {
    const place = { file, row: objects + 1, rowIs: "feature" as const };
    const row = rows === null ? [] : rows[objects];
    objects++;
    if (object.kind === "fault") rejected.push({ code: object.code, values: object.values, ...place });
    else if (row === undefined) rejected.push({ code: "mif.no-row", ...place });
    else if (isProblem(row)) rejected.push({ ...row, ...place });
    else {
      const values = row.map((value) => (typeof value === "string" ? letters.read(value) : value));
      records.push({ row: objects, values, geometry: object.geometry });
    }
  }
  for (let i = objects; rows !== null && i < rows.length; i++) {
    rejected.push({ code: "mif.no-object", file, row: i + 1, rowIs: "feature" });
  }
  return { records, rejected, objects };
}
