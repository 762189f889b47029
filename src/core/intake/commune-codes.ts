/**
 * Declared communes in the list the plan counts by: names become codes, codes of the other list are turned into it.
 * Only what is one unit for certain is turned; everything else counts as not known and is told, and what the file
 * says stays in its own column.
 */
import { convertUnit } from "../admin/convert-unit.ts";
import { findUnit, unitOf } from "../admin/units.ts";
import type { Json } from "../model/household.ts";
import type { FieldName } from "./fields.ts";
import type { ListVersion, Meaning } from "./meaning.ts";
import type { UnknownValues } from "./unknown-values.ts";

type Value = (row: number) => Json;
type Fields = ReadonlyMap<FieldName, Value>;

export interface CommuneCodes {
  /** Columns `commune_code` and `commune_list`, none when the table says neither code nor name. */
  codesFor(fields: Fields, meaning: Meaning, unknown: UnknownValues): ReadonlyMap<FieldName, Value>;
}

/** `wanted`: the list of the plan's units; null: not known, then codes stay as they are. */
export function communeCodes(wanted: ListVersion | null): CommuneCodes {
  return {
    codesFor(fields, meaning, unknown) {
      const out = new Map<FieldName, Value>();
      const given = givenCode(fields, meaning.unitList ?? wanted, unknown);
      if (given === null || meaning.as !== "households") return out;
      const { unitList } = meaning;
      if (wanted === null || unitList === null || unitList === wanted) {
        out.set("commune_code", given);
        const list = unitList ?? null;
        if (list !== null) out.set("commune_list", (row) => (given(row) === null ? null : list));
        return out;
      }
      const turned = remembering((code) => convertUnit(code, unitList, wanted));
      const code: Value = (row) => {
        const before = given(row);
        if (typeof before !== "string") return null;
        const match = turned(before);
        if (match.state === "one") return match.unit.code;
        unknown.add("commune_code", before, row);
        return null;
      };
      out.set("commune_code", code);
      out.set("commune_list", (row) => (code(row) === null ? null : wanted));
      return out;
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
