/** A newer list of households against the one there is: what would be added, changed and gone. Writes nothing. */

import { FirstRows, textHash } from "./first-rows.ts";

/** A register asked one value at a time. Both sides list the same fields in the same order. */
export interface ComparedRegister {
  readonly count: number;
  /** The code that stays a household's own from list to list; null: the row has none and matches nobody. */
  id(i: number): string | null;
  readonly fields: readonly ComparedField[];
}

export interface ComparedField {
  readonly name: string;
  /** Null is not known. Numbers are compared within the tolerance. */
  value(i: number): string | number | boolean | null;
  /** Numbers that differ by no more are the same (digits lost on the way through a file). Left out: 0. */
  readonly tolerance?: number;
}

/**
 * Rows by number from 0, ascending in `next` (in `old` for `gone`). Every row of `next` is counted once:
 * `next.count = added + changed + same + repeated + nameless`; `old.count = changed + same + gone + oldNameless`
 * where the old list has no code twice.
 */
export interface RegisterComparison {
  readonly added: Uint32Array;
  readonly gone: Uint32Array;
  /** `next` and `old` belong together; bit `f` of `fields` is set when field `f` differs. */
  readonly changed: { readonly next: Uint32Array; readonly old: Uint32Array; readonly fields: Uint32Array };
  readonly same: number;
  /** Rows of `next` whose code came before in `next`. */
  readonly repeated: Uint32Array;
  /** Rows of `next`, and of `old`, without a code. */
  readonly nameless: Uint32Array;
  readonly oldNameless: number;
  /** How many changed rows differ in each field, in the order of the fields. */
  readonly byField: readonly { readonly field: string; readonly rows: number }[];
}

/** What is different in one row. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}

/** Fields that fit the bits of a row. */
export const MOST_COMPARED = 32;

/** Throws when the two do not list the same fields, or more than `MOST_COMPARED`. */
export function compareRegisters(old: ComparedRegister, next: ComparedRegister): RegisterComparison {
  checkFields(old, next);
  const rowOf = new FirstRows(old.count);
  let oldNameless = 0;
  for (let i = 0; i < old.count; i++) {
    const id = old.id(i);
    if (id === null) oldNameless++;
    else rowOf.firstOrPut(i, textHash(id), (j) => old.id(j) === id);
  }
  const seenOld = new Uint8Array(old.count);
  const newRows = new FirstRows(next.count);
  const added: number[] = [];
  const repeated: number[] = [];
  const nameless: number[] = [];
  const changedNext: number[] = [];
  const changedOld: number[] = [];
  const changedFields: number[] = [];
  const byField = new Uint32Array(next.fields.length);
  let same = 0;
  for (let i = 0; i < next.count; i++) {
    const id = next.id(i);
    if (id === null) {
      nameless.push(i);
      continue;
    }
    const hash = textHash(id);
    const before = rowOf.first(hash, (j) => old.id(j) === id);
    if (before < 0) {
      const isNew = newRows.firstOrPut(i, hash, (j) => next.id(j) === id) < 0;
      (isNew ? added : repeated).push(i);
      continue;
    }
    if (seenOld[before]) {
      repeated.push(i);
      continue;
    }
    seenOld[before] = 1;
    const bits = differing(old, before, next, i, byField);
    if (bits === 0) same++;
    else {
      changedNext.push(i);
      changedOld.push(before);
      changedFields.push(bits);
    }
  }
  const gone: number[] = [];
  for (let i = 0; i < old.count; i++) {
    const id = old.id(i);
    // Of a code that the old list has twice, the first row is the household.
    if (!seenOld[i] && id !== null && rowOf.first(textHash(id), (j) => old.id(j) === id) === i) gone.push(i);
  }
  return {
    added: Uint32Array.from(added),
    gone: Uint32Array.from(gone),
    changed: {
      next: Uint32Array.from(changedNext),
      old: Uint32Array.from(changedOld),
      fields: Uint32Array.from(changedFields),
    },
    same,
    repeated: Uint32Array.from(repeated),
    nameless: Uint32Array.from(nameless),
    oldNameless,
    byField: next.fields.map(({ name }, f) => ({ field: name, rows: byField[f]! })),
  };
}

/** What is different in the `k`-th changed row, in the order of the fields. */
export function changesAt(
  old: ComparedRegister,
  next: ComparedRegister,
  { changed }: RegisterComparison,
  k: number,
): readonly FieldChange[] {
  const before = changed.old[k]!;
  const after = changed.next[k]!;
  return next.fields.flatMap(({ name, value }, f) =>
    (changed.fields[k]! >>> f) & 1
      ? [{ field: name, before: old.fields[f]!.value(before), after: value(after) }]
      : [],
  );
}

/** Bits of the fields that differ; each is counted in `byField`. */
function differing(
  old: ComparedRegister,
  before: number,
  next: ComparedRegister,
  after: number,
  byField: Uint32Array,
): number {
  let bits = 0;
  for (let f = 0; f < next.fields.length; f++) {
    const field = next.fields[f]!;
    const a = old.fields[f]!.value(before);
    const b = field.value(after);
    if (a === b) continue;
    const near = typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= (field.tolerance ?? 0);
    if (near) continue;
    bits |= 1 << f;
    byField[f]!++;
  }
  return bits >>> 0;
}

function checkFields(old: ComparedRegister, next: ComparedRegister): void {
  const names = next.fields.map(({ name }) => name);
  const others = old.fields.map(({ name }) => name);
  if (names.length > MOST_COMPARED) throw new RangeError(`${names.length} fields, at most ${MOST_COMPARED}`);
  if (names.length !== others.length || names.some((name, f) => name !== others[f]))
    throw new Error(`fields ${names.join(", ")} against ${others.join(", ")}`);
}
