/** Columns that hold a JSON object are merged member by member, as if each were a column of its own. */
import { foldName } from "../../core/formats/fields.ts";
import type { Json } from "../../core/model/household.ts";
import { FACT_COLUMN } from "../household-facts.ts";
import type { TableName } from "../rows.ts";
import type { SqlValue } from "../statements.ts";

/** What the source said beyond our columns; the criteria of the rules. */
const HOLDS_JSON: readonly string[] = ["other", "rules"];

export type Members = ReadonlyMap<string, Json>;

/** The members of a value of this column; null when it is merged whole. No value has no members. */
export function membersOf(column: string, value: SqlValue | undefined): Members | null {
  if (!HOLDS_JSON.includes(column)) return null;
  if (value === null || value === undefined) return new Map();
  try {
    const parsed = JSON.parse(String(value)) as Json;
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
    return new Map(Object.entries(parsed));
  } catch (error) {
    if (error instanceof SyntaxError) return null; // another program wrote it
    throw error;
  }
}

/** Puts members back together, in the order the copies agree on, else by name. Without any: no value. */
export function joined(members: Members, orders: readonly (readonly string[])[]): string | null {
  if (members.size === 0) return null;
  const first = orders.find((order) => order.length > 0) ?? [];
  const agreed = orders.every((order) => order.length === 0 || order.join("\n") === first.join("\n"));
  const names = agreed ? first : [...members.keys()].sort();
  return `{${names
    .filter((name) => members.has(name))
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(members.get(name))}`)
    .join(",")}}`;
}

/** The column that a member of a household's `other` repeats under our own name, null when it repeats none. */
export function columnRepeated(table: TableName, column: string, member: string): string | null {
  if (table !== "household" || column !== "other") return null;
  const name = foldName(member);
  if (name === "lon" || name === "lat") return "geom";
  return (Object.values(FACT_COLUMN) as readonly string[]).find((fact) => fact === name) ?? null;
}

/** True when two members are the same, both missing among it. */
export function isSameMember(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
