import fc from "fast-check";
import { expect, test } from "vitest";
import { DECISION_CHOICES, type Decision, decisionColumn } from "../../../src/core/model/decision.ts";
import { candidatesOf } from "../../../src/core/targets/candidates.ts";

const household = fc.record({
  /** 0 no, 1 yes, 2 not known. */
  eligible: fc.nat(2),
  migrant: fc.nat(2),
  choice: fc.option(fc.constantFrom(...DECISION_CHOICES.slice(0, 2))),
});

test("candidates are the proposed that are not excluded, and the included; the counts add up", () => {
  fc.assert(
    fc.property(
      fc.array(household, { maxLength: 40 }),
      fc.constantFrom("relocation", "migrants"),
      (all, target) => {
        const count = all.length;
        const decisions = all.flatMap(({ choice }, i): Decision[] =>
          choice
            ? [
                {
                  id: `d${i}`,
                  householdId: `H${i}`,
                  choice,
                  reason: "…",
                  person: null,
                  document: null,
                  on: "2024-01-01",
                },
              ]
            : [],
        );
        const column = decisionColumn({ count }, decisions, (id) => Number(id.slice(1)));
        const migrant = Uint8Array.from(all, (one) => one.migrant);
        const eligible = Uint8Array.from(all, (one) => one.eligible);
        const { rows, counts } = candidatesOf(target as "relocation", { count, migrant }, eligible, column);

        const expected = all.flatMap((one, i) => {
          if (target === "migrants") return one.migrant === 1 ? [i] : [];
          if (one.choice === "include") return [i];
          return one.eligible === 1 && one.choice !== "exclude" ? [i] : [];
        });
        expect(rows).toEqual(expected);
        expect(counts.total).toBe(expected.length);
        expect(counts.proposed - counts.excluded + counts.included).toBe(counts.total);
        if (target === "migrants") expect(counts.included + counts.excluded).toBe(0);
      },
    ),
  );
});

test("a decision about a household that is not in the register waits", () => {
  const decision: Decision = {
    id: "d",
    householdId: "gone",
    choice: "include",
    reason: "…",
    person: null,
    document: null,
    on: "2024-01-01",
  };
  const column = decisionColumn({ count: 2 }, [decision], () => -1);
  expect([...column.state]).toEqual([0, 0]);
  expect(column.of(0)).toBeNull();
});
