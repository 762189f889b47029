/**
 * Commune codes of a file turned into those of the plan's list, row by row. A former unit that was split is decided by
 * the point of the row, else by its village, else by a person; what nothing decides stays open.
 */
import { convertUnit, type UnitConversion } from "../admin/convert-unit.ts";
import { fullUnitName, unitOf } from "../admin/units.ts";
import type { AdminUnit } from "../admin/units-data.ts";
import { type ArealIndex, arealIndex, featuresAt } from "../geometry/areal-index.ts";
import { pickPolygons } from "../geometry/polygon-set.ts";
import { foldText } from "../model/fold-text.ts";
import type { Json } from "../model/household.ts";
import type { ArealLayer, Unit } from "../model/layers.ts";
import type { LonLat } from "../units.ts";
import type { ListVersion, UnitChoice } from "./meaning.ts";

/** So many located households of a village, all in one unit, say where the village is. */
export const VILLAGE_KNOWN = 3;

/** What decided a row; `open`: nothing did; `unknown`: the code is in no list. */
export type Decided = "one" | "point" | "village" | "chosen" | "open" | "unknown";

/** A row with a code: the code it becomes, null while open or unknown. */
export interface ConvertedRow {
  readonly given: string;
  readonly decided: Decided;
  readonly code: string | null;
}

export interface CodedUnit {
  readonly code: string;
  /** With its kind: "Xã Hòa Phú". */
  readonly name: string;
}

/** A unit of the file's list that is several in the plan's. `rows = point + village + chosen + open`. */
export interface SplitUnit {
  readonly from: CodedUnit;
  readonly to: readonly CodedUnit[];
  readonly why: "split" | "merged";
  readonly rows: number;
  readonly point: number;
  readonly village: number;
  readonly chosen: number;
  readonly open: number;
  /** Rows without a point whose village is not known either: those a choice is for. */
  readonly asked: number;
  /** The code a person chose for those, if it is one of `to`. */
  readonly choice: string | null;
  /** Places in the table, from 0, of the open rows. */
  readonly openRows: readonly number[];
}

/** Counts of rows that say a commune: `rows = one + ambiguous + unknown`. */
export interface UnitsReport {
  readonly from: ListVersion;
  readonly to: ListVersion;
  readonly rows: number;
  readonly one: number;
  readonly ambiguous: number;
  readonly unknown: number;
  /** Of the ambiguous: those nothing decides. */
  readonly open: number;
  /** By number of rows, most first. */
  readonly several: readonly SplitUnit[];
  readonly none: readonly (readonly [code: string, rows: number])[];
}

export interface ConversionAsked {
  readonly from: ListVersion;
  readonly to: ListVersion;
  /** Rows of the table. */
  readonly count: number;
  /** By place of the row in the table, from 0. */
  readonly given: (row: number) => Json;
  readonly village: (row: number) => Json;
  /** WGS 84; null: the row has no point. */
  readonly pointOf: (row: number) => LonLat | null;
  /** Communes of the plan, of list `to`; null: no point decides. */
  readonly units: ArealLayer<Unit> | null;
  readonly choices: readonly UnitChoice[];
}

export class UnitConversions {
  private readonly matches = new Map<string, UnitConversion>();
  private readonly indexes = new Map<string, Candidates | null>();
  private readonly choices: ReadonlyMap<string, string>;
  private villages: ReadonlyMap<string, string> | null = null;

  constructor(private readonly asked: ConversionAsked) {
    this.choices = new Map(asked.choices);
  }

  /** Null: the row says no commune. */
  of(row: number): ConvertedRow | null {
    const given = this.asked.given(row);
    if (typeof given !== "string") return null;
    const match = this.match(given);
    if (match.state === "one") return { given, decided: "one", code: match.unit.code };
    if (match.state === "none") return { given, decided: "unknown", code: null };
    const at = this.asked.pointOf(row);
    if (at !== null) {
      // A point in none of the units, or on the border of two, speaks against every other way to decide.
      const code = this.containing(given, match.units, at);
      return { given, decided: code === null ? "open" : "point", code };
    }
    const village = this.villageOf(given, row);
    if (village !== null) return { given, decided: "village", code: village };
    const chosen = this.chosen(given, match.units);
    return { given, decided: chosen === null ? "open" : "chosen", code: chosen };
  }

  /** What becomes of `rows` (places in the table, from 0). */
  report(rows: ArrayLike<number>): UnitsReport {
    let [one, unknown] = [0, 0];
    const split = new Map<string, Tally>();
    const none = new Map<string, number>();
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const became = this.of(row);
      if (became === null) continue;
      const { given, decided } = became;
      if (decided === "one") one++;
      else if (decided === "unknown") {
        unknown++;
        none.set(given, (none.get(given) ?? 0) + 1);
      } else {
        const tally = split.get(given) ?? { point: 0, village: 0, chosen: 0, asked: 0, openRows: [] };
        split.set(given, tally);
        if (decided === "open") tally.openRows.push(row);
        else tally[decided]++;
        if (decided === "chosen" || (decided === "open" && this.asked.pointOf(row) === null)) tally.asked++;
      }
    }
    const several = [...split].map(([code, tally]) => this.splitUnit(code, tally));
    several.sort((a, b) => b.rows - a.rows);
    const ambiguous = several.reduce((sum, unit) => sum + unit.rows, 0);
    return {
      from: this.asked.from,
      to: this.asked.to,
      rows: one + ambiguous + unknown,
      one,
      ambiguous,
      unknown,
      open: several.reduce((sum, unit) => sum + unit.open, 0),
      several,
      none: [...none].sort((a, b) => b[1] - a[1]),
    };
  }

  private splitUnit(code: string, { openRows, ...counts }: Tally): SplitUnit {
    const match = this.match(code);
    const several = match.state === "several" ? match : { why: "split" as const, units: [] };
    const { point, village, chosen } = counts;
    const open = openRows.length;
    return {
      from: coded(unitOf(code, this.asked.from)!),
      to: several.units.map(coded),
      why: several.why,
      rows: point + village + chosen + open,
      ...counts,
      open,
      choice: this.chosen(code, several.units),
      openRows,
    };
  }

  private match(code: string): UnitConversion {
    const known = this.matches.get(code);
    if (known) return known;
    const match = convertUnit(code, this.asked.from, this.asked.to);
    this.matches.set(code, match);
    return match;
  }

  private chosen(code: string, units: readonly AdminUnit[]): string | null {
    const choice = this.choices.get(code.trim());
    return units.some((unit) => unit.code === choice) ? choice! : null;
  }

  private containing(code: string, units: readonly AdminUnit[], [lon, lat]: LonLat): string | null {
    let candidates = this.indexes.get(code);
    if (candidates === undefined) {
      candidates = candidatesAmong(this.asked.units, units);
      this.indexes.set(code, candidates);
    }
    if (candidates === null) return null;
    const within = featuresAt(candidates.index, lon, lat);
    return within.length === 1 ? candidates.codes[within[0]!]! : null;
  }

  /** Where the located households of the same former unit and village all are. */
  private villageOf(code: string, row: number): string | null {
    const village = villageKey(code, this.asked.village(row));
    if (village === null) return null;
    this.villages ??= this.knownVillages();
    return this.villages.get(village) ?? null;
  }

  private knownVillages(): ReadonlyMap<string, string> {
    const seen = new Map<string, { code: string | null; rows: number }>();
    for (let row = 0; row < this.asked.count; row++) {
      const given = this.asked.given(row);
      if (typeof given !== "string") continue;
      const match = this.match(given);
      const key = match.state === "several" ? villageKey(given, this.asked.village(row)) : null;
      const at = key === null ? null : this.asked.pointOf(row);
      if (key === null || at === null || match.state !== "several") continue;
      const code = this.containing(given, match.units, at);
      const known = seen.get(key);
      if (!known) seen.set(key, { code, rows: 1 });
      else {
        if (known.code !== code) known.code = null;
        known.rows++;
      }
    }
    return new Map(
      [...seen].flatMap(([key, { code, rows }]): [string, string][] =>
        code !== null && rows >= VILLAGE_KNOWN ? [[key, code]] : [],
      ),
    );
  }
}

interface Tally {
  point: number;
  village: number;
  chosen: number;
  asked: number;
  readonly openRows: number[];
}

interface Candidates {
  readonly index: ArealIndex;
  /** By feature of the index. */
  readonly codes: readonly string[];
}

/** Null unless the plan has the shape of every one: a point outside those it has would say nothing. */
function candidatesAmong(layer: ArealLayer<Unit> | null, units: readonly AdminUnit[]): Candidates | null {
  if (layer === null) return null;
  const codes = units.map(({ code }) => code);
  const features = codes.map((code) => layer.attributes.findIndex((unit) => unit.code === code));
  if (features.includes(-1)) return null;
  return { index: arealIndex(pickPolygons(layer.shapes, features)), codes };
}

function villageKey(code: string, village: Json): string | null {
  const name = typeof village === "string" ? foldText(village).trim() : "";
  return name === "" ? null : `${code.trim()}\t${name}`;
}

function coded(unit: AdminUnit): CodedUnit {
  return { code: unit.code, name: fullUnitName(unit) };
}
