/** Orders in which things cannot have happened to one household. What is merely incomplete is let through. */
import type { EventKind } from "../../core/model/event.ts";
import { DONE_KINDS } from "../../core/model/event.ts";
import type { Problem } from "../../core/outcome.ts";
import type { IsoDate } from "../../core/units.ts";

export interface DatedKind {
  readonly kind: EventKind;
  readonly on: IsoDate;
}

/** After these nothing more can happen to the household. */
const FINAL: readonly EventKind[] = ["died", "removed"];
/** What may follow once a household has left: it came back, was found again, or its case was closed. */
const AFTER_LEFT: readonly EventKind[] = ["returned", "identified", ...FINAL];

/**
 * The first impossibility among everything recorded of one household, or null: something after its end, a
 * further step after it left, a return from nowhere, the same thing twice on one day. Events of one day are
 * taken in the order given, an end always last, since papers of that day do not tell the hour.
 */
export function orderProblem(householdId: string, events: readonly DatedKind[]): Problem | null {
  const sorted = [...events].sort((a, b) => compare(a.on, b.on) || rank(a) - rank(b));
  const seen = new Set<string>();
  let ended: DatedKind | null = null;
  let left: DatedKind | null = null;
  let wasElsewhere = false;
  for (const event of sorted) {
    const { kind, on } = event;
    if (seen.has(`${kind} ${on}`)) return { code: "event.repeated", values: { id: householdId, on } };
    seen.add(`${kind} ${on}`);
    const before: DatedKind | null = ended ?? (AFTER_LEFT.includes(kind) ? null : left);
    if (before) return { code: "event.order", values: { id: householdId, on, before: before.on } };
    if (kind === "returned" && !wasElsewhere) {
      return { code: "event.return", values: { id: householdId, on } };
    }
    if (FINAL.includes(kind)) ended = event;
    left = kind === "left" ? event : null;
    wasElsewhere = kind === "left" || DONE_KINDS.includes(kind) || (wasElsewhere && kind !== "returned");
  }
  return null;
}

function rank(event: DatedKind): number {
  return FINAL.includes(event.kind) ? 1 : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
