/** `ancu plan history`: who did what when, of the plan or of one thing in it. */
import type { HistoryLine, HistoryQuery } from "../../../src/plan/protocol.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import type { ExitCode } from "../command.ts";
import type { Options, WrongUsage } from "../options.ts";
import { changeText } from "./change-text.ts";
import { entryText, whenText } from "./entry-text.ts";
import { lookAtPlan } from "./open-plan.ts";
import { type PlanCommand, pointless } from "./plan-command.ts";
import type { Speaker } from "./speaker.ts";

const ABOUT = ["household", "site", "layer"] as const;
const SHOWN = 50;

/**
 * `--json`: `{ "revision", "entries": [{ "seq", "kind", "command", "text", "values", "at", "author", "group",
 * "undone", "target", "rows", "changes": [{ "table", "key", "op", "field", "before", "after" }] }], "more" }`,
 * newest first; `changes` are told when one thing is asked about, `more` says that there are older entries.
 */
export const planHistory: PlanCommand = {
  name: "history",
  usage: "cli.plan.history.usage",
  options: { household: "value", site: "value", layer: "value", limit: "value" },
  files: 1,
  wrong(options): WrongUsage | null {
    const [first] = ABOUT.filter((kind) => options.has(kind));
    const others = ABOUT.filter((kind) => kind !== first);
    const limit = options.value("limit");
    if (limit !== null && !/^[1-9]\d{0,6}$/.test(limit)) {
      return { key: "cli.plan.number", values: { option: "--limit", given: limit } };
    }
    return first === undefined ? null : pointless(options, others, `--${first}`);
  },
  run: ([file], options, speaker): Promise<ExitCode> =>
    lookAtPlan(file!, speaker, (store) => tell(store, options, speaker)),
};

function tell(store: PlanStore, options: Options, speaker: Speaker): ExitCode {
  const limit = Number(options.value("limit") ?? SHOWN);
  const about = aboutOf(store, options);
  const found = store.history({ limit: limit + 1, ...(about && { about }) });
  if (about && found.length === 0 && !isThere(store, about)) {
    return speaker.stop(`cli.plan.history.no-${about.kind}`, { id: about.id });
  }
  const lines = found.slice(0, limit);
  const more = found.length > lines.length;
  if (options.has("json")) {
    const entries = lines.map((line) => ({ ...line, text: entryText(line, speaker) }));
    speaker.json({ revision: store.info().revision, entries, more });
    return 0;
  }
  if (lines.length === 0) speaker.tell("cli.plan.history.nothing");
  else speaker.lines(lines.flatMap((line) => lineText(line, speaker)));
  if (more) speaker.tell("cli.plan.history.more", { limit });
  return 0;
}

type About = { readonly kind: (typeof ABOUT)[number]; readonly id: string };

/** A site or a layer may be named by its name as well. */
function aboutOf(store: PlanStore, options: Options): (HistoryQuery["about"] & About) | null {
  const kind = ABOUT.find((one) => options.has(one));
  if (kind === undefined) return null;
  const given = options.value(kind)!.normalize("NFC").trim();
  if (kind === "household") return { kind, id: given };
  const things = kind === "site" ? store.sites() : store.layers();
  const found = things.find(({ id }) => id === given) ?? things.find(({ name }) => name === given);
  return { kind, id: found?.id ?? given };
}

function isThere(store: PlanStore, { kind, id }: About): boolean {
  if (kind === "household") return store.household(id) !== null;
  return (kind === "site" ? store.sites() : store.layers()).some((thing) => thing.id === id);
}

function lineText(line: HistoryLine, speaker: Speaker): string[] {
  const author = line.author ?? speaker.say("cli.plan.history.nobody");
  const what = entryText(
    line.kind === "undo" || line.kind === "redo" ? (line.target ?? line) : line,
    speaker,
  );
  const said = speaker.say(`cli.plan.history.${line.undone ? "undone" : line.kind}`, { what });
  const values = { seq: String(line.seq), at: whenText(line.at, speaker), author, what: said };
  return [
    speaker.say("cli.plan.history.line", values),
    ...line.changes.map((change) => `    ${changeText(change, speaker)}`),
  ];
}
