import { describe, expect, test } from "vitest";
import { ethnicCounts } from "../../../../src/core/intake/columns/ethnic-lists.ts";
import { guessValues, type ValueContext } from "../../../../src/core/intake/columns/guess-values.ts";
import { possibleScales, scaleMeaning } from "../../../../src/core/intake/columns/level-scales.ts";
import type { FieldName } from "../../../../src/core/intake/fields.ts";

function guess(field: FieldName, values: readonly string[], context: Partial<ValueContext> = {}) {
  const counted = values.map((given, i) => ({ given, rows: 10 - i }));
  const found = guessValues(field, counted, { as: "households", column: field, ...context });
  const means = found.meaning?.kind === "words" ? Object.fromEntries(found.meaning.means) : found.meaning;
  return { means, confidence: found.confidence, why: found.why.map(({ code }) => code) };
}
const hazards = { as: "hazards", column: "Mức nguy cơ" } as const;
const forests = { as: "forests" } as const;

describe("poverty", () => {
  test("words in every spelling", () => {
    const given = ["Nghèo", "Hộ cận nghèo", "Hộ có mức sống trung bình", "Không nghèo", "HỘ NGHÈO", "hcn"];
    expect(guess("poverty", given)).toEqual({
      means: {
        Nghèo: "poor",
        "Hộ cận nghèo": "near-poor",
        "Hộ có mức sống trung bình": "average",
        "Không nghèo": "not-poor",
        "HỘ NGHÈO": "poor",
        hcn: "near-poor",
      },
      confidence: "high",
      why: ["field.value-words"],
    });
  });

  test("letters of former classes are poor", () => {
    expect(guess("poverty", ["Hộ nghèo A", "Nghèo B"]).means).toEqual({
      "Hộ nghèo A": "poor",
      "Nghèo B": "poor",
    });
  });

  test("not reviewed and just out of poverty are not known, and asked", () => {
    expect(guess("poverty", ["Nghèo", "chưa rà soát", "Hộ mới thoát nghèo"])).toMatchObject({
      means: { Nghèo: "poor", "chưa rà soát": null, "Hộ mới thoát nghèo": null },
      confidence: "low",
    });
  });

  test("marks are asked, and an empty cell beside them says nothing", () => {
    expect(guess("poverty", ["x"], { column: "Hộ nghèo" })).toEqual({
      means: { x: "poor" },
      confidence: "low",
      why: ["field.value-marks"],
    });
    expect(guess("poverty", ["x"], { column: "Diện / Cận nghèo" }).means).toEqual({ x: "near-poor" });
  });

  test("not in the column of the poor may still be near-poor", () => {
    expect(guess("poverty", ["Có", "Không"], { column: "Hộ nghèo" })).toMatchObject({
      means: { Có: "poor", Không: null },
      confidence: "low",
    });
  });

  test("codes are a proposal", () => {
    expect(guess("poverty", ["1", "2", "0", "7"])).toMatchObject({
      means: { "1": "poor", "2": "near-poor", "0": "not-poor", "7": null },
      confidence: "low",
    });
  });
});

describe("yes and no", () => {
  test.each([
    [["có", "không"], { có: "true", không: "false" }, "high"],
    [["1", "0"], { "1": "true", "0": "false" }, "high"],
    [["true", "false"], { true: "true", false: "false" }, "high"],
    [["X"], { X: "true" }, "low"],
    [["1", "2"], { "1": null, "2": null }, "low"],
    [["Có", "Cao Bằng"], { Có: "true", "Cao Bằng": null }, "low"],
    [["Di cư tự do", "tại chỗ"], { "Di cư tự do": "true", "tại chỗ": "false" }, "high"],
  ])("%j", (given, means, confidence) => {
    expect(guess("migrant", given)).toMatchObject({ means, confidence });
  });
});

describe("susceptibility", () => {
  test("five classes in words are sure", () => {
    expect(guess("level", ["Rất thấp", "Thấp", "Trung bình", "Cao", "Rất cao"], hazards)).toEqual({
      means: { "Rất thấp": "1", Thấp: "2", "Trung bình": "3", Cao: "4", "Rất cao": "5" },
      confidence: "high",
      why: ["field.value-words"],
    });
    expect(guess("level", ["Vùng có nguy cơ rất cao", "Nguy cơ thấp"], hazards).means).toEqual({
      "Vùng có nguy cơ rất cao": "5",
      "Nguy cơ thấp": "2",
    });
  });

  test("four classes in words are asked", () => {
    expect(guess("level", ["Thấp", "Trung bình", "Cao", "Rất cao"], hazards)).toEqual({
      means: { Thấp: "2", "Trung bình": "3", Cao: "4", "Rất cao": "5" },
      confidence: "low",
      why: ["field.value-classes"],
    });
  });

  test("numbers alone are asked: 1 may be the highest", () => {
    const five = guess("level", ["1", "2", "3", "4", "5"], hazards);
    expect(five.confidence).toBe("low");
    expect(five.why).toEqual(["field.value-direction"]);
    expect(guess("level", ["1", "2", "3", "4"], hazards)).toEqual({
      means: { "1": null, "2": null, "3": null, "4": null },
      confidence: "low",
      why: ["field.value-direction", "field.value-classes"],
    });
  });

  test("our own column is as our files have it", () => {
    expect(guess("level", ["3", "1"], { as: "hazards", column: "level" })).toMatchObject({
      means: null,
      confidence: "high",
    });
    expect(guess("level", ["3", "1"], { as: "hazards", column: "Level" }).confidence).toBe("low");
  });

  test("words beside numbers count, and a scale from the top is told", () => {
    expect(guess("level", ["1 - Rất cao", "2 - Cao", "5 - Rất thấp"], hazards)).toEqual({
      means: { "1 - Rất cao": "5", "2 - Cao": "4", "5 - Rất thấp": "1" },
      confidence: "low",
      why: ["field.value-reversed", "field.value-classes"],
    });
  });

  test("the level of an event is never a susceptibility", () => {
    const means = { "1": null, "2": null, "3": null };
    const found = guess("level", ["1", "2", "3"], { ...hazards, column: "Cấp độ rủi ro thiên tai" });
    expect(found).toEqual({ means, confidence: "low", why: ["field.value-risk"] });
    expect(guess("level", ["Cấp 1", "Cấp 2"], { ...hazards, column: "Cấp" }).why).toContain(
      "field.value-risk",
    );
  });

  test("ready scales to choose from", () => {
    expect(possibleScales(["1", "2", "3", "4"])).toEqual(["five-up", "five-down", "four-up", "four-down"]);
    expect(possibleScales(["1", "5"])).toEqual(["five-up", "five-down"]);
    expect(possibleScales(["1", "cao"])).toEqual([]);
    expect(scaleMeaning(["1", "Cấp 4", "IV"], "four-down")).toEqual({
      kind: "words",
      means: [
        ["1", "5"],
        ["Cấp 4", "2"],
        ["IV", "2"],
      ],
    });
  });
});

describe("kinds", () => {
  test("of hazards in words", () => {
    expect(guess("kind", ["Sạt lở đất", "Lũ quét", "lũ ống"], hazards)).toMatchObject({
      means: { "Sạt lở đất": "landslide", "Lũ quét": "flash-flood", "lũ ống": "pipe-flood" },
      confidence: "high",
    });
  });

  test("two hazards in one value, and inundation, are asked", () => {
    expect(guess("kind", ["Lũ quét, sạt lở", "Ngập lụt"], hazards)).toMatchObject({
      means: { "Lũ quét, sạt lở": null, "Ngập lụt": null },
      confidence: "low",
    });
  });

  test("of forests in words and usual letters", () => {
    const given = ["Rừng đặc dụng", "RDD", "RPH", "Sản xuất", "VQG Yok Đôn", "Vùng đệm VQG Chư Yang Sin"];
    expect(guess("kind", given, forests)).toMatchObject({
      means: {
        "Rừng đặc dụng": "special-use",
        RDD: "special-use",
        RPH: "protection",
        "Sản xuất": "production",
        "VQG Yok Đôn": "special-use",
        "Vùng đệm VQG Chư Yang Sin": "buffer",
      },
      confidence: "high",
    });
  });

  test("codes of malr3 are never guessed: only the sender knows their order", () => {
    expect(guess("kind", ["1", "2", "3"], { ...forests, column: "malr3" })).toEqual({
      means: { "1": null, "2": null, "3": null },
      confidence: "low",
      why: ["field.value-codes", "field.value-some"],
    });
  });

  test("subzones", () => {
    const given = ["Phân khu bảo vệ nghiêm ngặt", "PK phục hồi sinh thái", "Dịch vụ - hành chính"];
    expect(Object.values(guess("subzone", given, forests).means ?? {})).toEqual([
      "strict",
      "recovery",
      "service",
    ]);
  });

  test("classes of roads", () => {
    expect(guess("class", ["Quốc lộ", "district"], { as: "roads" }).means).toEqual({
      "Quốc lộ": "main",
      district: "minor",
    });
  });
});

describe("land", () => {
  test("hectares by the name of the column", () => {
    expect(guess("production_land_m2", ["0,5"], { column: "Đất sản xuất (ha)" })).toEqual({
      means: { kind: "hectares" },
      confidence: "high",
      why: ["field.value-hectares"],
    });
    expect(guess("production_land_m2", ["5000"], { column: "Đất sản xuất (m²)" })).toEqual({
      means: null,
      confidence: "high",
      why: [],
    });
  });

  test("without a unit small numbers are proposed as hectares, and asked", () => {
    expect(guess("production_land_m2", ["0,5", "1,2"], { column: "Đất sản xuất" })).toMatchObject({
      means: { kind: "hectares" },
      confidence: "low",
    });
    expect(guess("production_land_m2", ["5000", "12000"], { column: "Đất sản xuất" })).toMatchObject({
      means: null,
      confidence: "high",
    });
  });
});

describe("ethnic groups", () => {
  test("every spelling to one name, unknown names as they are written", () => {
    expect(guess("ethnicity", ["Ê-đê", "Ede", "M'Nông", "Kinh", "Xtơ"])).toEqual({
      means: { "Ê-đê": "Ê Đê", Ede: "Ê Đê", "M'Nông": "Mnông", Kinh: "Kinh", Xtơ: "Xtơ" },
      confidence: "low",
      why: ["field.value-some"],
    });
    expect(guess("ethnicity", ["Kinh", "Tày"]).confidence).toBe("high");
  });

  test("other and not known are not known", () => {
    expect(guess("ethnicity", ["Kinh", "Khác", "không rõ"]).means).toEqual({
      Kinh: "Kinh",
      Khác: null,
      "không rõ": null,
    });
  });

  test("codes are always asked, with what they would be under both lists", () => {
    const values = [
      { given: "12", rows: 500 },
      { given: "01", rows: 300 },
      { given: "11", rows: 2 },
      { given: "21", rows: 1 },
    ];
    const found = guessValues("ethnicity", values, { as: "households", column: "madt" });
    expect(found.meaning).toEqual({ kind: "ethnic-codes", list: "A" });
    expect(found.confidence).toBe("low");
    const { A, B } = ethnicCounts(values);
    expect(A.map(({ name }) => name)).toEqual(["Ê Đê", "Kinh", "Ngái", "Ra Glai"]);
    expect(B.map(({ name }) => name)).toEqual(["Ba Na", "Kinh", "Ê Đê", null]);
    const sum = values.reduce((all, { rows }) => all + rows, 0);
    for (const list of [A, B]) expect(list.reduce((all, { rows }) => all + rows, 0)).toBe(sum);
  });

  test("list B is proposed where its code of the Ê Đê is the frequent one", () => {
    const values = [
      { given: "11", rows: 500 },
      { given: "12", rows: 3 },
    ];
    const found = guessValues("ethnicity", values, { as: "households", column: "madt" });
    expect(found).toMatchObject({ meaning: { kind: "ethnic-codes", list: "B" }, confidence: "low" });
  });
});
