/** Problems of columns and their values. */
import type { problemsMeaning as vi } from "../vi/problems-meaning.ts";

export const problemsMeaning: Record<keyof typeof vi, string> = {
  "problem.meaning.more-unknown":
    "{count} further {count:row has a value|rows have values} without a meaning and count as not known.",
  "problem.meaning.value-unknown":
    "The value “{given}” of {count} {count:row|rows} has no meaning given to it and counts as not known.",
  "problem.meaning.syntax":
    "The mapping file is no valid JSON at line {line}, column {column}. Correct it there and read it again.",
  "problem.meaning.missing": "The mapping file lacks “{key}”. Add it.",
  "problem.meaning.type": "“{key}” is {given} but has to be {wanted}. Correct it in the mapping file.",
  "problem.meaning.choice": "“{key}” is {given}; it may be one of: {allowed}.",
  "problem.meaning.unknown-key":
    "The mapping file has “{key}”, which the program does not know. Correct its name or remove it.",
  "problem.meaning.field-not-of":
    "The field {as} does not belong to this kind of data. Choose another for “{key}”.",
  "problem.meaning.field-twice":
    "The field {as} is given to both columns “{first}” and “{second}”. Keep one of them.",
  "problem.meaning.column-twice": "The column “{given}” stands twice in the mapping. Remove one.",
  "problem.meaning.column-missing":
    "The file has no column “{given}”, which the mapping names. Columns of the file: {columns}.",
  "problem.meaning.word": "“{given}” is no value of the field {as}. Allowed: {allowed}.",
  "problem.meaning.place-column":
    "The coordinates are to come from the column “{given}”, which the file does not have. Choose the columns again.",
  "problem.meaning.column-added":
    "The column “{given}” was not there the last time. See what it is taken for.",
  "problem.meaning.column-gone":
    "The column “{given}” of the last time is no longer in this file. The field {as} stays empty unless another column is chosen.",
  "problem.meaning.value-new":
    "The value “{given}” was not there the last time. Say what it means; otherwise it counts as not known.",
};
