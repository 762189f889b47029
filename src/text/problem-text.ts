/** Problems as sentences: where it is, what is wrong, what to do. */
import type { Problem, ProblemValue } from "../core/outcome.ts";
import { formatDate, formatNumber } from "./numbers.ts";
import { hasText, type Language, say, type TextKey } from "./say.ts";

/** "tệp X, dòng 12, cột lon: sentence". Parts of the place that are not known are left out. */
export function problemText(language: Language, problem: Problem): string {
  // A sentence that names the file itself is not begun with its name as well.
  const named = problem.file !== undefined && problem.values?.file === problem.file;
  const place = placeText(language, named ? withoutFile(problem) : problem);
  const sentence = say(language, `problem.${problem.code}`, spoken(language, problem));
  return place === "" ? sentence : `${place}: ${sentence}`;
}

/** Only the place, without a colon; empty when nothing of it is known. */
export function placeText(language: Language, { file, row, rowIs, field }: Problem): string {
  const parts: string[] = [];
  if (file !== undefined) parts.push(say(language, "place.file", { file }));
  if (row !== undefined) {
    // Text, so that row 12034 is not written 12.034: people search for it.
    parts.push(say(language, rowIs === "feature" ? "place.feature" : "place.row", { row: String(row) }));
  }
  // Without a file or a row there is no column: the person looks at a form, and the sentence names its field.
  if (field !== undefined && parts.length > 0) parts.push(say(language, "place.field", { field }));
  return parts.join(", ");
}

/** Without the file's name, for a list that stands under it. */
export function withoutFile({ file: _file, ...problem }: Problem): Problem {
  return problem;
}

/** Problems of one code and column, counted: a file with 5.000 of them is told in one line. */
export interface ProblemGroup {
  readonly first: Problem;
  readonly count: number;
  /** Rows of the others, at most ten of them. */
  readonly otherRows: readonly number[];
}

const MOST_ROWS = 10;

/** Groups by code and column, in order of first appearance. */
export function groupProblems(problems: readonly Problem[]): readonly ProblemGroup[] {
  const groups = new Map<string, { first: Problem; count: number; otherRows: number[] }>();
  for (const problem of problems) {
    const key = `${problem.code} ${problem.file ?? ""} ${problem.field ?? ""}`;
    const group = groups.get(key);
    if (group) {
      group.count++;
      if (problem.row !== undefined && group.otherRows.length < MOST_ROWS) group.otherRows.push(problem.row);
    } else groups.set(key, { first: problem, count: 1, otherRows: [] });
  }
  return [...groups.values()];
}

/** One line per group: the first problem in words and how many more there are like it. */
export function groupTexts(language: Language, problems: readonly Problem[]): readonly string[] {
  return groupProblems(problems).map(({ first, count, otherRows }) => {
    const text = problemText(language, first);
    if (count === 1) return text;
    const rows = `${otherRows.join(", ")}${otherRows.length < count - 1 ? " …" : ""}`;
    const more =
      otherRows.length === 0
        ? say(language, "problem-group.more", { count: count - 1 })
        : say(language, "problem-group.more-rows", { count: count - 1, rows });
    return `${text} ${more}`;
  });
}

/** Values that are words of ours (a layer, a kind of value) are said in the language; the rest stands as it is. */
const WORDS: Readonly<Record<string, string>> = {
  wanted: "wanted",
  looks: "layer",
  as: "meaning",
  field: "fact",
};

/** Coordinates come as texts with every digit there is; they are said with six decimals (0.1 m), as elsewhere. */
const COORDINATES = ["lon", "lat", "x", "y"];
const LONG_NUMBER = /^-?\d+\.\d+$/;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

function spoken(language: Language, problem: Problem): Record<string, ProblemValue> {
  const out: Record<string, ProblemValue> = { ...problem.values };
  // A date of ours is said as in administrative papers; one that a file wrote stands as it was written.
  if (problem.file === undefined && problem.row === undefined) {
    for (const [name, value] of Object.entries(out)) {
      if (typeof value === "string" && ISO_DATE.test(value)) out[name] = formatDate(value);
    }
  }
  for (const name of COORDINATES) {
    const value = out[name];
    if (typeof value === "string" && LONG_NUMBER.test(value))
      out[name] = formatNumber(language, Number(value), 6);
  }
  for (const [name, kind] of Object.entries(WORDS)) {
    const key = `word.${kind}.${out[name]}`;
    if (hasText(key)) out[name] = say(language, key as TextKey);
  }
  return out;
}
