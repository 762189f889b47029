/** For every command an input drawn from a few small numbers: many are refused, which is part of what is tested. */
import fc from "fast-check";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import {
  COMMAND_NAMES,
  type CommandName,
  type Commands,
  type HouseholdFacts,
} from "../../src/plan/protocol.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import { event, householdsCsv, LAYER_FILES, site, square, stage } from "./example-plan.ts";
import { rasterInput } from "./raster-input.ts";

/** What an input is made of; `n` is new in every draw, so that new things get new names. */
export interface Draw {
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

const KINDS = ["units", "forests", "hazards", "roads", "centres"] as const;
const EVENTS = ["identified", "moved", "settled", "returned", "left", "died"] as const;
const CHOICES = ["include", "exclude", "as-proposed"] as const;

/** Facts of a household that no file brought. */
export const SOME_FACTS: HouseholdFacts = {
  head: "Y Thử",
  ethnicity: null,
  ethnicityCode: null,
  ethnicityList: null,
  members: null,
  poverty: null,
  povertyYear: null,
  migrant: null,
  village: null,
  communeCode: null,
  communeList: null,
  at: [108.41, 12.71],
  coordinateSource: null,
  coordinateAccuracyM: null,
  residentialLandM2: null,
  productionLandM2: null,
  houseState: null,
  cause: null,
};

type Inputs = { readonly [K in CommandName]: (draw: Draw, store: PlanStore) => Commands[K] };
const INPUTS: Inputs = {
  "site.add": ({ a, b }) => site(`s${a}`, 108 + b / 10),
  "site.reshape": ({ a, b }) => ({ id: `s${a}`, geometry: square(107 + b, 12, 0.02) }),
  "site.describe": ({ a, b }) => ({
    id: `s${a}`,
    name: `T${b}`,
    form: "in-place",
    status: "proposal",
    capacity: b,
    note: b > 2 ? "gần đường" : null,
  }),
  "site.remove": ({ a }) => ({ id: `s${a}` }),
  "event.add": ({ a, b, n }) => event(`e${n}`, `H${a}`, EVENTS[b]!, `202${b}-01-0${a + 1}`),
  "event.remove": ({ a }, store) => ({ id: anEvent(store, a) }),
  "event.correct": ({ a, b }, store) => ({
    id: anEvent(store, a),
    kind: EVENTS[b]!,
    on: `202${b}-02-0${a + 1}`,
    document: b > 2 ? `${b}/BC` : null,
    note: null,
  }),
  "events.add": ({ a, b, n }) => ({
    id: `m${n}`,
    householdIds: Array.from({ length: a + 1 }, (_, k) => `H${k + 1}`),
    kind: EVENTS[b]!,
    on: `202${a}-0${b + 1}-02`,
    document: null,
    note: null,
    partly: b % 2 === 0,
  }),
  "events.import": ({ a, b, n }) => ({
    file: b > 2 ? "dien-bien.csv" : null,
    events: [1, 2].map((k) => event(`i${n}-${k}`, `H${a + k}`, "planned", `202${b}-03-0${a + k}`)),
  }),
  "rules.set": ({ a, b }) => ({
    rules: {
      ...DEFAULT_RULES,
      reading: a % 2 ? "wide" : "strict",
      remote: b > 3 ? null : DEFAULT_RULES.remote,
    },
  }),
  "assignments.set": ({ a, b }) => ({
    rows: Array.from({ length: b }, (_, k) => ({ householdId: `H${k + 1}`, siteId: `s${a}` })),
    on: `202${b}-05-01`,
  }),
  "assignment.fix": ({ a, b }) => ({
    householdId: `H${a}`,
    siteId: b > 3 ? null : `s${b}`,
    on: `202${b}-05-02`,
    note: null,
  }),
  "raster.import": ({ a, b }) => rasterInput(`r${a}`, 20 + b),
  "raster.remove": ({ a }) => ({ id: `r${a}` }),
  "plan.rename": ({ a }) => ({ name: `Tên ${a}` }),
  "baseline.freeze": ({ a, b }) => ({
    id: `b${a}`,
    name: `Gốc ${b}`,
    target: "relocation",
    on: "2021-12-31",
    householdIds: [`H${a}`, `H${a + 1}`],
  }),
  "baseline.extend": ({ a, b }) => ({
    baselineId: `b${a}`,
    on: `202${b}-06-30`,
    document: `${a}/QĐ`,
    householdIds: [`H${b + 1}`, `H${b + 2}`],
  }),
  "decision.record": ({ a, b, n }) => ({
    id: `d${n}`,
    householdIds: [`H${a}`, `H${a + 1}`],
    choice: CHOICES[b % 3]!,
    reason: `lý do ${b}`,
    person: b > 2 ? "Chủ tịch xã" : null,
    document: null,
    on: `202${b}-04-01`,
  }),
  "household.add": ({ a, b, n }) => ({
    id: a > 2 ? `N${n}` : `H${a}`,
    facts: { ...SOME_FACTS, members: b + 1, at: b > 3 ? null : SOME_FACTS.at },
  }),
  "household.edit": ({ a, b }) => ({
    id: `H${a}`,
    changes: { members: b + 1, at: b > 3 ? null : [108 + b / 10, 12.5], village: `Buôn ${b}` },
  }),
  "layer.remove": ({ a }, store) => ({ id: store.layers()[a]?.id ?? "none" }),
  "layer.import": ({ a, b, n }, store) => {
    const kind = KINDS[a % 5]!;
    stage(store, `f${n}`, `${kind}.geojson`, LAYER_FILES[kind]);
    return { staged: `f${n}`, kind, name: `${kind} ${n}`, coverage: "zones", replace: b > 2 };
  },
  "households.import": ({ a, b, n }, store) => {
    stage(store, `f${n}`, "ho.csv", householdsCsv(b > 2 ? "H" : `K${n}-`, 3 + a));
    return { staged: `f${n}`, replace: b % 2 === 0 };
  },
  "households.update": ({ a, b, n }, store) => {
    stage(
      store,
      `u${n}`,
      "ho-moi.csv",
      householdsCsv(b > 2 ? "H" : "K", 3 + a).replaceAll("Y Ê", `Y Ê ${b}`),
    );
    return { staged: `u${n}` };
  },
};

function anEvent(store: PlanStore, a: number): string {
  const events = [1, 2, 3, 4, 5].flatMap((k) => store.household(`H${k}`)?.events ?? []);
  return events[a % Math.max(1, events.length)]?.id ?? "none";
}

/** The input that `draw` stands for. */
export function inputOf<K extends CommandName>(name: K, draw: Draw, store: PlanStore): Commands[K] {
  return INPUTS[name](draw, store);
}

interface Command {
  readonly what: CommandName;
  readonly a: number;
  readonly b: number;
  readonly group: string | null;
}
interface Turn {
  readonly what: "undo" | "redo";
}
/** What is done next: a command (with the group it belongs to), a step back or forth, or the file opened anew. */
export type Act = Command | Turn | { readonly what: "reopen" };

/** True for a step back or forth. */
export function isTurn(act: Act): act is Turn {
  return act.what === "undo" || act.what === "redo";
}

const a = fc.nat(5);
const command: fc.Arbitrary<Act> = fc.record({
  // Adding to a frozen list needs one and someone new: it is tried more often.
  what: fc.constantFrom(
    ...COMMAND_NAMES,
    "baseline.freeze" as const,
    "baseline.extend" as const,
    "baseline.extend" as const,
  ),
  a,
  b: a,
  group: fc.constantFrom(null, null, "g1", "g2"),
});
const turn: fc.Arbitrary<Act> = fc
  .constantFrom("undo" as const, "undo" as const, "redo" as const, "redo" as const, "reopen" as const)
  .map((what) => ({ what }));

/** Two commands to one step back or forth. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: command },
  { weight: 1, arbitrary: turn },
);
