/** What commands refuse, and that a refusal or a fault leaves nothing behind. */
import { expect, test } from "vitest";
import type { ArealGeometry } from "../../src/core/model/geometry.ts";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import { COMMANDS } from "../../src/plan/commands/index.ts";
import { COMMAND_NAMES, type CommandName, type Commands } from "../../src/plan/protocol.ts";
import { en } from "../../src/text/en.ts";
import { say } from "../../src/text/say.ts";
import { vi } from "../../src/text/vi.ts";
import { digest, event, exampleStore, LAYER_FILES, must, site, square, stage } from "./example-plan.ts";

const polygon = (...ring: [number, number][]): ArealGeometry => ({ type: "Polygon", coordinates: [ring] });
const s1 = { id: "s1", name: "A", form: "inserted", status: "draft", capacity: 1, note: null } as const;
const correction = { id: "e1", kind: "moved", on: "2024-05-03", document: null, note: null } as const;
const baseline = {
  id: "b9",
  name: "Mới",
  target: "relocation",
  on: "2022-01-01",
  householdIds: ["H1"],
} as const;

const REFUSALS: readonly {
  [K in CommandName]: readonly [name: K, input: Commands[K], problem: object];
}[CommandName][] = [
  ["site.add", { ...site("s2", 108), name: "  " }, { code: "site.name-missing" }],
  ["site.add", site("s1", 108), { code: "command.input", field: "id" }],
  ["site.add", { ...site("s2", 108), capacity: 2.5 }, { code: "command.input", field: "capacity" }],
  ["site.add", { ...site("s2", 108), form: "other" as never }, { code: "command.input", field: "form" }],
  [
    "site.add",
    { ...site("s2", 108), geometry: polygon([108, 12], [108.1, 12.1], [108.1, 12], [108, 12.1], [108, 12]) },
    { code: "site.self-crossing" },
  ],
  [
    "site.reshape",
    { id: "s1", geometry: polygon([108, 12], [108.1, 12], [108, 12]) },
    { code: "site.shape" },
  ],
  [
    "site.reshape",
    { id: "s1", geometry: polygon([108, 12], [108.1, 12], [108.1, 12.1]) },
    { code: "site.shape" },
  ],
  [
    "site.reshape",
    { id: "s1", geometry: polygon([108, 12], [Number.NaN, 12], [108.1, 12.1], [108, 12]) },
    { code: "site.shape" },
  ],
  [
    "site.reshape",
    { id: "s1", geometry: polygon([108, 12], [108.000001, 12], [108, 12.000001], [108, 12]) },
    { code: "site.too-small" },
  ],
  [
    "site.reshape",
    { id: "s9", geometry: square(108, 12, 1) },
    { code: "site.missing", values: { id: "s9" } },
  ],
  ["site.describe", { ...s1, id: "s9" }, { code: "site.missing" }],
  ["site.describe", { ...s1, status: "done" as never }, { code: "command.input", field: "status" }],
  ["site.remove", { id: "s9" }, { code: "site.missing" }],
  ["event.add", event("e9", "H99", "moved", "2024-01-01"), { code: "household.missing" }],
  ["event.add", event("e9", "H2", "moved", "2024-02-30"), { code: "event.date" }],
  ["event.add", event("e9", "H2", "moved", "2026-10-16"), { code: "event.date" }],
  ["event.add", event("e9", "H2", "moved", "1975-12-31"), { code: "event.date" }],
  ["event.add", event("e9", "H2", "moved", "01/02/2024"), { code: "event.date" }],
  ["event.add", event("e9", "H2", "flown" as never, "2024-01-01"), { code: "command.input", field: "kind" }],
  ["event.add", event("e1", "H2", "moved", "2024-01-01"), { code: "command.input", field: "id" }],
  ["event.add", event("e9", "H1", "moved", "2024-05-02"), { code: "event.repeated" }],
  ["event.add", event("e9", "H1", "died", "2023-01-01"), { code: "event.order" }],
  ["event.add", event("e9", "H2", "returned", "2024-01-01"), { code: "event.return" }],
  ["event.remove", { id: "e9" }, { code: "event.missing" }],
  ["event.correct", { ...correction, id: "e9" }, { code: "event.missing", values: { id: "e9" } }],
  ["event.correct", { ...correction, kind: "flown" as never }, { code: "command.input", field: "kind" }],
  ["event.correct", { ...correction, on: "2026-10-16" }, { code: "event.date", values: { id: "H1" } }],
  ["event.correct", { ...correction, document: 7 as never }, { code: "command.input", field: "document" }],
  ["event.correct", { ...correction, kind: "returned" }, { code: "event.return" }],
  ["events.import", { file: "e.csv", events: [] }, { code: "import.nothing-accepted" }],
  [
    "events.import",
    {
      file: "e.csv",
      events: [event("e8", "H3", "moved", "2024-01-01"), event("e9", "H77", "moved", "2024-01-01")],
    },
    { code: "household.missing", file: "e.csv", row: 3 },
  ],
  [
    "events.import",
    {
      file: "e.csv",
      events: [event("e8", "H3", "died", "2024-01-01"), event("e9", "H3", "settled", "2025-01-01")],
    },
    { code: "event.order", file: "e.csv", row: 3 },
  ],
  ["rules.set", { rules: { ...DEFAULT_RULES, reading: "loose" as never } }, { code: "rules.choice" }],
  ["rules.set", { rules: undefined as never }, { code: "rules.type" }],
  ["toString" as never, {} as never, { code: "command.unknown" }],
  ["site.remove", { id: { toString: () => "s1" } as never }, { code: "site.missing" }],
  [
    "site.reshape",
    { id: "s1", geometry: { type: "Polygon", coordinates: [[null]] } as never },
    { code: "site.shape" },
  ],
  ["events.import", { file: null, events: [null] as never }, { code: "command.input", field: "events" }],
  [
    "baseline.freeze",
    { ...baseline, householdIds: "H1" as never },
    { code: "command.input", field: "householdIds" },
  ],
  ["plan.rename", { name: " " }, { code: "command.input", field: "name" }],
  ["baseline.freeze", { ...baseline, name: "gốc 2021" }, { code: "baseline.name-taken" }],
  ["baseline.freeze", { ...baseline, householdIds: [] }, { code: "baseline.empty" }],
  ["baseline.freeze", { ...baseline, householdIds: ["H1", "X"] }, { code: "household.missing" }],
  ["baseline.freeze", { ...baseline, householdIds: ["H1", "H1"] }, { code: "command.input" }],
  ["baseline.freeze", { ...baseline, on: "2027-01-01" }, { code: "baseline.date" }],
  ["layer.remove", { id: "nothing" }, { code: "layer.missing" }],
  [
    "layer.import",
    { staged: "gone", kind: "roads", name: "Đ", coverage: "all", replace: false },
    { code: "import.expired" },
  ],
  ["households.import", { staged: "register", replace: true }, { code: "import.expired" }],
];

// One plan for all of them: that a refusal leaves no trace is what is tested.
const { store: untouched } = exampleStore();

test.each(REFUSALS)("%s is refused and leaves no trace (%#)", (name, input, problem) => {
  const store = untouched;
  const before = digest(store);
  const info = store.info();
  const outcome = store.run(name, input as never);
  expect(outcome).toMatchObject({ ok: false, problem });
  expect(store.blocked(name, input as never)).toEqual(outcome.ok ? null : outcome.problem);
  expect(digest(store)).toBe(before);
  expect(store.info()).toEqual(info);
});

test("an unknown command is refused by name", () => {
  const { store } = exampleStore();
  expect(store.run("site.fly" as CommandName, {} as never)).toMatchObject({
    ok: false,
    problem: { code: "command.unknown", values: { command: "site.fly" } },
  });
});

test("what blocked says nothing against is accepted, and asking changes nothing", () => {
  const { store } = exampleStore();
  const before = digest(store);
  expect(store.blocked("site.remove", { id: "s1" })).toBeNull();
  expect(digest(store)).toBe(before);
  must(store, "site.remove", { id: "s1" });
});

test("a fault in the middle of a command leaves nothing of it", () => {
  const { store, db } = exampleStore();
  db.exec(`CREATE TEMP TRIGGER fault BEFORE INSERT ON baseline_member WHEN new.household_id = 'H3'
           BEGIN SELECT raise(ABORT, 'fault'); END`);
  const before = digest(store);
  const input = { ...baseline, householdIds: ["H1", "H2", "H3"] };
  expect(() => store.run("baseline.freeze", input)).toThrow("fault");
  expect(digest(store)).toBe(before);
  db.exec("DROP TRIGGER fault");
  must(store, "baseline.freeze", input);
});

test("a site may be a shape of several parts; one part comes back as a polygon", () => {
  const { store } = exampleStore();
  const [a, b] = [square(108, 12, 0.01), square(108.2, 12, 0.01)];
  const both = { type: "MultiPolygon", coordinates: [a.coordinates, b.coordinates] } as ArealGeometry;
  must(store, "site.add", { ...site("s2", 108), geometry: both });
  const shapes = store.sites().map((one) => one.geometry.type);
  expect(shapes).toEqual(["Polygon", "MultiPolygon"]);
});

test("sequences that can have happened are let through", () => {
  const { store } = exampleStore();
  const told = [
    event("a", "H4", "settled", "2022-01-01"),
    event("b", "H4", "returned", "2023-01-01"),
    event("c", "H4", "left", "2024-01-01"),
    event("d", "H4", "identified", "2025-01-01"),
    event("e", "H4", "moved", "2025-06-01"),
    event("f", "H4", "died", "2025-06-01"),
  ];
  must(store, "events.import", { file: null, events: told });
  expect(store.household("H4")?.events.map((one) => one.kind)).toEqual(told.map((one) => one.kind));
});

test("an event whose removal would leave a return from nowhere stays", () => {
  const { store } = exampleStore();
  must(store, "event.add", event("e2", "H1", "returned", "2025-01-01"));
  expect(store.run("event.remove", { id: "e1" })).toMatchObject({
    ok: false,
    problem: { code: "event.return" },
  });
});

test("a corrected event stays the same one, recorded when it was, and may not break the order of the others", () => {
  const { store, db } = exampleStore();
  const recordedAt = () => db.selectValue("SELECT recorded_at FROM event WHERE id = 'e1'");
  const first = recordedAt();
  must(store, "event.add", event("e2", "H1", "settled", "2025-01-10"));
  const correct = (kind: "moved" | "left" | "died" | "settled", on: string) =>
    store.run("event.correct", { id: "e1", kind, on, document: "7/BC", note: null });
  expect(correct("died", "2024-05-02")).toMatchObject({ ok: false, problem: { code: "event.order" } });
  expect(correct("settled", "2025-01-10")).toMatchObject({ ok: false, problem: { code: "event.repeated" } });
  expect(correct("moved", "2024-06-02")).toMatchObject({ ok: true });
  expect(recordedAt()).toBe(first);
  expect(store.household("H1")?.events).toMatchObject([
    { id: "e1", kind: "moved", on: "2024-06-02", document: "7/BC" },
    { id: "e2" },
  ]);
});

test("a unit's code is there once, whatever file it came from", () => {
  const { store } = exampleStore();
  stage(store, "units-2", "u2.geojson", LAYER_FILES.units);
  const input = { staged: "units-2", kind: "units", name: "Xã", coverage: "all", replace: false } as const;
  expect(store.run("layer.import", input)).toMatchObject({
    ok: false,
    problem: { code: "import.unit-taken", values: { code: "24163" } },
  });
  must(store, "layer.import", { ...input, replace: true });
  expect(store.layers().filter((layer) => layer.kind === "units")).toHaveLength(1);
});

test("the list of commands and the names of the protocol are the same, and each has its sentence", () => {
  expect(Object.keys(COMMANDS).sort()).toEqual([...COMMAND_NAMES].sort());
  for (const name of COMMAND_NAMES) {
    expect(COMMANDS[name].name).toBe(name);
    expect(vi).toHaveProperty([`command.${name}`]);
    expect(en).toHaveProperty([`command.${name}`]);
  }
});

test("labels hold every value their sentence names", () => {
  const { store } = exampleStore();
  for (const { command, values } of store.history({ limit: 100 })) {
    expect(say("vi", `command.${command}`, values)).not.toContain("{");
    expect(say("en", `command.${command}`, values)).not.toContain("{");
  }
});

test("rules a script left half said are kept whole: nothing is switched off by leaving it out", () => {
  const { store } = exampleStore();
  must(store, "rules.set", { rules: { ...DEFAULT_RULES, reading: "wide" } });
  must(store, "rules.set", { rules: { hazard: { minLevel: 4 } } as never });
  const { hazard, ...others } = DEFAULT_RULES;
  const kinds = expect.arrayContaining([...hazard!.kinds]);
  expect(store.rules()).toEqual({ ...others, hazard: { ...hazard, kinds, minLevel: 4 } });
  expect(store.snapshot().rules).toEqual(store.rules());
});
