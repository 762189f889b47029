import { describe, expect, test } from "vitest";
import type { FieldName } from "../../../src/core/intake/fields.ts";
import type { ColumnView, IntakeQuestion } from "../../../src/intake/protocol.ts";
import { LANGUAGES, say } from "../../../src/text/say.ts";
import { placeKey } from "../../../src/ui/intake/place-guess.ts";
import { countsOf, missingOf, stepsLeft, stepsOf } from "../../../src/ui/intake/steps.ts";
import { NOTHING_SAID, type WaitingTable } from "../../../src/ui/intake/waiting.ts";
import { column, place, placeView, REFUSED, viewOf, waiting } from "./example.ts";

const why = (table: WaitingTable) => missingOf(table).map((each) => each.why);
const states = (table: WaitingTable) => stepsOf(table).map(({ state }) => state);

test("plain degrees that fall right ask nothing", () => {
  const table = waiting(viewOf());
  expect(missingOf(table)).toEqual([]);
  expect(states(table)).toEqual(["done", "done", "done", "left", "now"]);
});

test("a table that is still read is missing as a whole", () => {
  expect(why(waiting(null))).toEqual(["intake.missing.reading"]);
});

describe("a place in metres", () => {
  const places = [placeView("EPSG:9218", 10), placeView("EPSG:3406", 2)];
  const view = viewOf({ places });
  const inMetres = { ...view, meaning: { ...view.meaning, place: place("EPSG:9218") } };

  test("waits for a person to look, and that holds for this place alone", () => {
    const table = waiting(inMetres);
    expect(why(table)).toEqual(["intake.missing.seen"]);
    expect(states(table)).toEqual(["done", "now", "done", "left", "open"]);
    const seen = { ...table, said: { ...NOTHING_SAID, seen: placeKey(place("EPSG:9218")) } };
    expect(missingOf(seen)).toEqual([]);
    const moved = { ...inMetres, meaning: { ...inMetres.meaning, place: place("EPSG:3406") } };
    expect(why({ ...seen, view: moved })).toEqual(["intake.missing.seen"]);
  });

  test("that nobody can tell is asked for once, not also to be seen", () => {
    const asked: IntakeQuestion[] = [{ kind: "place" }];
    expect(why(waiting({ ...inMetres, questions: asked }))).toEqual(["intake.missing.place"]);
  });
});

test("every question has its step, and the steps that wait are named by number", () => {
  const questions: IntakeQuestion[] = [
    { kind: "unit-list" },
    { kind: "values", column: "MADT" },
    { kind: "field", field: "id" },
    { kind: "encoding", column: "HOTEN" },
    { kind: "as" },
    { kind: "place" },
  ];
  const as = (["households", "units"] as const).map((value) => ({ value, score: 0.5, why: [] }));
  const table = waiting(viewOf({ questions, as }));
  expect(missingOf(table).map(({ step }) => step)).toEqual([
    "file",
    "place",
    "columns",
    "columns",
    "columns",
    "columns",
  ]);
  expect(stepsLeft(missingOf(table))).toEqual([1, 2, 3]);
  expect(states(table).filter((state) => state === "now")).toEqual(["now"]);
  expect(stepsOf(table)[2]!.says).toEqual({ key: "intake.step.columns.left", values: { n: 4 } });
});

describe("a doubt that changes nothing holds nobody up", () => {
  const asked = (part: Partial<ColumnView>, question: IntakeQuestion) => {
    const columns = [column("C", { ...part, meaning: { ...column("C").meaning, ...part.meaning } })];
    return missingOf(waiting(viewOf({ columns, questions: [question] }))).length > 0;
  };
  const meaning = (field: FieldName) => ({ ...column("C").meaning, field });

  test("about a column without values", () => {
    const field = { kind: "field", field: "cause" } as const;
    expect(asked({ meaning: meaning("cause"), empty: 10 }, field)).toBe(false);
    expect(asked({ meaning: meaning("cause"), empty: 9 }, field)).toBe(true);
  });
  test("about the letters of words that were all recognised", () => {
    const encoding = { kind: "encoding", column: "C" } as const;
    expect(asked({ meaning: meaning("migrant"), understood: 10 }, encoding)).toBe(false);
    expect(asked({ meaning: meaning("migrant"), understood: 9 }, encoding)).toBe(true);
    expect(asked({ meaning: meaning("head"), understood: 10 }, encoding)).toBe(true);
  });
  test("about what the table is when it can be one thing only", () => {
    const as = (["roads", "units"] as const).map((value) => ({ value, score: 0.1, why: [] }));
    const questions: IntakeQuestion[] = [{ kind: "as" }];
    expect(missingOf(waiting(viewOf({ as, questions })))).toHaveLength(1);
    expect(missingOf(waiting(viewOf({ as: as.slice(1), questions })))).toHaveLength(0);
  });
});

test("the sum adds up, also with rows that the plan itself refuses", () => {
  for (const late of [[], [REFUSED], [REFUSED, REFUSED]]) {
    const { read, accepted, rejected } = countsOf(waiting(viewOf(), { late }))!;
    expect(accepted + rejected).toBe(read);
  }
  expect(countsOf(waiting(viewOf(), { checked: null }))).toBeNull();
});

describe("a layer", () => {
  const hazards = waiting(viewOf({}, "hazards"));

  test("needs coverage and, when features are lost, a word for it; more lost features ask again", () => {
    expect(why(hazards)).toEqual(["data.choose-skip", "data.choose-coverage"]);
    const said = { ...NOTHING_SAID, coverage: "all", skip: { as: "hazards", lost: 1 } } as const;
    expect(missingOf({ ...hazards, said })).toEqual([]);
    expect(why({ ...hazards, said, late: [REFUSED] })).toEqual(["data.choose-skip"]);
  });

  test("with nothing accepted is not asked anything else of its rows", () => {
    const checked = { read: 1, accepted: 0, unlocated: 0, rejected: [REFUSED], findings: [], notes: [] };
    expect(why({ ...hazards, checked })).toContain("data.nothing-accepted");
    expect(why({ ...hazards, checked })).not.toContain("data.choose-skip");
  });

  test("can be told its coverage while it is checked", () => {
    expect(why({ ...hazards, checked: null })).toEqual(["intake.missing.check", "data.choose-coverage"]);
  });
});

test("every state and reason can be said in both languages", () => {
  const tables = [
    waiting(viewOf()),
    waiting(viewOf({}, "hazards")),
    waiting(viewOf(), { checked: null }),
    waiting(null),
  ];
  for (const language of LANGUAGES) {
    for (const table of tables) {
      for (const { says } of stepsOf(table)) expect(say(language, says.key, says.values)).not.toBe("");
      for (const each of missingOf(table)) expect(say(language, each.why)).not.toBe("");
    }
  }
});

test("a list whose ids are in the register cannot only be added; updating or replacing answers it", () => {
  const compared = {
    ...{ added: 1, changed: 2, same: 3, gone: 4, byField: [], addedIds: [], goneIds: [], changes: [] },
    ...{ addedHeads: [], goneHeads: [], alike: 0, alikes: [] },
  };
  const table = waiting(viewOf(), { compared });
  expect(why(table)).toEqual(["intake.missing.register"]);
  expect(why({ ...table, said: { ...NOTHING_SAID, update: true } })).toEqual([]);
  expect(why({ ...table, said: { ...NOTHING_SAID, replace: true } })).toEqual([]);
  expect(why({ ...table, compared: { ...compared, changed: 0, same: 0 } })).toEqual([]);
});
