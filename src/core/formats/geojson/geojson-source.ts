/**
 * GeoJSON with nothing decided: one document, or one feature per line (newline-delimited, or with the record
 * separator of RFC 8142). Texts stay as they are in the file.
 */
import type { Dataset, DeclaredCrs, FileGroup, SourceReader, SourceTable } from "../../intake/dataset.ts";
import type { Json } from "../../model/household.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { isList, isRecord } from "../normalise.ts";
import { columnsFit, MOST_BROKEN } from "../source-limits.ts";
import { type SourceText, sourceText, startOf } from "../text/source-text.ts";
import { isDeeper, MOST_LEVELS, typeName } from "./geojson.ts";
import { geojsonCrs } from "./geojson-crs.ts";
import { jsonFault } from "./json-fault.ts";

const SEPARATOR = "\u001e";

export const geojsonSource: SourceReader = {
  formats: ["geojson", "geojson-lines"],
  recognise: ({ main }) => /^\s*[{[]/.test(startOf(main.bytes).replace(SEPARATOR, "")),
  read: async (group) => read(group),
};

type JsonRecord = { readonly [key: string]: Json };

/** An escaped sign that no byte stands for. */
const ESCAPE = /\\u(?!00)[0-9a-f]{4}/i;
const GEOMETRIES = new Set([
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
]);

function read({ main: { name: file, bytes } }: FileGroup): Outcome<Dataset> {
  const source = sourceText(bytes, file);
  if (!source.ok) return source;
  const { text, kind } = source.value;
  if (kind === "bytes" && ESCAPE.test(text)) return fail("format.mixed-letters", undefined, { file });
  const root = parse(text);
  if (root === undefined) {
    const lines = linesOf(text);
    if (lines) return readLines(lines, source.value, file);
    return fail("geojson.syntax", { ...jsonFault(text) }, { file });
  }
  const found = featuresOf(root);
  if (found === null) {
    const type = typeName(root);
    if (type === "Topology") return fail("file.other-format", { looksLike: "TopoJSON" }, { file });
    return fail("geojson.not-collection", { type }, { file });
  }
  const table = new Table("geojson", file, source.value.kind, geojsonCrs(root));
  for (const [index, item] of found.entries()) table.add(item, index + 1);
  return table.dataset();
}

function readLines(lines: readonly Line[], { kind }: SourceText, file: string): Outcome<Dataset> {
  let table: Table | null = null;
  const broken: Problem[] = [];
  for (const [index, { text, at }] of lines.entries()) {
    const root = parse(text);
    if (root === undefined) {
      if (broken.length === MOST_BROKEN) return fail("format.broken", { most: MOST_BROKEN }, { file });
      const fault = jsonFault(text);
      const values = { line: at + fault.line - 1, column: fault.column };
      broken.push({ code: "geojson.syntax", file, row: index + 1, rowIs: "feature", values });
      continue;
    }
    table ??= new Table("geojson-lines", file, kind, geojsonCrs(root));
    table.add(isRecord(root) && isGeometry(root) ? asFeature(root) : root, index + 1);
  }
  if (!table) return fail("format.broken", { most: broken.length }, { file });
  table.rejected.push(...broken);
  return table.dataset();
}

interface Line {
  readonly text: string;
  /** Line of the file from 1 on which it begins. */
  readonly at: number;
}

/** Null when it is one broken document, not a list of features. */
function linesOf(text: string): readonly Line[] | null {
  const lines: Line[] = [];
  let at = 1;
  const separated = text.trimStart().startsWith(SEPARATOR);
  for (const part of text.split(separated ? SEPARATOR : "\n")) {
    const clean = part.trim();
    // Spaces before a record move its beginning; only newlines move its line.
    const skipped = separated ? (/^\s*/.exec(part)?.[0].split("\n").length ?? 1) - 1 : 0;
    if (clean !== "") lines.push({ text: clean, at: at + skipped });
    at += separated ? part.split("\n").length - 1 : 1;
  }
  if (separated) return lines;
  const whole = lines.slice(0, 3).some((line) => {
    const root = parse(line.text);
    return root !== undefined && isRecord(root) && (root.type === "Feature" || isGeometry(root));
  });
  return whole && lines.length > 1 ? lines : null;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function featuresOf(root: Json): readonly Json[] | null {
  if (!isRecord(root)) return null;
  if (root.type === "FeatureCollection") {
    return root.features !== undefined && isList(root.features) ? root.features : null;
  }
  if (root.type === "Feature") return [root];
  return isGeometry(root) ? [asFeature(root)] : null;
}

function isGeometry(value: JsonRecord): boolean {
  return typeof value.type === "string" && GEOMETRIES.has(value.type);
}

function asFeature(geometry: JsonRecord): JsonRecord {
  return { type: "Feature", properties: null, geometry };
}

/** Features as they were parsed; a value is looked up when asked for, so a row costs nothing of its own. */
class Table {
  readonly rejected: Problem[] = [];
  private readonly features: JsonRecord[] = [];
  private readonly rows: number[] = [];
  private readonly columns = new Map<string, number>();
  /** The `id` beside the properties says something that the property `id` does not. */
  private ownIds = false;

  constructor(
    private readonly format: "geojson" | "geojson-lines",
    private readonly file: string,
    private readonly text: SourceText["kind"],
    private readonly crs: DeclaredCrs | null,
  ) {}

  add(item: Json, row: number): void {
    const place = { file: this.file, row, rowIs: "feature" } as const;
    if (!isRecord(item) || item.type !== "Feature") {
      this.rejected.push({ code: "geojson.not-feature", ...place, values: { type: typeName(item) } });
      return;
    }
    if (isDeeper(item, MOST_LEVELS)) {
      this.rejected.push({ code: "geojson.nested", ...place, values: { most: MOST_LEVELS } });
      return;
    }
    const properties = propertiesOf(item);
    for (const name of Object.keys(properties)) {
      if (!this.columns.has(name)) this.columns.set(name, this.columns.size);
    }
    const id = idOf(item);
    if (id !== null && String(id) !== String(own(properties, "id"))) this.ownIds = true;
    this.features.push(item);
    this.rows.push(row);
  }

  dataset(): Outcome<Dataset> {
    const { file, format, features, rows, rejected } = this;
    const fits = columnsFit(this.columns.size, file);
    if (!fits.ok) return fits;
    if (features.length + rejected.length === 0) return fail("format.no-features", undefined, { file });
    const names = [...this.columns.keys()];
    const first = this.ownIds ? 1 : 0;
    const table: SourceTable = {
      format,
      file,
      name: "",
      columns: this.ownIds ? ["id", ...names] : names,
      text: this.text,
      count: features.length,
      value: (row, column) => {
        const feature = features[row]!;
        if (column < first) return idOf(feature);
        return plain(own(propertiesOf(feature), names[column - first]!));
      },
      geometry: (row) => features[row]!.geometry ?? null,
      rowNumber: (row) => rows[row]!,
      rowIs: "feature",
      crs: this.crs,
      rejected: rejected.toSorted((a, b) => a.row! - b.row!),
      notes: [],
    };
    return ok({ format, file, tables: [table], notes: [] });
  }
}

const NONE: JsonRecord = {};

function propertiesOf(feature: JsonRecord): JsonRecord {
  return isRecord(feature.properties) ? feature.properties : NONE;
}

function idOf({ id }: JsonRecord): string | number | null {
  return typeof id === "string" || typeof id === "number" ? plain(id) : null;
}

/** Only what the file holds: `constructor` is no value of a feature without it. */
function own(record: JsonRecord, name: string): Json {
  return Object.hasOwn(record, name) ? record[name]! : null;
}

/** `1e999` is a number to JSON and none to anybody else. */
function plain<T extends Json>(value: T): T | string {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
