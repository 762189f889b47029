/** When a household counts as done. */
import { DONE_KINDS, type EventKind, type HouseholdEvent } from "../model/event.ts";
import type { IsoDate } from "../units.ts";
import { inEventOrder } from "./event-order.ts";

/** Done from one day on, until the day it was undone (not included); null: still. */
export interface DoneSpan {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/**
 * The spans in which one household was done. A kind of `doneKinds` begins a span, `returned` ends it. `left`,
 * `died` and `removed` close the case with its reason but neither do nor undo anything.
 */
export function doneSpans(
  events: readonly HouseholdEvent[],
  doneKinds: readonly EventKind[] = DONE_KINDS,
): readonly DoneSpan[] {
  const spans: DoneSpan[] = [];
  let from: IsoDate | null = null;
  for (const { kind, on } of inEventOrder(events)) {
    if (kind === "returned") {
      if (from !== null) spans.push({ from, until: on });
      from = null;
    } else if (doneKinds.includes(kind)) {
      from ??= on;
    }
  }
  if (from !== null) spans.push({ from, until: null });
  return spans;
}

/** The day since which the household is done, as known on `asOf`; null when it is not done. */
export function doneSince(spans: readonly DoneSpan[], asOf: IsoDate): IsoDate | null {
  const span = spans.find(({ from, until }) => from <= asOf && (until === null || asOf < until));
  return span?.from ?? null;
}
