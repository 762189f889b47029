/** What a person has to say before a table can go into a plan, with the guesses and the option that says it. */
import { wordsOf } from "../../../src/core/intake/columns/value-words.ts";
import type { Ranked } from "../../../src/core/intake/ranked.ts";
import type { ColumnView, IntakeQuestion, IntakeView } from "../../../src/intake/protocol.ts";
import { type Language, say } from "../../../src/text/say.ts";
import { tableReport } from "./table-report.ts";
import { placeLines, whyText } from "./table-text.ts";

/** So many guesses are told of each question. */
const GUESSES = 3;

/** Questions whose answer changes what comes in; the same hold a table up in the wizard. */
export function openQuestions(view: IntakeView): readonly IntakeQuestion[] {
  return view.questions.filter((question) => {
    switch (question.kind) {
      case "as":
        return view.as.length !== 1;
      case "field": {
        const column = view.columns.find(({ meaning }) => meaning.field === question.field);
        // A label decides nothing, and an empty column says nothing.
        return question.field !== "province" && !(column && column.empty >= view.item.read);
      }
      case "encoding": {
        const column = columnOf(view, question.column);
        return !(column && isUnderstood(view, column));
      }
      default:
        return true;
    }
  });
}

/** Lines for a person: each open question, the ranked guesses with their reasons, and the option. */
export function questionLines(
  language: Language,
  view: IntakeView,
  questions: readonly IntakeQuestion[],
): string[] {
  return questions.flatMap((question) => [
    `  ${questionText(language, view, question)}`,
    ...guessLines(language, view, question),
  ]);
}

function questionText(language: Language, view: IntakeView, question: IntakeQuestion): string {
  switch (question.kind) {
    case "as":
      return say(language, "cli.intake.question.as");
    case "place":
      return say(language, "cli.intake.question.place");
    case "unit-list":
      return say(language, "cli.intake.question.unit-list");
    case "field": {
      const name = view.columns.find(({ meaning }) => meaning.field === question.field)?.name ?? "–";
      const field = say(language, `intake.field.${question.field}`);
      return say(language, "cli.intake.question.field", { field, name });
    }
    case "encoding":
    case "values": {
      const name = columnOf(view, question.column)?.name ?? question.column;
      return say(language, `cli.intake.question.${question.kind}`, { name });
    }
  }
}

function guessLines(language: Language, view: IntakeView, question: IntakeQuestion): string[] {
  const ranked = <T>(guesses: readonly Ranked<T>[], name: (guess: T) => string) =>
    guesses
      .slice(0, GUESSES)
      .flatMap(({ value, why }) => [
        `    ${name(value)}`,
        ...why.map((one) => `      ${whyText(language, one)}`),
      ]);
  switch (question.kind) {
    case "as":
      return ranked(view.as, (as) => `${as}: ${say(language, `word.layer.${as}`)}`);
    case "place":
      return tableReport(view).places.flatMap((place) => placeLines(language, place));
    case "encoding":
      return (columnOf(view, question.column)?.encodings ?? [])
        .slice(0, GUESSES)
        .map(({ value, read }) => `    ${value}: ${read.join(" · ")}`);
    case "field": {
      const column = view.columns.find(({ meaning }) => meaning.field === question.field);
      return ranked(column?.fields ?? [], (field) => `${field}: ${say(language, `intake.field.${field}`)}`);
    }
    case "values":
      return (columnOf(view, question.column)?.values ?? [])
        .slice(0, GUESSES)
        .map(({ given, rows, means }) => `    ${given} = ${means ?? "?"} (${rows})`);
    case "unit-list":
      return [];
  }
}

function columnOf(view: IntakeView, key: string): ColumnView | undefined {
  return view.columns.find(({ meaning }) => meaning.column === key);
}

/** Values that are words of a short list and were all recognised were read with the right letters. */
function isUnderstood(view: IntakeView, { meaning, understood, empty }: ColumnView): boolean {
  if (meaning.field === null || wordsOf(meaning.field, view.meaning.as) === null) return false;
  return understood !== null && understood >= view.item.read - empty;
}
