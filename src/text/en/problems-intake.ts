/** Problems of bringing files in. */
import type { problemsIntake as vi } from "../vi/problems-intake.ts";

export const problemsIntake: Record<keyof typeof vi, string> = {
  "problem.intake.tool-missing":
    "The {tool} reader could not be loaded, so this file was not read. Load the page again and try once more.",
  "problem.intake.unreadable":
    "The file could not be read: {detail}. Open it in the program that made it, save it again, and choose it again.",
  "problem.intake.unused": "The file {file} holds nothing that can be taken in.",
  "problem.intake.too-large":
    "The file {file} is too large (more than {limit} MB). Split it by commune or leave columns out, then choose it again.",
  "problem.intake.not-readable-now":
    "The file {file} could not be opened: it was moved, renamed or is open in another program. Close that program and choose it again.",
  "problem.intake.left-out": "This row was left out because you chose so.",
  "problem.intake.gone": "This file is no longer waiting. Choose it again.",
};
