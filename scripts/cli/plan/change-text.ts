/** What an entry changed in one row, in words. */
import type { Json } from "../../../src/core/model/household.ts";
import type { FieldChange } from "../../../src/plan/protocol.ts";
import { hasText, type TextKey } from "../../../src/text/say.ts";
import type { Speaker } from "./speaker.ts";

/** Names and what the source said stand elsewhere; of a row that came or went the rest is told. */
const NOT_TOLD: readonly string[] = [
  "id",
  "household_id",
  "baseline_id",
  "layer_id",
  "import_id",
  "other",
  "recorded_at",
];
/** Fields whose values are words of ours. */
const WORDS: Readonly<Record<string, string>> = { kind: "event", choice: "decision.choice" };

/** One line for one change. */
export function changeText({ table, key, op, field, before, after }: FieldChange, speaker: Speaker): string {
  const thing = wordOr(`history.thing.${table}`, table, speaker);
  if (field === null) {
    const row = op === "remove" ? before : after;
    return speaker.say(`cli.plan.history.${op}`, { thing, what: rowText(row, speaker) || key });
  }
  const values = { before: valueText(field, before, speaker), after: valueText(field, after, speaker) };
  return speaker.say("cli.plan.history.field", { thing, field: nameOf(field, speaker), ...values });
}

/** The fields of a row, or how many rows of a layer. */
function rowText(row: Json, speaker: Speaker): string {
  if (row === null || typeof row !== "object" || Array.isArray(row)) return row === null ? "" : String(row);
  return Object.entries(row as Readonly<Record<string, Json>>)
    .filter(([name, value]) => !NOT_TOLD.includes(name) && value !== null)
    .map(([name, value]) => `${nameOf(name, speaker)} ${valueText(name, value, speaker)}`)
    .join(" · ");
}

function nameOf(field: string, speaker: Speaker): string {
  return wordOr(`history.field.${field}`, field, speaker);
}

function valueText(field: string, value: Json, speaker: Speaker): string {
  if (value === null) return "–";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const group = WORDS[field];
  return group === undefined ? text : wordOr(`${group}.${text}`, text, speaker);
}

function wordOr(key: string, otherwise: string, speaker: Speaker): string {
  return hasText(key) ? speaker.say(key as TextKey) : otherwise;
}
