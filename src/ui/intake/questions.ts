/** Which of the worker's questions hold a table up: those whose answer changes what comes in. Pure. */
import { wordsOf } from "../../core/intake/columns/value-words.ts";
import type { FieldName } from "../../core/intake/fields.ts";
import type { ColumnView, IntakeQuestion, IntakeView } from "../../intake/protocol.ts";

/** Fields that are labels: nothing is decided by them. */
const LABELS: readonly FieldName[] = ["province"];

/** The questions that have to be answered, in the order they came. */
export function neededQuestions(view: IntakeView): readonly IntakeQuestion[] {
  return view.questions.filter((question) => isNeeded(view, question));
}

function isNeeded(view: IntakeView, question: IntakeQuestion): boolean {
  switch (question.kind) {
    case "as":
      // There is nothing else that it could be.
      return view.as.length !== 1;
    case "field": {
      const column = view.columns.find(({ meaning }) => meaning.field === question.field);
      return !LABELS.includes(question.field) && !(column && isEmpty(view, column));
    }
    case "encoding": {
      const column = view.columns.find(({ meaning }) => meaning.column === question.column);
      return !(column && isUnderstood(view, column));
    }
    default:
      return true;
  }
}

function isEmpty(view: IntakeView, { empty }: ColumnView): boolean {
  return view.item.read > 0 && empty >= view.item.read;
}

/** Values that are words of a short list and were all recognised were read with the right letters. */
function isUnderstood(view: IntakeView, { meaning, understood, empty }: ColumnView): boolean {
  if (meaning.field === null || wordsOf(meaning.field, view.meaning.as) === null) return false;
  return understood !== null && understood >= view.item.read - empty;
}
