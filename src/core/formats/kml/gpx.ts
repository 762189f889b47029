/** GPX: waypoints, routes and tracks, a table for each that there are any of. Always WGS 84. */
import type { Dataset, FileGroup, SourceReader, SourceTable } from "../../intake/dataset.ts";
import type { Json } from "../../model/household.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import type { Xy } from "../collect-shapes.ts";
import { RecordList } from "../record-list.ts";
import { columnsFit } from "../source-limits.ts";
import { sourceText, startOf } from "../text/source-text.ts";
import { readXml, type XmlHandler } from "./xml.ts";

export const gpx: SourceReader = {
  formats: ["gpx"],
  recognise: ({ main }) => /<(?:\w+:)?gpx[\s>]/i.test(startOf(main.bytes)),
  read: async (group) => read(group),
};

const KINDS = ["wpt", "rte", "trk"] as const;
type Kind = (typeof KINDS)[number];

function read({ main: { name: file, bytes } }: FileGroup): Outcome<Dataset> {
  const text = sourceText(bytes, file);
  if (!text.ok) return text;
  const found = new Things(file);
  const done = readXml(text.value, file, found);
  if (!done.ok) return done;
  if (!found.isGpx) return fail("file.other-format", { looksLike: "XML" }, { file });
  const tables: SourceTable[] = [];
  for (const kind of KINDS) {
    const list = found.lists[kind];
    const rejected = found.rejected[kind];
    const fits = columnsFit(list.columns.length, file);
    if (!fits.ok) return fits;
    if (list.count + rejected.length === 0) continue;
    const crs = { kind: "standard", text: "EPSG:4326" } as const;
    const head = { format: "gpx", file, name: kind, text: text.value.kind, rowIs: "feature" } as const;
    tables.push(list.table({ ...head, crs, rejected, notes: [] }));
  }
  if (tables.length === 0) return fail("format.no-features", undefined, { file });
  return ok({ format: "gpx", file, tables, notes: done.notes });
}

/** What is being read: a waypoint, or a route or track with its lines. */
interface Thing {
  readonly kind: Kind;
  readonly values: (readonly [string, Json])[];
  readonly lines: Xy[][];
  /** Depth of its element: its own fields lie one below. */
  readonly depth: number;
  point: Xy | null;
  wrong: string | null;
}

class Things implements XmlHandler {
  readonly lists = { wpt: new RecordList(), rte: new RecordList(), trk: new RecordList() };
  readonly rejected: Readonly<Record<Kind, Problem[]>> = { wpt: [], rte: [], trk: [] };
  isGpx = false;

  private readonly path: string[] = [];
  private readonly rows = { wpt: 0, rte: 0, trk: 0 };
  private thing: Thing | null = null;
  private signs = "";
  /** The element just opened had no element in it: its text is a value. */
  private leaf = false;

  constructor(private readonly file: string) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.path.length === 0) this.isGpx = name === "gpx";
    this.path.push(name);
    this.signs = "";
    this.leaf = true;
    const { thing } = this;
    if (!thing && (name === "wpt" || name === "rte" || name === "trk")) {
      this.thing = {
        kind: name,
        values: [],
        lines: name === "rte" ? [[]] : [],
        depth: this.path.length,
        point: null,
        wrong: null,
      };
      if (name === "wpt") this.thing.point = this.position(this.thing, attributes);
    } else if (thing && name === "trkseg") thing.lines.push([]);
    else if (thing && (name === "rtept" || name === "trkpt")) {
      const at = this.position(thing, attributes);
      if (at) thing.lines.at(-1)?.push(at);
    }
  }

  text(part: string): void {
    this.signs += part;
  }

  close(name: string): void {
    const { thing, path } = this;
    if (thing && path.length === thing.depth) this.finish(thing);
    else if (thing && this.leaf && this.isOwn(thing)) {
      const text = this.signs.trim();
      if (text !== "") thing.values.push([name, text]);
    }
    path.pop();
    this.signs = "";
    this.leaf = false;
  }

  /** A field of the thing itself or of its extensions, not of one of its points. */
  private isOwn({ depth }: Thing): boolean {
    return this.path.length === depth + 1 || this.path[depth] === "extensions";
  }

  private position(thing: Thing, { lon, lat }: Readonly<Record<string, string>>): Xy | null {
    const at: Xy = [number(lon), number(lat)];
    if (Number.isFinite(at[0]) && Number.isFinite(at[1])) return at;
    thing.wrong ??= `lon="${lon ?? ""}" lat="${lat ?? ""}"`.slice(0, 80);
    return null;
  }

  private finish(thing: Thing): void {
    this.thing = null;
    const { kind } = thing;
    const row = ++this.rows[kind];
    if (thing.wrong !== null) {
      const values = { given: thing.wrong };
      this.rejected[kind].push({ code: "kml.coordinates", file: this.file, row, rowIs: "feature", values });
      return;
    }
    this.lists[kind].add(row, thing.values, shapeOf(thing));
  }
}

/** Lines of one point are kept: whoever checks the rows says that they are none. */
function shapeOf({ point, lines }: Thing): Json {
  if (point) return { type: "Point", coordinates: point };
  const said = lines.filter((line) => line.length > 0);
  if (said.length === 0) return null;
  if (said.length === 1) return { type: "LineString", coordinates: said[0]! };
  return { type: "MultiLineString", coordinates: said };
}

function number(text: string | undefined): number {
  return text === undefined || text.trim() === "" ? Number.NaN : Number(text);
}
