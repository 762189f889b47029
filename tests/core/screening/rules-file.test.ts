import { describe, expect, test } from "vitest";
import { DEFAULT_RULES } from "../../../src/core/screening/rule-set.ts";
import { readRules } from "../../../src/core/screening/rules-file.ts";

const read = (value: unknown) => readRules(JSON.stringify(value), "r.json");

test("the rules the program starts with are read back as they are", () => {
  expect(read(DEFAULT_RULES)).toEqual({ ok: true, value: DEFAULT_RULES, notes: [] });
});

describe("left out and null", () => {
  test("an empty file means the starting rules", () => {
    expect(read({})).toMatchObject({ ok: true, value: DEFAULT_RULES });
  });

  test("null switches a criterion off", () => {
    const off = { minority: null, scattered: null, forest: null, hazard: null, remote: null };
    expect(read(off)).toMatchObject({ ok: true, value: { reading: "strict", ...off } });
  });

  test("parts of a criterion have the documented meaning; a threshold left out is not tested", () => {
    const rules = read({ forest: {}, hazard: {}, remote: { centreM: 5000 } });
    expect(rules).toMatchObject({
      value: {
        forest: { kinds: ["special-use"], toleranceM: 0 },
        hazard: { minLevel: 3, toleranceM: 0 },
        remote: { centreM: 5000, combine: "any" },
      },
    });
    expect(rules.ok && rules.value.hazard?.kinds).toHaveLength(3);
    expect(rules.ok && rules.value.remote?.roadM).toBeUndefined();
  });

  test("both ways of being scattered", () => {
    const cluster = { method: "cluster", linkM: 200, fewerThan: 10 };
    expect(read({ scattered: cluster })).toMatchObject({ value: { scattered: cluster } });
  });
});

test("text in decomposed Unicode names the same people", () => {
  const rules = readRules(JSON.stringify({ minority: { majority: ["Việt"] } }).normalize("NFD"));
  expect(rules.ok && rules.value.minority?.majority).toEqual(["Việt".normalize("NFC")]);
});

describe("refused with the key, what was given and what is wanted", () => {
  const scattered = { method: "neighbours", radiusM: 300, fewerThan: 5 };
  test.each([
    ["rules.unknown-key", { readin: "strict" }, { key: "readin" }],
    ["rules.unknown-key", { scattered: { ...scattered, linkM: 5 } }, { key: "scattered.linkM" }],
    ["rules.missing", { scattered: { method: "neighbours", radiusM: 300 } }, { key: "scattered.fewerThan" }],
    ["rules.missing", { scattered: { radiusM: 300, fewerThan: 5 } }, { key: "scattered.method" }],
    ["rules.missing", { minority: {} }, { key: "minority.majority" }],
    [
      "rules.type",
      { scattered: { ...scattered, radiusM: "300" } },
      { key: "scattered.radiusM", given: '"300"', wanted: "number" },
    ],
    ["rules.type", { hazard: [] }, { key: "hazard", wanted: "object" }],
    ["rules.type", { minority: 5 }, { key: "minority", given: "5", wanted: "object" }],
    ["rules.choice", { reading: "chặt" }, { key: "reading", given: '"chặt"', allowed: '"strict", "wide"' }],
    ["rules.choice", { hazard: { minLevel: 6 } }, { key: "hazard.minLevel", allowed: "1, 2, 3, 4, 5" }],
    ["rules.choice", { hazard: { kinds: ["landslide", "lũ"] } }, { key: "hazard.kinds[2]", given: '"lũ"' }],
    ["rules.choice", { scattered: { ...scattered, method: "x" } }, { key: "scattered.method" }],
    ["rules.least", { forest: { toleranceM: -1 } }, { key: "forest.toleranceM", given: "-1", least: 0 }],
    ["rules.most", { remote: { roadM: 1e9 } }, { key: "remote.roadM", most: 200_000 }],
    ["rules.whole", { scattered: { ...scattered, fewerThan: 2.5 } }, { key: "scattered.fewerThan" }],
    ["rules.empty", { hazard: { kinds: [] } }, { key: "hazard.kinds" }],
    ["rules.empty", { minority: { majority: [" "] } }, { key: "minority.majority[1]" }],
  ])("%s %j", (code, value, values) => {
    expect(read(value)).toMatchObject({
      ok: false,
      problem: { code, file: "r.json", field: values.key, values },
    });
  });

  test("remote without any threshold", () => {
    expect(read({ remote: {} })).toMatchObject({ problem: { code: "rules.remote-empty", field: "remote" } });
  });

  test.each(["", "{", "[]", "5", "null"])("%j is no rule file", (text) => {
    expect(readRules(text)).toMatchObject({
      ok: false,
      problem: { code: expect.stringMatching(/^rules\.(syntax|type)$/) },
    });
  });
});
