/** What a criterion is: one file each in `rules/`. */
import type { Prepared } from "./prepare.ts";
import type { CriterionCode, Rules } from "./rule-set.ts";

export interface Criterion {
  readonly code: CriterionCode;
  /** `CLEAR`, `HIT` or `UNKNOWN` of every household; all `CLEAR` when the criterion is switched off. */
  readonly find: (prepared: Prepared, rules: Rules) => Uint8Array;
}

/**
 * Makes a criterion from what it finds under its own setting. The last column is kept in `memo`: the one of the
 * households only when the criterion asks nothing of the layers.
 */
export function criterion<C extends CriterionCode>(
  code: C,
  find: (prepared: Prepared, setting: NonNullable<Rules[C]>) => Uint8Array,
  memo: "memo" | "householdMemo" = "memo",
): Criterion {
  return {
    code,
    find: (prepared, rules) => {
      const setting = rules[code];
      return prepared[memo].remember(`finding:${code}`, setting, () =>
        setting ? find(prepared, setting) : new Uint8Array(prepared.households.count),
      );
    },
  };
}
