/**
 * Declared communes in the list the plan counts by: names become codes, codes of the other list are turned into it.
 * Only what is one unit for certain is turned; everything else counts as not known and is told, and what the file
 * says stays in its own column.
 */
import { findUnit, unitOf } from "../admin/units.ts";
import type { Json } from "../model/household.ts";
import type { ArealLayer, Unit } from "../model/layers.ts";
import type { LonLat } from "../units.ts";
import type { FieldName } from "./fields.ts";
import type { ListVersion, Meaning } from "./meaning.ts";
import { UnitConversions } from "./unit-conversion.ts";
import type { UnknownValues } from "./unknown-values.ts";

type Value = (row: number) => Json;
type Fields = ReadonlyMap<FieldName, Value>;

/** The rows of a table, for what their codes alone do not say. */
export interface RowsAsked {
  readonly count: number;
  /** WGS 84, by place in the table from 0; null: the row has no point. */
  pointOf(row: number): LonLat | null;
}

export interface CommuneColumns {
  /** Columns `commune_code` and `commune_list`, none when the table says neither code nor name. */
  readonly values: ReadonlyMap<FieldName, Value>;
  /** Null: the codes are of the plan's list already, or nobody knows of which. */
  readonly conversion: UnitConversions | null;
}

export interface CommuneCodes {
  codesFor(fields: Fields, meaning: Meaning, unknown: UnknownValues, rows: RowsAsked): CommuneColumns;
}

/**
 * `wanted`: the list of the plan's units; null: not known, then codes stay as they are. `units`: those units, in
 * which points are looked for; null: points decide nothing.
 */
export function communeCodes(
  wanted: ListVersion | null,
  units: ArealLayer<Unit> | null = null,
): CommuneCodes {
  return {
    codesFor(fields, meaning, unknown, rows) {
      const out = new Map<FieldName, Value>();
      const given = givenCode(fields, meaning.unitList ?? wanted, unknown);
      if (given === null || meaning.as !== "households") return { values: out, conversion: null };
      const { unitList, unitChoices = [] } = meaning;
      if (wanted === null || unitList === null || unitList === wanted) {
        out.set("commune_code", given);
        const list = unitList ?? null;
        if (list !== null) out.set("commune_list", (row) => (given(row) === null ? null : list));
        return { values: out, conversion: null };
      }
      const village = fields.get("village") ?? (() => null);
      const conversion = new UnitConversions({
        from: unitList,
        to: wanted,
        count: rows.count,
        given,
        village,
        pointOf: (row) => rows.pointOf(row),
        units,
        choices: unitChoices,
      });
      out.set("commune_code", (row) => {
        const became = conversion.of(row);
        if (became !== null && became.code === null) unknown.add("commune_code", became.given, row);
        return became?.code ?? null;
      });
      out.set("commune_list", (row) => (conversion.of(row)?.code == null ? null : wanted));
      return { values: out, conversion };
    },
  };
}

/** The code a row says, or the one its name means; null when the table has neither. */
function givenCode(fields: Fields, list: ListVersion | null, unknown: UnknownValues): Value | null {
  const code = fields.get("commune_code");
  const name = fields.get("commune_name");
  const district = fields.get("district_name");
  if (!name || list === null) return code ?? null;
  const find = remembering((key: string) => {
    const [written, within] = key.split("\t") as [string, string];
    const match = findUnit(written, list, within === "" ? null : within);
    return match.state === "one" ? match.unit.code : null;
  });
  return (row) => {
    const said = code?.(row) ?? null;
    if (said !== null && unitOf(String(said), list) !== null) return said;
    const written = name(row);
    if (typeof written !== "string") return said;
    const found = find(`${written}\t${String(district?.(row) ?? "")}`);
    if (found === null) unknown.add("commune_name", written, row);
    return found ?? said;
  };
}

/** The same question is answered once. */
function remembering<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, answer(key));
    return known.get(key)!;
  };
}
