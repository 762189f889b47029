/** Reads baselines back from their rows: who is in them and where each is counted. */
import type { Baseline, BaselineAddition, BaselinePlace } from "../core/model/event.ts";
import { eachRow } from "./columns-raw.ts";
import type { Row } from "./rows.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";

/** One row of `baseline_member`, in file order. */
export type MemberRow = Pick<
  Row<"baseline_member">,
  "household_id" | "unit_code" | "unit_name" | "district" | "added_on" | "document"
>;
type BaselineRow = Pick<Row<"baseline">, "id" | "name" | "target" | "frozen_on">;

/** The members of one baseline, in file order. */
export function readMembers(sqlite: Sqlite3Static, db: Database, baselineId: string): MemberRow[] {
  const members: MemberRow[] = [];
  const sql = `SELECT household_id, unit_code, unit_name, district, added_on, document
    FROM baseline_member WHERE baseline_id = ? ORDER BY fid`;
  eachRow(sqlite, db, sql, [baselineId], (row) => {
    members.push({
      household_id: row.text(0)!,
      unit_code: row.text(1),
      unit_name: row.text(2),
      district: row.text(3),
      added_on: row.text(4),
      document: row.text(5),
    });
  });
  return members;
}

/**
 * A baseline of its rows. An earlier form of the file kept nobody's unit: where no frozen member says one (a member in
 * no unit says an empty code), `place` is null.
 */
export function baselineOf(
  { id, name, target, frozen_on }: BaselineRow,
  members: readonly MemberRow[],
): Baseline {
  const places = new Places();
  const householdIds: string[] = [];
  const place: number[] = [];
  const additions: BaselineAddition[] = [];
  let isKept = false;
  for (const member of members) {
    const at = places.add(member);
    if (member.added_on === null) {
      householdIds.push(member.household_id);
      place.push(at);
      if (member.unit_code !== null) isKept = true;
    } else {
      const { household_id: householdId, added_on: on, document } = member;
      additions.push({ householdId, on, document, place: at });
    }
  }
  return {
    id,
    name,
    target,
    on: frozen_on,
    householdIds,
    place: isKept || householdIds.length === 0 ? Int32Array.from(place) : null,
    places: places.list,
    additions,
  };
}

/** Every different place once. */
class Places {
  readonly list: BaselinePlace[] = [];
  private readonly known = new Map<string, number>();

  /** Its number, -1 for none. */
  add({ unit_code: unitCode, unit_name, district }: MemberRow): number {
    if (unitCode === null || unitCode === "") return -1;
    const unitName = unit_name ?? unitCode;
    const key = JSON.stringify([unitCode, unitName, district]);
    let at = this.known.get(key);
    if (at === undefined) {
      at = this.list.push({ unitCode, unitName, district }) - 1;
      this.known.set(key, at);
    }
    return at;
  }
}
