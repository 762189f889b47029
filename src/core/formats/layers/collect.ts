/** Bookkeeping of a layer reader: every feature is accepted or rejected, and the sums are right by construction. */
import { selfCrossing } from "../../geometry/self-crossing.ts";
import type { ArealGeometry, Geometry } from "../../model/geometry.ts";
import type { Json } from "../../model/household.ts";
import type { Problem, ProblemCode, ProblemValue, ReadResult } from "../../outcome.ts";
import type { RawFeature, RawTable } from "../raw.ts";
import { readArea, type ShapeOutcome } from "../shapes.ts";
import type { LayerFeature } from "./layer-reader.ts";

type Values = Readonly<Record<string, ProblemValue>>;

/** Where notes and the refusal of one feature are written down. */
export class FeatureDesk {
  constructor(
    private readonly table: RawTable,
    readonly feature: RawFeature,
    private readonly notes: Problem[],
  ) {}

  /** Positions left out of this feature because they repeat the one before. */
  repeated = 0;

  problem(code: ProblemCode, values?: Values, field?: string | null): Problem {
    return {
      code,
      file: this.table.file,
      row: this.feature.row,
      ...(countsFeatures(this.table) && { rowIs: "feature" as const }),
      ...(field != null && { field }),
      ...(values && { values }),
    };
  }

  note(code: ProblemCode, values?: Values, field?: string | null): void {
    this.notes.push(this.problem(code, values, field));
  }

  /** The value under a name of the file; absent when the file has no such column. */
  value(name: string | null): Json | undefined {
    return name === null ? undefined : this.feature.properties[name];
  }
}

function countsFeatures({ origin, format }: RawTable): boolean {
  return origin === null ? format === "geojson" : origin.rowIs === "feature";
}

/** What a reader makes of one feature: the thing itself, or the one reason why not. */
export type One<T> = { readonly value: T } | { readonly refused: Problem };

/** Runs `make` over every feature of the table. */
export function collect<T>(
  table: RawTable,
  fileNotes: readonly Problem[],
  make: (desk: FeatureDesk) => One<T>,
): ReadResult<T> {
  const accepted: T[] = [];
  const rejected: Problem[] = [...table.rejected];
  const notes: Problem[] = [...table.notes, ...fileNotes];
  let repeated = 0;
  for (const feature of table.features) {
    const own: Problem[] = [];
    const desk = new FeatureDesk(table, feature, own);
    const one = make(desk);
    if ("refused" in one) rejected.push(one.refused);
    else {
      accepted.push(one.value);
      notes.push(...own);
      repeated += desk.repeated;
    }
  }
  if (repeated > 0) {
    notes.push({ code: "feature.repeated-vertices", file: table.file, values: { count: repeated } });
  }
  rejected.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { read: table.read, accepted, rejected, notes };
}

/** Puts attributes and a shape together, telling what was mended in the shape. */
export function withShape<A, G extends Geometry>(
  desk: FeatureDesk,
  attributes: A,
  outcome: ShapeOutcome<G>,
): One<LayerFeature<A, G>> {
  if ("fault" in outcome) return { refused: desk.problem(outcome.fault.code, outcome.fault.values) };
  const { geometry, closedRings, repeated, outside } = outcome.shape;
  if (closedRings > 0) desk.note("feature.ring-open", { rings: closedRings });
  desk.repeated = repeated;
  if (outside) desk.note("row.outside", firstPosition(geometry));
  const { row, properties } = desk.feature;
  return { value: { row, attributes, geometry, properties } };
}

/** The same for areas, which may also cross themselves: `point-in-polygon.ts` then says what is inside. */
export function withArea<A>(desk: FeatureDesk, attributes: A): One<LayerFeature<A, ArealGeometry>> {
  const one = withShape(desk, attributes, readArea(desk.feature.geometry));
  const at = "value" in one ? selfCrossing(one.value.geometry) : null;
  if (at) desk.note("feature.self-crossing", { lon: degrees(at[0]), lat: degrees(at[1]) });
  return one;
}

/** 7 decimals are 1 cm. */
function degrees(value: number): string {
  return String(Number(value.toFixed(7)));
}

function firstPosition(geometry: Geometry): { lon: string; lat: string } {
  let value: unknown = geometry.coordinates;
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0];
  const [lon, lat] = value as [number, number];
  return { lon: String(lon), lat: String(lat) };
}
