/** The five steps of a waiting table: what is done, what is still missing, what can be counted. Pure. */
import type { CheckFinding } from "../../core/intake/checks/finding.ts";
import type { LayerKind } from "../../core/model/layers.ts";
import type { IntakeQuestion } from "../../intake/protocol.ts";
import type { TextKey } from "../../text/say.ts";
import { asksCoverage, importBlocked, layerOf } from "../import-choice.ts";
import { readSource } from "../source-texts.ts";
import { asksToSee, crsName, placeKey, type Sentence } from "./place-guess.ts";
import { neededQuestions } from "./questions.ts";
import { idsTaken, wayOf } from "./register.ts";
import type { WaitingTable } from "./waiting.ts";

export const STEPS = ["file", "place", "columns", "rows", "take"] as const;
export type StepName = (typeof STEPS)[number];
/** `left`: something is still to do, but an earlier step is the one to do now; `open`: its turn has not come. */
export type StepState = "done" | "now" | "left" | "open";

export interface Step {
  readonly name: StepName;
  readonly state: StepState;
  /** The state in words. */
  readonly says: Sentence;
}

/** Something without which the table cannot go into the plan. */
export interface Missing {
  readonly step: StepName;
  readonly why: TextKey;
}

const STEP_OF: Readonly<Record<IntakeQuestion["kind"], StepName>> = {
  as: "file",
  place: "place",
  encoding: "columns",
  field: "columns",
  values: "columns",
  "unit-list": "columns",
};

/** The check as a reading of the table: what the rules of coverage and lost features are about. */
export function checkedReading(table: WaitingTable) {
  const { view, checked } = table;
  if (!view || !checked) return undefined;
  return {
    as: view.meaning.as,
    accepted: checked.accepted - table.late.length,
    rejected: [...checked.rejected, ...table.late],
  };
}

/** The layer the table would become; null for households and before it is read. */
export function layerKindOf(table: WaitingTable): LayerKind | null {
  const as = table.view?.meaning.as;
  return as && as !== "households" ? as : null;
}

/** Whether a person has said that the place on the map is right, where that is asked. */
export function placeSeen(table: WaitingTable): boolean {
  if (!table.view || !asksToSee(table.view)) return true;
  return table.said.seen === placeKey(table.view.meaning.place);
}

/** Everything that is missing, in the order of the steps. Empty: the table can go in. */
export function missingOf(table: WaitingTable): readonly Missing[] {
  const { view, said } = table;
  if (!view) return [{ step: "file", why: "intake.missing.reading" }];
  const questions = neededQuestions(view);
  const missing: Missing[] = questions.map(({ kind }) => ({
    step: STEP_OF[kind],
    why: `intake.missing.${kind}` as const,
  }));
  if (!placeSeen(table) && !questions.some(({ kind }) => kind === "place")) {
    missing.push({ step: "place", why: "intake.missing.seen" });
  }
  const reading = checkedReading(table);
  if (!reading) {
    missing.push({
      step: "rows",
      why: table.unchecked ? "intake.missing.unchecked" : "intake.missing.check",
    });
    // The coverage can be said before the check has answered.
    if (asksCoverage({ as: view.meaning.as }) && said.coverage === null) {
      missing.push({ step: "take", why: "data.choose-coverage" });
    }
  } else {
    const lost = layerOf(reading) ? reading.rejected.length : 0;
    const skipAs = said.skip && said.skip.lost >= lost ? said.skip.as : null;
    if (importBlocked(reading, { coverage: "all", skipAs }) === "data.nothing-accepted") {
      missing.push({ step: "rows", why: "data.nothing-accepted" });
    } else {
      if (importBlocked(reading, { coverage: "all", skipAs }) !== null) {
        missing.push({ step: "rows", why: "data.choose-skip" });
      }
      if (asksCoverage(reading) && said.coverage === null) {
        missing.push({ step: "take", why: "data.choose-coverage" });
      }
    }
  }
  const { compared } = table;
  if (view.meaning.as === "households" && compared && wayOf(said) === "add" && idsTaken(compared) > 0) {
    missing.push({ step: "take", why: "intake.missing.register" });
  }
  const bad = layerKindOf(table) ? readSource(said.source).bad : null;
  if (bad) missing.push({ step: "take", why: bad });
  return missing.sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));
}

/** The steps with their states: exactly one is `now`. */
export function stepsOf(table: WaitingTable): readonly Step[] {
  const missing = missingOf(table);
  const lacks = (name: StepName) => missing.some(({ step }) => step === name);
  const now = STEPS.find((name) => name === "take" || lacks(name)) ?? "take";
  return STEPS.map((name) => {
    const state: StepState =
      name === now
        ? "now"
        : lacks(name) || looksOpen(table, name)
          ? "left"
          : name === "take"
            ? "open"
            : "done";
    return { name, state, says: stepSays(table, name, missing) };
  });
}

/** Refused rows may stay refused, but they are not "done". */
function looksOpen(table: WaitingTable, name: StepName): boolean {
  if (name !== "rows" || !table.checked) return false;
  return table.checked.rejected.length + toLookAt(table.checked.findings).length > 0;
}

/** Findings a person should look at. */
export function toLookAt(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  return findings.filter(({ weight }) => weight !== "tell");
}

function stepSays(table: WaitingTable, name: StepName, missing: readonly Missing[]): Sentence {
  const own = missing.filter(({ step }) => step === name);
  const { item, view, checked, said } = table;
  if (!item || !view) return { key: "intake.step.waits" };
  switch (name) {
    case "file":
      return own[0] ? { key: own[0].why } : { key: "intake.step.file.read", values: { n: item.read } };
    case "place":
      if (own[0]) return { key: own[0].why };
      if (!view.meaning.place) return { key: "intake.step.place.none" };
      return asksToSee(view) ? { key: "intake.step.place.seen" } : { key: "intake.step.place.sure" };
    case "columns":
      if (view.meaning.raster) return { key: "raster.step.columns" };
      return own.length > 0
        ? { key: "intake.step.columns.left", values: { n: own.length } }
        : {
            key: "intake.step.columns.known",
            values: { n: fieldsKnown(table), of: item.columns },
          };
    case "rows": {
      if (!checked) return { key: own[0]?.why ?? "intake.missing.check" };
      if (view.meaning.raster) return { key: "raster.step.rows" };
      const n = checked.rejected.length + table.late.length;
      const look = toLookAt(checked.findings).length;
      if (n > 0 && own[0]) return { key: own[0].why };
      if (n > 0) return { key: "intake.step.rows.refused", values: { n } };
      return look > 0
        ? { key: "intake.step.rows.look", values: { n: look } }
        : { key: "intake.step.rows.fine" };
    }
    case "take":
      if (own[0]) return { key: own[0].why };
      if (!checked) return { key: "intake.step.waits" };
      return {
        key: said.replace
          ? "intake.step.take.replace"
          : said.update
            ? "intake.step.take.update"
            : "intake.step.take.add",
        values: { n: checked.accepted - table.late.length },
      };
  }
}

/** Columns that became a field of ours or one of the two coordinates. */
export function fieldsKnown(table: WaitingTable): number {
  const { view } = table;
  if (!view) return 0;
  const { place, columns } = view.meaning;
  const coordinates = place?.kind === "columns" ? [place.east, place.north] : [];
  return columns.filter(({ field, column }) => field !== null || coordinates.includes(column)).length;
}

/** The name of the chosen system, null when the rows have no place. */
export function placeName(table: WaitingTable): Sentence | null {
  const place = table.view?.meaning.place;
  return place ? crsName(place.crs) : null;
}

/** Read, accepted and refused: `read = accepted + rejected` always. Null before the check. */
export function countsOf(
  table: WaitingTable,
): { readonly read: number; readonly accepted: number; readonly rejected: number } | null {
  const { checked, late } = table;
  if (!checked) return null;
  return {
    read: checked.read,
    accepted: checked.accepted - late.length,
    rejected: checked.rejected.length + late.length,
  };
}

/** Numbers (1–5) of the steps where something is missing, without repeats. */
export function stepsLeft(missing: readonly Missing[]): readonly number[] {
  return [...new Set(missing.map(({ step }) => STEPS.indexOf(step) + 1))].sort();
}
