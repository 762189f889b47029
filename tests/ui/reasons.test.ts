import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Eligible, Evidence, FindingState } from "../../src/core/screening/finding.ts";
import { type CriterionCode, DEFAULT_RULES, type Rules } from "../../src/core/screening/rule-set.ts";
import { LANGUAGES, say } from "../../src/text/say.ts";
import { concludeOf } from "../../src/ui/conclusion.ts";
import { reasonsOf } from "../../src/ui/reasons.ts";

const base: Evidence = {
  minority: { state: "hit", off: false, ethnicity: "Ê Đê" },
  scattered: { state: "hit", off: false, located: true, neighbours: 2, clusterSize: 3 },
  forest: {
    state: "clear",
    off: false,
    located: true,
    hasLayer: true,
    inside: false,
    name: null,
    kind: null,
    subzone: null,
    edgeM: 640,
  },
  hazard: {
    state: "hit",
    off: false,
    located: true,
    hasLayer: true,
    inside: true,
    kind: "landslide",
    level: 4,
    edgeM: 175,
  },
  remote: {
    state: "clear",
    off: false,
    located: true,
    roadM: 640,
    centreM: 4200,
    hasRoads: true,
    hasCentre: true,
  },
  eligible: "yes",
  unit: { code: "24412", name: "Xã Ea Mẫu", district: null },
  declaredDiffers: false,
};
const detail = (code: CriterionCode, evidence: Evidence, rules: Rules = DEFAULT_RULES) => {
  const reason = reasonsOf("vi", evidence, rules).find((each) => each.code === code)!;
  return say("vi", reason.detail, reason.values);
};
const title = (code: CriterionCode, evidence: Evidence) => {
  return say("vi", reasonsOf("vi", evidence, DEFAULT_RULES).find((each) => each.code === code)!.title);
};
const forest = (part: Partial<Evidence["forest"]>): Evidence => ({
  ...base,
  forest: { ...base.forest, ...part },
});
const hazard = (part: Partial<Evidence["hazard"]>): Evidence => ({
  ...base,
  hazard: { ...base.hazard, ...part },
});
const remote = (part: Partial<Evidence["remote"]>): Evidence => ({
  ...base,
  remote: { ...base.remote, ...part },
});
const tolerant: Rules = {
  ...DEFAULT_RULES,
  forest: { kinds: ["special-use"], toleranceM: 30 },
  hazard: { ...DEFAULT_RULES.hazard!, toleranceM: 30 },
};

describe("every case says what it rests on", () => {
  test("ethnic group", () => {
    expect(title("minority", base)).toBe("Dân tộc thiểu số: có");
    expect(detail("minority", base)).toBe("Ê Đê");
    const missing: Evidence = { ...base, minority: { state: "unknown", off: false, ethnicity: null } };
    expect(title("minority", missing)).toBe("Dân tộc thiểu số: chưa xác định");
    expect(detail("minority", missing)).toContain("chưa ghi dân tộc");
  });

  test("scattered", () => {
    expect(detail("scattered", base)).toBe("2 hộ khác trong 300\u00a0m (ngưỡng: dưới 5)");
    const cluster: Rules = { ...DEFAULT_RULES, scattered: { method: "cluster", linkM: 200, fewerThan: 10 } };
    expect(detail("scattered", base, cluster)).toBe("cụm 3 hộ, nối trong 200\u00a0m (ngưỡng: dưới 10)");
    const nowhere: Evidence = {
      ...base,
      scattered: { state: "unknown", off: false, located: false, neighbours: null, clusterSize: null },
    };
    expect(detail("scattered", nowhere)).toContain("chưa có tọa độ");
  });

  test("forest", () => {
    expect(detail("forest", base)).toBe("ở ngoài, cách ranh giới 640\u00a0m");
    expect(detail("forest", forest({ edgeM: null }))).toBe("ở ngoài, cách trên 5,0\u00a0km");
    expect(detail("forest", forest({ kind: "buffer" }))).toContain("vùng đệm, không thuộc");
    expect(detail("forest", forest({ state: "hit", inside: true, name: "Cư Yang Mẫu" }))).toContain(
      "Cư Yang Mẫu",
    );
    expect(detail("forest", forest({ state: "hit", inside: true }))).toContain("trong rừng");
    expect(detail("forest", forest({ state: "hit", inside: true, edgeM: null }))).toBe("trong rừng");
    expect(detail("forest", forest({ state: "hit", inside: true, edgeM: null, name: "A" }))).toBe("A");
    expect(detail("forest", forest({ state: "unknown", edgeM: 16 }), tolerant)).toBe(
      "theo bản đồ thì ở ngoài, cách ranh giới 16\u00a0m, trong sai số 30\u00a0m; cần kiểm tra thực địa",
    );
    expect(detail("forest", forest({ state: "unknown", inside: true, edgeM: 16 }), tolerant)).toContain(
      "ở trong, cách ranh giới 16",
    );
    expect(detail("forest", forest({ state: "unknown", edgeM: 800 }))).toContain("chưa khảo sát");
    expect(detail("forest", forest({ state: "unknown", edgeM: null }))).toContain("chưa khảo sát");
    expect(detail("forest", forest({ state: "unknown", hasLayer: false }))).toContain("chưa có lớp rừng");
    expect(detail("forest", forest({ state: "unknown", located: false }))).toContain("chưa có tọa độ");
  });

  test("hazard", () => {
    expect(detail("hazard", base)).toBe("sạt lở mức 4, cách mép vùng 175\u00a0m");
    expect(detail("hazard", hazard({ edgeM: 0 }))).toBe("sạt lở mức 4");
    expect(detail("hazard", hazard({ edgeM: null }))).toBe("sạt lở mức 4");
    expect(detail("hazard", hazard({ level: 2 }))).toContain("trong vùng được xét");
    expect(detail("hazard", hazard({ state: "clear", inside: false, level: 2 }))).toContain("mức 2");
    const out = { state: "clear", inside: false, kind: null, level: null } as const;
    expect(detail("hazard", hazard({ ...out }))).toContain("gần nhất 175\u00a0m");
    expect(detail("hazard", hazard({ ...out, edgeM: null }))).toContain("cách trên 5,0\u00a0km");
    expect(detail("hazard", hazard({ ...out, state: "unknown", edgeM: 12 }), tolerant)).toContain("sai số");
    expect(detail("hazard", hazard({ ...out, state: "unknown" }))).toContain("chưa khảo sát");
    expect(detail("hazard", hazard({ ...out, state: "unknown", edgeM: null }))).toContain("chưa khảo sát");
    expect(detail("hazard", hazard({ ...out, state: "unknown", hasLayer: false }))).toContain("chưa có lớp");
    expect(detail("hazard", hazard({ ...out, state: "unknown", located: false }))).toContain("tọa độ");
  });

  test("remote", () => {
    expect(detail("remote", base)).toContain("đường gần nhất 640\u00a0m, trung tâm xã 4,2\u00a0km");
    expect(detail("remote", remote({ centreM: null }))).toContain("640");
    expect(detail("remote", remote({ roadM: null }))).toContain("4,2");
    expect(detail("remote", remote({ roadM: null, centreM: null }))).toContain("không đặt");
    expect(detail("remote", remote({ hasRoads: false, roadM: null }))).toContain("chưa có lớp đường");
    expect(detail("remote", remote({ hasRoads: false, roadM: null, centreM: null }))).toContain(
      "chưa có lớp đường",
    );
    expect(detail("remote", remote({ hasCentre: false, centreM: null }))).toContain("chưa có trung tâm xã");
    expect(detail("remote", remote({ hasCentre: false, centreM: null, roadM: null }))).toContain("trung tâm");
    const none = remote({ hasCentre: false, hasRoads: false, centreM: null, roadM: null });
    expect(detail("remote", none)).toContain("lớp đường và trung tâm xã");
    expect(detail("remote", remote({ located: false }))).toContain("tọa độ");
  });

  test("a distance close to its limit is on the side the finding says", () => {
    expect(detail("remote", remote({ roadM: 2000.3 }))).toContain("đường gần nhất 2.001\u00a0m");
    expect(detail("remote", remote({ roadM: 1999.8 }))).toContain("đường gần nhất 1.999\u00a0m");
    expect(detail("remote", remote({ roadM: 2000 }))).toContain("đường gần nhất 2.000\u00a0m");
    expect(detail("remote", remote({ roadM: 2150 }))).toContain("đường gần nhất 2,2\u00a0km");
  });

  test("a criterion that is off says so", () => {
    const off = remote({ off: true });
    expect(title("remote", off)).toBe("Xa xôi, hẻo lánh: không xét");
    expect(detail("remote", off)).toContain("tắt");
  });
});

const STATES: readonly FindingState[] = ["hit", "clear", "unknown"];
const found = fc.record({
  minority: fc.constantFrom(...STATES),
  scattered: fc.constantFrom(...STATES),
  forest: fc.constantFrom(...STATES),
  hazard: fc.constantFrom(...STATES),
  remote: fc.constantFrom(...STATES),
});
function evidenceOf(states: Record<CriterionCode, FindingState>, eligible: Eligible): Evidence {
  const part = <K extends CriterionCode>(code: K) => ({ ...base[code], state: states[code] });
  return {
    ...base,
    minority: part("minority"),
    scattered: part("scattered"),
    forest: part("forest"),
    hazard: part("hazard"),
    remote: part("remote"),
    eligible,
  };
}

test("whatever the evidence, both languages have the whole sentence", () => {
  fc.assert(
    fc.property(
      found,
      fc.record({
        located: fc.boolean(),
        has: fc.boolean(),
        inside: fc.boolean(),
        off: fc.boolean(),
        edgeM: fc.option(fc.double({ min: 0, max: 5000, noNaN: true })),
        level: fc.option(fc.constantFrom(1, 3, 5)),
      }),
      (states, { located, has, inside, off, edgeM, level }) => {
        const plain = evidenceOf(states, "unknown");
        const evidence: Evidence = {
          ...plain,
          scattered: { ...plain.scattered, located, off },
          forest: { ...plain.forest, located, hasLayer: has, inside, edgeM },
          hazard: {
            ...plain.hazard,
            located,
            hasLayer: has,
            inside,
            edgeM,
            kind: level === null ? null : "flash-flood",
            level: level as Evidence["hazard"]["level"],
          },
          remote: { ...plain.remote, located, hasRoads: has, roadM: edgeM },
        };
        for (const language of LANGUAGES) {
          for (const reason of reasonsOf(language, evidence, tolerant)) {
            expect(say(language, reason.title)).not.toBe("");
            expect(say(language, reason.detail, reason.values)).not.toContain("{");
          }
          const { key } = concludeOf(evidence, tolerant);
          expect(say(language, key, { names: "x", because: "y" })).not.toBe("");
        }
      },
    ),
  );
});
