import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Eligible, Evidence, FindingState } from "../../src/core/screening/finding.ts";
import {
  CRITERIA,
  type CriterionCode,
  DEFAULT_RULES,
  type Rules,
} from "../../src/core/screening/rule-set.ts";
import { LANGUAGES, type Language, say } from "../../src/text/say.ts";
import { concludeOf } from "../../src/ui/conclusion.ts";

type States = Readonly<Record<CriterionCode, FindingState | "off">>;
const ALL_HIT: States = { minority: "hit", scattered: "hit", forest: "hit", hazard: "hit", remote: "hit" };

/** Every way the unknown findings could turn out, by the two readings as they are written in the rules. */
function bruteForce(states: States, reading: Rules["reading"]): Eligible {
  const answers = new Set<boolean>();
  const open = CRITERIA.filter((code) => states[code] === "unknown");
  for (let bits = 0; bits < 1 << open.length; bits++) {
    const is = (code: CriterionCode) => {
      const at = open.indexOf(code);
      return at < 0 ? states[code] === "hit" : Boolean(bits & (1 << at));
    };
    const place = is("remote") || is("hazard");
    answers.add(
      reading === "strict"
        ? is("minority") && is("scattered") && (is("forest") || place)
        : is("minority") && ((is("scattered") && is("forest")) || place),
    );
  }
  if (answers.size === 2) return "unknown";
  return answers.has(true) ? "yes" : "no";
}

function evidenceOf(states: States, reading: Rules["reading"]): Evidence {
  const part = (code: CriterionCode) => {
    const said = states[code];
    return said === "off"
      ? ({ state: "clear", off: true, located: true } as const)
      : ({ state: said, off: false, located: true } as const);
  };
  return {
    minority: { ...part("minority"), ethnicity: "Ê Đê" },
    scattered: { ...part("scattered"), neighbours: 2, clusterSize: 3 },
    forest: {
      ...part("forest"),
      hasLayer: true,
      inside: states.forest === "hit",
      name: null,
      kind: null,
      subzone: null,
      edgeM: 16,
    },
    hazard: {
      ...part("hazard"),
      hasLayer: true,
      inside: states.hazard === "hit",
      kind: states.hazard === "hit" ? "landslide" : null,
      level: states.hazard === "hit" ? 4 : null,
      edgeM: 175,
    },
    remote: { ...part("remote"), roadM: 640, centreM: 4200, hasRoads: true, hasCentre: true },
    eligible: bruteForce(states, reading),
    unit: null,
    declaredDiffers: false,
  };
}

function conclude(states: States, reading: Rules["reading"], change: Partial<Rules> = {}) {
  return concludeOf(evidenceOf(states, reading), { ...DEFAULT_RULES, ...change, reading });
}
function sentence(language: Language, states: States, reading: Rules["reading"], change?: Partial<Rules>) {
  const { key, names, because } = conclude(states, reading, change);
  const list = new Intl.ListFormat(language);
  return say(language, key, {
    names: list.format(names.map((code) => say(language, `criterion.${code}.word`))),
    because: list.format(because.map((each) => say(language, each))),
  });
}

describe("the conclusion says what would not change it", () => {
  test("listed whatever the forest says, because of the landslide", () => {
    const states: States = { ...ALL_HIT, forest: "unknown", remote: "clear" };
    expect(sentence("vi", states, "strict")).toBe(
      "Thuộc diện dù tiêu chí rừng đặc dụng là có hay không, vì đã ở trong vùng sạt lở.",
    );
    expect(sentence("en", states, "strict")).toBe(
      "Must move whatever the answer on special-use forest, because it is inside a landslide zone.",
    );
  });

  test("two findings that would each be enough are both named", () => {
    const states: States = { ...ALL_HIT, forest: "unknown" };
    expect(conclude(states, "strict").because).toEqual([
      "because.hazard.hit.landslide",
      "because.remote.hit",
    ]);
  });

  test("not concerned whatever the hazard says, because it is not scattered", () => {
    const states: States = { ...ALL_HIT, scattered: "clear", hazard: "unknown" };
    expect(conclude(states, "strict").because).toEqual(["because.scattered.clear"]);
    expect(sentence("vi", states, "strict")).toContain("vì không ở phân tán");
  });

  test("a criterion that is switched off is named as that", () => {
    const states: States = { ...ALL_HIT, minority: "off", hazard: "unknown" };
    expect(conclude(states, "wide").because).toEqual(["because.minority.off"]);
  });

  test("the wide reading needs the scatter only with the forest", () => {
    const states: States = { ...ALL_HIT, scattered: "unknown", remote: "clear" };
    expect(conclude(states, "wide").because).toEqual(["because.hazard.hit.landslide"]);
    expect(conclude(states, "strict").key).toBe("conclusion.unknown");
  });

  test("a zone that the rules do not count, and other kinds of forest, are not given a wrong name", () => {
    const states: States = { ...ALL_HIT, forest: "unknown", remote: "clear" };
    const hazard = { ...DEFAULT_RULES.hazard!, minLevel: 5 } as const;
    expect(conclude(states, "strict", { hazard }).because).toEqual(["because.hazard.hit"]);
    const forest = { kinds: ["special-use", "protection"], toleranceM: 0 } as const;
    const inForest: States = { ...ALL_HIT, hazard: "unknown", remote: "clear" };
    expect(conclude(inForest, "strict", { forest }).because).toEqual(["because.forest.hit.kinds"]);
    expect(conclude(inForest, "strict").because).toEqual(["because.forest.hit"]);
  });
});

const STATES = ["hit", "clear", "unknown", "off"] as const;
const anyStates = fc.record({
  minority: fc.constantFrom(...STATES),
  scattered: fc.constantFrom(...STATES),
  forest: fc.constantFrom(...STATES),
  hazard: fc.constantFrom(...STATES),
  remote: fc.constantFrom(...STATES),
});
const anyReading = fc.constantFrom("strict", "wide");

test("an unknown conclusion names what would settle it, and only unknown criteria", () => {
  fc.assert(
    fc.property(anyStates, anyReading, (states, reading) => {
      const { eligible, key, names } = conclude(states, reading);
      for (const name of names) expect(states[name]).toBe("unknown");
      if (eligible === "unknown") {
        expect(names.length).toBeGreaterThan(0);
        // Settling everything that is not named leaves the answer open.
        const settled = { ...states };
        for (const code of CRITERIA)
          if (settled[code] === "unknown" && !names.includes(code)) settled[code] = "clear";
        expect(bruteForce(settled, reading)).toBe("unknown");
      } else {
        const open = CRITERIA.filter((code) => states[code] === "unknown");
        expect(key).toBe(open.length === 0 ? `conclusion.${eligible}` : `conclusion.${eligible}-anyway`);
      }
    }),
  );
});

test("what settles an answer is true of the household, and without it the answer would be open", () => {
  fc.assert(
    fc.property(anyStates, anyReading, (states, reading) => {
      const { eligible, because } = conclude(states, reading);
      const open = CRITERIA.some((code) => states[code] === "unknown");
      if (eligible === "unknown" || !open) {
        expect(because).toEqual([]);
        return;
      }
      expect(because.length).toBeGreaterThan(0);
      const turned: Record<CriterionCode, FindingState | "off"> = { ...states };
      for (const key of because) {
        const [, code, said] = key.split(".") as [string, CriterionCode, FindingState | "off"];
        expect(states[code]).toBe(said);
        expect(said === "hit").toBe(eligible === "yes");
        turned[code] = eligible === "yes" ? "clear" : "hit";
      }
      expect(bruteForce(turned, reading)).not.toBe(eligible);
    }),
  );
});

test("both languages have the whole sentence", () => {
  fc.assert(
    fc.property(anyStates, anyReading, fc.constantFrom(...LANGUAGES), (states, reading, language) => {
      expect(sentence(language, states, reading)).not.toMatch(/[{}]|undefined|, \.$/);
    }),
  );
});
