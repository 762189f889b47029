/** From the units of one list to those of the other: always asked for, never done in passing. */
import type { ListVersion } from "../intake/meaning.ts";
import { unitOf, unitsOf } from "./units.ts";
import type { AdminUnit } from "./units-data.ts";

/** What a unit of one list is in the other. */
export type UnitConversion =
  | { readonly state: "one"; readonly unit: AdminUnit }
  | {
      readonly state: "several";
      /**
       * `split`: an old unit went to several new ones; `merged`: a new unit was made of several old ones. A row
       * then needs its point or its village; the code alone does not tell.
       */
      readonly why: "split" | "merged";
      readonly units: readonly AdminUnit[];
    }
  /** The code is not in the list it was said to be of. */
  | { readonly state: "none" };

/** The unit or units that `code` of list `from` is in list `to`. */
export function convertUnit(code: string, from: ListVersion, to: ListVersion): UnitConversion {
  const unit = unitOf(code, from);
  if (unit === null) return { state: "none" };
  if (from === to) return { state: "one", unit };
  const units = to === "2025-07" ? successors(unit.code) : predecessors(unit);
  const [only] = units;
  if (only && units.length === 1) return { state: "one", unit: only };
  return { state: "several", why: to === "2025-07" ? "split" : "merged", units };
}

/**
 * The same for a row whose point lies in the unit `containing` of list `to`: it chooses between several, when it is
 * one of them. It never overrules a code that is one unit.
 */
export function convertUnitAt(
  code: string,
  from: ListVersion,
  to: ListVersion,
  containing: string | null,
): UnitConversion {
  const became = convertUnit(code, from, to);
  if (became.state !== "several" || containing === null) return became;
  const unit = became.units.find((one) => one.code === containing);
  return unit === undefined ? became : { state: "one", unit };
}

/** A code with how many rows carry it. */
export type CodeCount = readonly [code: string, rows: number];

export interface ConversionReport {
  readonly from: ListVersion;
  readonly to: ListVersion;
  /** `rows = one + ambiguous + unknown`, in rows. */
  readonly rows: number;
  readonly one: number;
  readonly ambiguous: number;
  readonly unknown: number;
  readonly certain: readonly { readonly from: AdminUnit; readonly to: AdminUnit; readonly rows: number }[];
  /** Codes that need a point or a village for every row, with what they can become. */
  readonly several: readonly {
    readonly from: AdminUnit;
    readonly to: readonly AdminUnit[];
    readonly why: "split" | "merged";
    readonly rows: number;
  }[];
  /** Codes that are not in the list. */
  readonly none: readonly CodeCount[];
}

/** What becomes of every code, with the rows behind it; in the order given. */
export function conversionReport(
  codes: readonly CodeCount[],
  from: ListVersion,
  to: ListVersion,
): ConversionReport {
  const certain: ConversionReport["certain"][number][] = [];
  const several: ConversionReport["several"][number][] = [];
  const none: CodeCount[] = [];
  for (const [code, rows] of codes) {
    const unit = unitOf(code, from);
    const became = convertUnit(code, from, to);
    if (unit === null || became.state === "none") none.push([code, rows]);
    else if (became.state === "one") certain.push({ from: unit, to: became.unit, rows });
    else several.push({ from: unit, to: became.units, why: became.why, rows });
  }
  const one = certain.reduce((sum, { rows }) => sum + rows, 0);
  const ambiguous = several.reduce((sum, { rows }) => sum + rows, 0);
  const unknown = none.reduce((sum, [, rows]) => sum + rows, 0);
  return { from, to, rows: one + ambiguous + unknown, one, ambiguous, unknown, certain, several, none };
}

function successors(code: string): readonly AdminUnit[] {
  return SUCCESSORS.get(code) ?? [];
}

function predecessors(unit: AdminUnit): readonly AdminUnit[] {
  return unit.formerUnits.map(({ code }) => unitOf(code, "2025-03")!);
}

const SUCCESSORS: ReadonlyMap<string, readonly AdminUnit[]> = (() => {
  const out = new Map<string, AdminUnit[]>();
  for (const unit of unitsOf("2025-07")) {
    for (const { code } of unit.formerUnits) {
      const known = out.get(code);
      if (known) known.push(unit);
      else out.set(code, [unit]);
    }
  }
  return out;
})();
