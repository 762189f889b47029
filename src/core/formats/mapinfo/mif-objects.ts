/**
 * The objects of a MapInfo exchange file (MapInfo Professional User's Guide, appendix "MapInfo Data Interchange
 * Format"). An object begins with its word at the beginning of a line; whatever follows and is not understood
 * (pens, brushes, fonts) is skipped up to the next one, so that a broken object does not cost the others.
 */
import { groupRings, type Steps } from "../../geometry/group-rings.ts";
import type { Json } from "../../model/household.ts";
import type { ProblemCode, ProblemValue } from "../../outcome.ts";
import { polygonOfRings } from "../polygon-of-rings.ts";
import type { MifHeader } from "./mif-header.ts";
import type { LineReader } from "./mif-lines.ts";
import { MifNumbers, Missing } from "./mif-numbers.ts";

export type MifObject =
  | { readonly kind: "shape"; readonly geometry: Json }
  | {
      readonly kind: "fault";
      readonly code: ProblemCode;
      readonly values: Readonly<Record<string, ProblemValue>>;
    };

const OBJECT =
  /^\s*(point|line|pline|region|arc|text|rect|roundrect|ellipse|multipoint|collection|none)(?![\w(])/i;

/** Objects one after the other; null at the end of the file. */
export class MifObjects {
  private readonly numbers: MifNumbers;

  constructor(
    private readonly lines: LineReader,
    transform: MifHeader["transform"],
    private readonly budget: Steps,
  ) {
    this.numbers = new MifNumbers(lines, transform, (line) => OBJECT.test(line));
  }

  next(): MifObject | null {
    for (let text = this.lines.next(); text !== null; text = this.lines.next()) {
      const word = OBJECT.exec(text)?.[1]?.toLowerCase();
      if (word === undefined) continue;
      const line = this.lines.line;
      this.numbers.begin(text.replace(OBJECT, ""));
      try {
        return this.object(word);
      } catch (error) {
        if (error instanceof Missing) return { kind: "fault", code: "mif.coordinates", values: { line } };
        if (error instanceof TooMany)
          return { kind: "fault", code: "mif.rings", values: { rings: error.rings } };
        throw error;
      }
    }
    return null;
  }

  private object(word: string): MifObject {
    if (word === "none") return { kind: "shape", geometry: null };
    if (word === "collection") return { kind: "shape", geometry: this.collection() };
    const geometry = this.shape(word);
    if (geometry !== undefined) return { kind: "shape", geometry };
    return { kind: "fault", code: "mif.object", values: { kind: word } };
  }

  /** Undefined for what is no point, line or area. */
  private shape(word: string): Json | undefined {
    const { numbers } = this;
    if (word === "point") return { type: "Point", coordinates: numbers.position() };
    if (word === "line") return { type: "LineString", coordinates: [numbers.position(), numbers.position()] };
    if (word === "pline") return this.lineOf(numbers.multiple() ? numbers.count() : 1);
    if (word === "region") return this.region();
    if (word === "multipoint") return { type: "MultiPoint", coordinates: numbers.positions(numbers.count()) };
    if (word === "rect") return rectangle(numbers.position(), numbers.position());
    return undefined;
  }

  private lineOf(sections: number): Json {
    const lines: Json[] = [];
    for (let i = 0; i < sections; i++) lines.push(this.numbers.positions(this.numbers.count()));
    const [only] = lines;
    if (only === undefined) return null;
    return lines.length === 1
      ? { type: "LineString", coordinates: only }
      : { type: "MultiLineString", coordinates: lines };
  }

  private region(): Json {
    const count = this.numbers.count();
    const xy: number[] = [];
    const start = [0];
    for (let i = 0; i < count; i++) {
      for (const [x, y] of this.numbers.positions(this.numbers.count())) xy.push(x, y);
      start.push(xy.length / 2);
    }
    const rings = { xy: Float64Array.from(xy), start };
    const grouped = groupRings(rings, this.budget);
    if (grouped === null) throw new TooMany(count);
    return polygonOfRings(rings, grouped);
  }

  /** Parts each begin with their own word on a line of their own. */
  private collection(): Json {
    const count = this.numbers.count();
    const geometries: Json[] = [];
    for (let i = 0; i < count; i++) {
      let text = this.lines.next();
      let match = text === null ? null : OBJECT.exec(text);
      while (text !== null && !match) {
        text = this.lines.next();
        match = text === null ? null : OBJECT.exec(text);
      }
      const word = match?.[1]?.toLowerCase();
      if (text === null || word === undefined || word === "collection") throw new Missing();
      this.numbers.begin(text.replace(OBJECT, ""));
      const geometry = this.shape(word);
      if (geometry === undefined) throw new Missing();
      if (geometry !== null) geometries.push(geometry);
    }
    const [only] = geometries;
    if (only === undefined) return null;
    return geometries.length === 1 ? only : { type: "GeometryCollection", geometries };
  }
}

class TooMany extends Error {
  constructor(readonly rings: number) {
    super();
  }
}

/** Two corners that lie across from each other. */
function rectangle([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Json {
  const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)];
  const [south, north] = [Math.min(y1, y2), Math.max(y1, y2)];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon", coordinates: [ring] };
}
