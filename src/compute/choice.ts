/** The households that are chosen for doing something with all of them: a byte per row of the register. */
import type { HouseholdColumns } from "../core/model/household.ts";
import { textOf } from "../core/model/text-column.ts";

/** A set of rows. Grows and shrinks; `version` tells whether it did. */
export interface RowChoice {
  readonly count: number;
  readonly version: number;
  has(row: number): boolean;
  /** Chooses rows or lets them go; how many changed. */
  set(rows: ArrayLike<number>, on: boolean): number;
  /** Each the other way round; how many changed. */
  turn(rows: ArrayLike<number>): number;
  clear(): number;
  /** Ascending. */
  rows(): Uint32Array;
  /** How many of these rows are chosen. */
  countIn(keep: Uint8Array): number;
}

/** An empty choice over `size` rows. */
export function rowChoice(size: number): RowChoice {
  const flags = new Uint8Array(size);
  let count = 0;
  let version = 0;
  function changedBy(changed: number, by: number): number {
    count += by;
    if (changed > 0) version++;
    return changed;
  }
  return {
    get count() {
      return count;
    },
    get version() {
      return version;
    },
    has: (row) => flags[row] === 1,
    set(rows, on) {
      const changed = setFlags(flags, rows, on ? 1 : 0);
      return changedBy(changed, on ? changed : -changed);
    },
    turn(rows) {
      let on = 0;
      for (let k = 0; k < rows.length; k++) {
        const row = rows[k]!;
        flags[row]! ^= 1;
        on += flags[row]!;
      }
      return changedBy(rows.length, 2 * on - rows.length);
    },
    clear() {
      flags.fill(0);
      return changedBy(count, -count);
    },
    rows() {
      const found = new Uint32Array(count);
      let n = 0;
      for (let row = 0; row < size && n < count; row++) if (flags[row] === 1) found[n++] = row;
      return found;
    },
    countIn(keep) {
      let n = 0;
      for (let row = 0; row < size; row++) n += flags[row]! & keep[row]!;
      return n;
    },
  };
}

function setFlags(flags: Uint8Array, rows: ArrayLike<number>, on: 0 | 1): number {
  let changed = 0;
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!;
    if (flags[row] !== on) {
      flags[row] = on;
      changed++;
    }
  }
  return changed;
}

/** Keeps a choice by id when the register was read again; households that are gone are chosen no more. */
export function movedChoice(
  before: RowChoice,
  from: HouseholdColumns,
  to: HouseholdColumns,
  positionOf: (id: string) => number,
): RowChoice {
  const choice = rowChoice(to.count);
  const rows = Array.from(before.rows(), (row) => positionOf(textOf(from.id, row)!)).filter(
    (row) => row >= 0,
  );
  choice.set(rows, true);
  return choice;
}
