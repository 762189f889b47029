/** The same household more than once: by its code, or by the name of its head in its village. */
import { distanceM } from "../../geometry/ellipsoid.ts";
import { foldText } from "../../model/fold-text.ts";
import { FirstRows, textHash } from "../first-rows.ts";
import { type CheckedRows, placeOfRow } from "./checked-rows.ts";
import type { CheckFinding } from "./finding.ts";
import { foldHash } from "./fold-hash.ts";
import { Listed } from "./listed.ts";

/** Two records of one house lie within this of each other; farther apart they are two houses. */
const SAME_HOUSE_M = 100;

/** A code must be one household's own. The later row cannot go in. */
export function repeatedIds(rows: CheckedRows): readonly CheckFinding[] {
  const listed = new Listed("same-id", rows);
  const first = new FirstRows(rows.count);
  for (let i = 0; i < rows.count; i++) {
    const id = rows.id(i);
    if (id === null) continue;
    const other = first.firstOrPut(i, textHash(id), (j) => rows.id(j) === id);
    if (other < 0) continue;
    const row = rows.rowNumber(i);
    listed.add(row, () => ({
      problem: {
        code: "check.same-id",
        ...placeOfRow(rows, i, "id"),
        values: { id, other: String(rows.rowNumber(other)) },
      },
      rows: [row, rows.rowNumber(other)],
      at: placeOf(rows, i),
      weight: "stops",
      // A row that says the same is one too many; of others a person has to say which code is wrong.
      repair: sameRecord(rows, i, other) ? { code: "leave-out-row" } : null,
    }));
  }
  return listed.findings();
}

/** Same head in the same village, by the letters without marks: to look at, for names do repeat. */
export function repeatedHeads(rows: CheckedRows): readonly CheckFinding[] {
  const listed = new Listed("same-head", rows);
  const villages = new Map<string, number>();
  const first = new FirstRows(rows.count);
  for (let i = 0; i < rows.count; i++) {
    const head = rows.head(i);
    const village = rows.village(i);
    if (head === null || village === null) continue;
    let seed = villages.get(village);
    if (seed === undefined) {
      seed = foldHash(village);
      villages.set(village, seed);
    }
    const twin = first.firstOrPut(i, foldHash(head, seed), (j) => sameHead(rows, i, j));
    if (twin < 0) continue;
    // Two rows of one code are told already.
    if (rows.id(i) !== null && rows.id(i) === rows.id(twin)) continue;
    const row = rows.rowNumber(i);
    listed.add(row, () => {
      const likely = sameMembers(rows, i, twin) && !farApart(rows, i, twin);
      return {
        problem: {
          code: "check.same-head",
          ...placeOfRow(rows, i, "head"),
          values: { head, village, other: String(rows.rowNumber(twin)) },
        },
        rows: [row, rows.rowNumber(twin)],
        at: placeOf(rows, i),
        weight: likely ? "ask" : "tell",
        repair: likely ? { code: "leave-out-row" } : null,
      };
    });
  }
  return listed.findings();
}

/** Where a row lies, null when it is not located. */
export function placeOf(rows: CheckedRows, i: number): readonly [number, number] | null {
  const lon = rows.lon(i);
  const lat = rows.lat(i);
  return lon === null || lat === null || (lon === 0 && lat === 0) ? null : [lon, lat];
}

function sameHead(rows: CheckedRows, i: number, j: number): boolean {
  return (
    foldText(rows.head(i)!) === foldText(rows.head(j)!) &&
    foldText(rows.village(i)!) === foldText(rows.village(j)!) &&
    // The same village name in two communes is two villages.
    (rows.communeCode(i) ?? rows.communeCode(j)) === (rows.communeCode(j) ?? rows.communeCode(i))
  );
}

function sameMembers(rows: CheckedRows, i: number, j: number): boolean {
  return rows.members(i) === rows.members(j);
}

function farApart(rows: CheckedRows, i: number, j: number): boolean {
  const a = placeOf(rows, i);
  const b = placeOf(rows, j);
  return a !== null && b !== null && distanceM(a[0], a[1], b[0], b[1]) > SAME_HOUSE_M;
}

function sameRecord(rows: CheckedRows, i: number, j: number): boolean {
  return (
    rows.head(i) === rows.head(j) &&
    rows.village(i) === rows.village(j) &&
    rows.communeCode(i) === rows.communeCode(j) &&
    rows.members(i) === rows.members(j) &&
    rows.lon(i) === rows.lon(j) &&
    rows.lat(i) === rows.lat(j) &&
    (rows.numbers ?? []).every((number) => number.value(i) === number.value(j))
  );
}
