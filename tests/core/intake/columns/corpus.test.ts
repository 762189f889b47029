import { describe, expect, test } from "vitest";
import type { ReadAs } from "../../../../src/core/formats/layers/layer-reader.ts";
import { sampleColumn } from "../../../../src/core/intake/columns/column-sample.ts";
import { guessColumns } from "../../../../src/core/intake/columns/guess-fields.ts";
import {
  FOREST,
  FOREST_OTHERS,
  HAZARD,
  HAZARD_OTHERS,
  makeTable,
  REGISTER,
  REGISTER_OTHERS,
  randomFrom,
  UNUSUAL_REGISTER,
} from "./registers.ts";

const TABLES = 150;

describe.each([
  ["usual registers", "households", REGISTER, REGISTER_OTHERS, 0.97],
  ["registers with unusual headers", "households", UNUSUAL_REGISTER, REGISTER_OTHERS, 0.75],
  ["forests", "forests", FOREST, FOREST_OTHERS, 0.95],
  ["hazard zones", "hazards", HAZARD, HAZARD_OTHERS, 0.95],
] as const)("made-up tables: %s", (label: string, as: ReadAs, fields, others, least) => {
  const all = Array.from({ length: TABLES }, (_, i) => makeTable(1000 + i, fields, others)).flatMap(
    (table) => {
      const guesses = guessColumns(
        table.columns.map(({ sample }) => sample),
        as,
      );
      return table.columns.map(({ sample, truth }, i) => {
        const guess = guesses[i]!;
        return {
          seed: table.seed,
          name: sample.name,
          truth,
          guess: guess.field,
          confidence: guess.confidence,
          filled: sample.filled,
        };
      });
    },
  );
  const wrong = all.filter(({ truth, guess }) => truth !== guess);

  test("nearly every column is right at the first guess", () => {
    const known = all.filter(({ truth }) => truth !== null);
    const right = known.filter(({ truth, guess }) => truth === guess);
    const sure = right.filter(({ confidence }) => confidence === "high");
    const alone = all.filter(({ truth }) => truth === null);
    const taken = alone.filter(({ guess }) => guess !== null);
    const missed = new Map<string, number>();
    for (const { truth, guess, name } of wrong) {
      const what = `${name.trim()} → ${guess ?? "–"} (${truth ?? "–"})`;
      missed.set(what, (missed.get(what) ?? 0) + 1);
    }
    const most = [...missed].sort((a, b) => b[1] - a[1]).slice(0, 60);
    console.info(most.map(([what, times]) => `${times}× ${what}`).join("; "));
    console.info(
      `${label}: ${right.length} of ${known.length} columns right (${((100 * right.length) / known.length).toFixed(2)} %), ` +
        `${sure.length} of them without asking; ${taken.length} of ${alone.length} other columns taken for a field`,
    );
    expect(right.length / known.length).toBeGreaterThanOrEqual(least);
  });

  test("none that decides who is concerned is wrong without being asked", () => {
    const deciding = ["id", "ethnicity", "commune_code", "kind", "level"];
    const quietly = wrong.filter(
      ({ guess, confidence }) => confidence === "high" && guess !== null && deciding.includes(guess),
    );
    expect(quietly).toEqual([]);
  });
});

test("a name that lies about the values is asked", () => {
  const deciding = ["ethnicity", "commune_code", "kind", "level"];
  const tables = [
    ["households", [...REGISTER, ...REGISTER_OTHERS]],
    ["forests", [...FOREST, ...FOREST_OTHERS]],
    ["hazards", [...HAZARD, ...HAZARD_OTHERS]],
  ] as const;
  const quietly: string[] = [];
  let tried = 0;
  for (const [as, recipes] of tables) {
    const random = randomFrom(11);
    for (const named of recipes.filter(({ truth }) => truth !== null && deciding.includes(truth))) {
      for (const filled of recipes.filter(({ truth }) => truth !== named.truth)) {
        for (const header of named.headers) {
          const value = filled.values(random);
          const [guess] = guessColumns([sampleColumn(header, 60, (i) => value(i) || null)], as);
          tried++;
          const { field, confidence } = guess!;
          // Ethnic groups of a wife are ethnic groups; a level of risk written as 1 to 3 under "Mức" is asked by its values.
          if (field === named.truth && confidence === "high" && !looksTheSame(named.truth, filled.headers)) {
            quietly.push(`${header} holding ${filled.headers[0]}`);
          }
        }
      }
    }
  }
  expect(tried).toBeGreaterThan(500);
  expect(quietly).toEqual([]);
});

/** Values of these columns cannot be told from those of the field by themselves. */
function looksTheSame(truth: string | null, headers: readonly string[]): boolean {
  if (truth === "ethnicity") return headers.includes("Dân tộc vợ");
  return truth === "level" && headers.includes("Cấp độ rủi ro thiên tai");
}
