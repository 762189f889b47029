/** What was changed after a day of what had happened up to it, in words. */
import type { Audit, LateChange } from "../../../src/plan/protocol.ts";
import { formatDate } from "../../../src/text/numbers.ts";
import { whenText } from "./entry-text.ts";
import type { Speaker } from "./speaker.ts";

/** A line for the audit and one for each change. */
export function auditLines({ asOf, changes, recordedLater }: Audit, speaker: Speaker): string[] {
  const on = formatDate(asOf);
  const head =
    changes.length === 0
      ? speaker.say("cli.plan.audit.none", { on })
      : speaker.say("cli.plan.audit.head", { on, count: changes.length });
  return [
    head,
    ...changes.map((change) => `  ${lineOf(change, speaker)}`),
    speaker.say("cli.plan.audit.recorded-later", { on, count: recordedLater }),
  ];
}

function lineOf(change: LateChange, speaker: Speaker): string {
  const side = (event: LateChange["before"]) =>
    event === null
      ? speaker.say("cli.plan.audit.nothing")
      : speaker.say("cli.plan.audit.event", {
          kind: speaker.say(`event.${event.kind}`),
          on: formatDate(event.on),
        });
  return speaker.say("cli.plan.audit.line", {
    at: whenText(change.at, speaker),
    author: change.author ?? speaker.say("cli.plan.history.nobody"),
    household: change.householdId,
    before: side(change.before),
    after: side(change.after),
  });
}
