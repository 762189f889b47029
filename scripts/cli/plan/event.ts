/** `ancu plan event`: records what happened to one household, or to many from a table. */
import { randomUUID } from "node:crypto";
import { EVENT_KINDS, type EventKind } from "../../../src/core/model/event.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { formatDate } from "../../../src/text/numbers.ts";
import type { ExitCode } from "../command.ts";
import type { Options, WrongUsage } from "../options.ts";
import { readEventsFile } from "./events-file.ts";
import { changePlan, type Saved } from "./open-plan.ts";
import { missing, type PlanCommand, pointless, WRITING, wrongChoice, wrongDate } from "./plan-command.ts";
import type { Speaker } from "./speaker.ts";

/**
 * `--json` of one event: `{ "id", "household", "kind", "on", "revision" }`; of a table: `{ "file", "events",
 * "households", "revision" }`.
 */
export const planEvent: PlanCommand = {
  name: "event",
  usage: "cli.plan.event.usage",
  options: {
    ...WRITING,
    household: "value",
    kind: "value",
    on: "value",
    document: "value",
    note: "value",
    file: "value",
  },
  files: 1,
  wrong(options): WrongUsage | null {
    if (options.has("file")) {
      return pointless(options, ["household", "kind", "on", "document", "note"], "--file");
    }
    return (
      missing(options, "household", "kind", "on") ??
      wrongChoice(options, "kind", EVENT_KINDS) ??
      wrongDate(options, "on")
    );
  },
  run: ([plan], options, speaker): Promise<ExitCode> =>
    changePlan(plan!, options, speaker, (store) =>
      options.has("file") ? fromFile(store, options, speaker) : one(store, options, speaker),
    ),
};

function one(store: PlanStore, options: Options, speaker: Speaker): Saved {
  const id = randomUUID();
  const householdId = options.value("household")!.normalize("NFC").trim();
  const kind = options.value("kind") as EventKind;
  const on = options.value("on")!;
  const text = (name: string) => options.value(name)?.normalize("NFC").trim() || null;
  const event = { id, householdId, kind, on, document: text("document"), note: text("note") };
  const done = store.run("event.add", event);
  if (!done.ok) return speaker.refuse(done.problem);
  return () => {
    const said = { household: householdId, kind: speaker.say(`event.${kind}`), on: formatDate(on) };
    speaker.tell("cli.plan.event.done", said);
    const { revision } = done.value.info;
    if (options.has("json")) speaker.json({ id, household: householdId, kind, on, revision });
  };
}

function fromFile(store: PlanStore, options: Options, speaker: Speaker): Saved {
  const events = readEventsFile(options.value("file")!, store, speaker);
  if (events === null) return 1;
  const done = store.run("events.import", events);
  if (!done.ok) return speaker.refuse(done.problem);
  return () => {
    const count = events.events.length;
    const households = new Set(events.events.map(({ householdId }) => householdId)).size;
    speaker.tell("cli.plan.event.many", { count, households, file: events.file });
    const { revision } = done.value.info;
    if (options.has("json")) speaker.json({ file: events.file, events: count, households, revision });
  };
}
