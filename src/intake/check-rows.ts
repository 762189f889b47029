/** The check of a waiting table: what goes in, what is refused, and what a person should look at. */
import { acceptedCount, type RegisterReading, readerFor } from "../core/formats/index.ts";
import { ofOrigin } from "../core/formats/of-origin.ts";
import type { CanonicalRows } from "../core/intake/canonical-bytes.ts";
import { checkAreas } from "../core/intake/checks/check-areas.ts";
import { checkHouseholds } from "../core/intake/checks/check-households.ts";
import type { CheckedNumber, CheckedRows } from "../core/intake/checks/checked-rows.ts";
import type { CheckFinding } from "../core/intake/checks/finding.ts";
import { openUnits } from "../core/intake/checks/open-units.ts";
import { undecoded } from "../core/intake/checks/undecoded.ts";
import type { Interpreted } from "../core/intake/interpret.ts";
import { openCanonical } from "../core/intake/open-canonical.ts";
import type { ArealGeometry, Geometry } from "../core/model/geometry.ts";
import { OPTIONAL_FIELDS, type OptionalField } from "../core/model/household.ts";
import type { Problem, ReadResult } from "../core/outcome.ts";
import type { LonLat } from "../core/units.ts";
import type { CheckedTable, IntakeContext } from "./protocol.ts";
import type { WaitingTable } from "./waiting-table.ts";

/** Counts are those the plan will say: the same reader reads the same bytes (`made`), which are `rows` in our words. */
export function checkRows(
  waiting: WaitingTable,
  rows: Interpreted,
  made: CanonicalRows,
  context: IntakeContext,
): CheckedTable {
  const { table } = waiting.opened;
  const reading = readAsPlan(rows, made, table.file, table.rowIs);
  const read = rows.rows.length + rows.rejected.length;
  const accepted = acceptedCount(reading);
  const located = "located" in reading ? (reading as RegisterReading).located : accepted;
  const findings: CheckFinding[] = misplacedFindings(waiting, rows);
  if (rows.as === "households") {
    const { unitList } = waiting.meaning(context);
    const rowsList = context.unitList ?? unitList;
    findings.push(
      ...checkHouseholds(checkedRows(rows, table.rowIs, table.file), {
        units: context.units,
        unitList: context.unitList,
        rowsList,
      }),
    );
  }
  const units = rows.conversion?.report(rows.source) ?? null;
  if (units) findings.push(...openUnits(units, table));
  findings.push(...undecoded(rows, made));
  findings.push(...shapeFindings(rows, table.rowIs, table.file));
  return {
    read,
    accepted,
    unlocated: accepted - located,
    rejected: [...rows.rejected, ...reading.rejected],
    findings,
    notes: [...rows.unknown.problems(), ...reading.notes],
    ...(units && { units }),
  };
}

/** Layers of areas; communes must cover the ground once. */
const PARTITION: ReadonlySet<Interpreted["as"]> = new Set(["units"]);
const AREAS: ReadonlySet<Interpreted["as"]> = new Set(["units", "forests", "hazards"]);

function shapeFindings(rows: Interpreted, rowIs: "row" | "feature", file: string): readonly CheckFinding[] {
  const { shapes } = rows;
  if (shapes === null || !AREAS.has(rows.as)) return [];
  const name = rows.columns.find(({ field }) => field === "name");
  return checkAreas({
    count: shapes.length,
    rowIs,
    file,
    partition: PARTITION.has(rows.as),
    geometry: (i) => areaOf(shapes[i] ?? null),
    name(i) {
      const value = name?.value(rows.source[i]!) ?? null;
      return value === null ? null : String(value);
    },
    rowNumber: (i) => rows.rows[i]!,
  });
}

/** A shape whose rings are lists of positions; anything else is the reader's to refuse. */
function areaOf(shape: Geometry | null): ArealGeometry | null {
  if (shape === null || (shape.type !== "Polygon" && shape.type !== "MultiPolygon")) return null;
  const polygons: unknown = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return isList(polygons, (rings) => isList(rings, (ring) => isList(ring, isPosition))) ? shape : null;
}

function isList(value: unknown, holds: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(holds);
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "number";
}

function readAsPlan(
  rows: Interpreted,
  made: CanonicalRows,
  file: string,
  rowIs: "row" | "feature",
): ReadResult<unknown> {
  const opened = openCanonical(made, file);
  // A table without a column or a row is no CSV: nothing of it can be taken.
  if (!opened.ok)
    return { read: rows.rows.length, accepted: [], rejected: allRows(rows, opened.problem), notes: [] };
  return readerFor(rows.as).read(ofOrigin(opened.value, rows.rows, { rowIs }));
}

function allRows(rows: Interpreted, problem: Problem): Problem[] {
  return Array.from(rows.rows, (row) => ({ ...problem, row }));
}

/** Rows that were refused for their place: they can be put right, kept without a place, or left out. */
function misplacedFindings(waiting: WaitingTable, rows: Interpreted): CheckFinding[] {
  const { table } = waiting.opened;
  return rows.misplaced.map(({ row, problem, proposed }) => ({
    id: `place ${row}`,
    problem,
    rows: [table.rowNumber(row)],
    at: isPoint(proposed) ? proposed : null,
    weight: "stops",
    repair: proposed === null ? unlocated(rows) : { code: "set-place" },
  }));
}

/** Only households may lie nowhere. */
function unlocated({ as }: Interpreted): CheckFinding["repair"] {
  return as === "households" ? { code: "keep-unlocated" } : null;
}

function isPoint(proposed: unknown): proposed is LonLat {
  return Array.isArray(proposed);
}

/** The rows as the checks ask for them. */
function checkedRows(rows: Interpreted, rowIs: "row" | "feature", file: string): CheckedRows {
  const columnValue = (name: string) => {
    const column = rows.columns.find(({ field }) => field === name);
    return (i: number) => column?.value(rows.source[i]!) ?? null;
  };
  const text = (name: string) => {
    const value = columnValue(name);
    return (i: number) => {
      const one = value(i);
      return one === null ? null : String(one);
    };
  };
  const number = (name: string) => {
    const value = columnValue(name);
    return (i: number) => {
      const one = value(i);
      return typeof one === "number" ? one : null;
    };
  };
  const has = new Set<string>(rows.columns.flatMap(({ field }) => field ?? []));
  const numbers = (Object.keys(OPTIONAL_FIELDS) as OptionalField[]).flatMap((field): CheckedNumber[] => {
    const kind = OPTIONAL_FIELDS[field];
    return kind === "text" || !has.has(field) ? [] : [{ field, kind, value: number(field) }];
  });
  return {
    count: rows.rows.length,
    rowIs,
    file,
    id: text("id"),
    head: text("head"),
    village: text("village"),
    communeCode: text("commune_code"),
    members: number("members"),
    numbers,
    lon: (i) => degrees(rows.points?.lon[i]),
    lat: (i) => degrees(rows.points?.lat[i]),
    rowNumber: (i) => rows.rows[i]!,
  };
}

function degrees(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
