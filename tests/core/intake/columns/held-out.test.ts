import { describe, expect, test } from "vitest";
import { sampleColumn } from "../../../../src/core/intake/columns/column-sample.ts";
import { guessColumns } from "../../../../src/core/intake/columns/guess-fields.ts";
import { FIRST, FIRST_OTHERS, SECOND, SECOND_OTHERS } from "./held-out-headers.ts";
import { REGISTER, randomFrom } from "./registers.ts";

const ROWS = 60;
const MANNERS = [
  (name: string) => name,
  (name: string) => name.toUpperCase(),
  (name: string) =>
    name
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/đ/g, "d")
      .replace(/Đ/g, "D"),
];

/** A column under the header, last in a register of usual ones. */
function guessed(field: string, header: string, random: () => number) {
  const recipe = REGISTER.find(({ truth }) => truth === field)!;
  const others = REGISTER.filter(({ truth }) => truth !== field && random() < 0.6);
  const columns = [...others.map((one) => ({ ...one, header: one.headers[0]! })), { ...recipe, header }];
  const samples = columns.map(({ header: name, values }) => {
    const value = values(random);
    const texts = Array.from({ length: ROWS }, (_, i) => value(i));
    return sampleColumn(name, ROWS, (i) => texts[i] || null);
  });
  return guessColumns(samples, "households").at(-1)!;
}

describe.each([
  ["first list, the rules were mended on it", FIRST, FIRST_OTHERS, 0.93],
  ["second list, never looked at", SECOND, SECOND_OTHERS, 0.92],
] as const)("headers of other forms: %s", (label, headers, others, least) => {
  const random = randomFrom(77);
  const all = Object.entries(headers).flatMap(([field, names]) =>
    names.flatMap((name) =>
      MANNERS.map((manner) => ({ field, name: manner(name), guess: guessed(field, manner(name), random) })),
    ),
  );

  test("most are right, and none is another field without being asked", () => {
    const right = all.filter(({ field, guess }) => guess.field === field);
    const sure = right.filter(({ guess }) => guess.confidence === "high");
    console.info(`${label}: ${right.length} of ${all.length} right, ${sure.length} without asking`);
    expect(right.length / all.length).toBeGreaterThanOrEqual(least);
    const quietly = all.filter(
      ({ field, guess }) => guess.confidence === "high" && guess.field !== null && guess.field !== field,
    );
    expect(quietly).toEqual([]);
  });

  test("other columns of these forms are left alone", () => {
    const taken = others.filter(
      (name) =>
        guessColumns([sampleColumn(name, ROWS, (i) => String(i % 7))], "households")[0]!.field !== null,
    );
    expect(taken).toEqual([]);
  });
});
