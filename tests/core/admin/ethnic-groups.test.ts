import { describe, expect, test } from "vitest";
import {
  ETHNIC_GROUPS,
  ethnicCode,
  ethnicGroup,
  ethnicName,
  ethnicNameOfCode,
  MAJORITY_GROUP,
} from "../../../src/core/admin/ethnic-groups.ts";
import { foldText } from "../../../src/core/model/fold-text.ts";

const plain = (text: string) => foldText(text).replace(/[^a-z]/g, "");

describe("the table", () => {
  test("holds 54 groups, numbered 01 to 54 in list A and 01 to 20 in list B, each once", () => {
    expect(ETHNIC_GROUPS).toHaveLength(54);
    const numbers = (upTo: number) => Array.from({ length: upTo }, (_, i) => String(i + 1).padStart(2, "0"));
    expect(ETHNIC_GROUPS.map(({ codeA }) => codeA)).toEqual(numbers(54));
    const listB = ETHNIC_GROUPS.flatMap(({ codeB }) => (codeB === null ? [] : [codeB]));
    expect(listB.sort()).toEqual(numbers(20));
    expect(ETHNIC_GROUPS[0]?.name).toBe(MAJORITY_GROUP);
  });

  test("no name stands for two groups", () => {
    const owners = new Map<string, string>();
    for (const { name, aliases } of ETHNIC_GROUPS) {
      for (const alias of [name, ...aliases]) {
        const key = plain(alias);
        expect(key).not.toBe("");
        expect([name, owners.get(key) ?? name]).toEqual([name, name]);
        owners.set(key, name);
      }
    }
  });

  test("names are in form C, and three groups are indigenous to the province", () => {
    expect(ETHNIC_GROUPS.filter(({ name }) => name !== name.normalize("NFC"))).toEqual([]);
    expect(ETHNIC_GROUPS.filter(({ indigenous }) => indigenous).map(({ name }) => name)).toEqual([
      "Gia Rai",
      "Ê Đê",
      "Mnông",
    ]);
  });
});

describe("names", () => {
  test.each([
    ["Ê-đê", "Ê Đê"],
    ["Êđê", "Ê Đê"],
    ["EDE", "Ê Đê"],
    ["Ra-đê", "Ê Đê"],
    ["Ê Đê Adham", "Ê Đê"],
    ["Ê đê (Kpă)", "Ê Đê"],
    ["M'Nông", "Mnông"],
    ["M’nông Gar", "Mnông"],
    ["Mơ-nông", "Mnông"],
    ["Mnông Chil", "Mnông"],
    ["Cơ-ho Chil", "Cơ Ho"],
    ["Jrai", "Gia Rai"],
    ["Gia-rai", "Gia Rai"],
    ["H'Mông", "Mông"],
    ["Mèo", "Mông"],
    ["Mông (Trắng)", "Mông"],
    ["Sê Đăng", "Xơ Đăng"],
    ["Bahnar", "Ba Na"],
    ["Chăm H'roi", "Chăm"],
    ["dân tộc Kinh", "Kinh"],
    ["Kinh (Việt)", "Kinh"],
    ["KINH", "Kinh"],
    ["Tày".normalize("NFD"), "Tày"],
    ["Bru - Vân Kiều", "Bru Vân Kiều"],
    ["Khmer", "Khơ Me"],
    ["Cao Lan", "Sán Chay"],
  ])("%s is %s", (given, name) => expect(ethnicName(given)).toBe(name));

  test.each(["Chil", "Khác", "Kinh/Ê Đê", "12", "", "Kinh Tày", "thiểu số", "Nguyễn", "Nam", "không rõ"])(
    "%s is none that we know",
    (given) => expect(ethnicName(given)).toBeNull(),
  );

  test("every group is found by its own name", () => {
    for (const group of ETHNIC_GROUPS) expect(ethnicGroup(group.name)).toBe(group);
  });
});

describe("codes", () => {
  test("11 and 12 mean different groups in the two lists, 20 the same", () => {
    expect([ethnicNameOfCode("11", "A"), ethnicNameOfCode("11", "B")]).toEqual(["Ngái", "Ê Đê"]);
    expect([ethnicNameOfCode("12", "A"), ethnicNameOfCode("12", "B")]).toEqual(["Ê Đê", "Ba Na"]);
    expect([ethnicNameOfCode("20", "A"), ethnicNameOfCode("20", "B")]).toEqual(["Mnông", "Mnông"]);
  });

  test("codes of list B beyond 20 are not known, nor are 55 and 0 in either", () => {
    expect(ethnicNameOfCode("21", "A")).toBe("Ra Glai");
    expect(ethnicNameOfCode("21", "B")).toBeNull();
    for (const code of ["55", "0", "00", "", "1a", "111", "-1"]) {
      expect([ethnicNameOfCode(code, "A"), ethnicNameOfCode(code, "B")]).toEqual([null, null]);
    }
  });

  test("a code loses its zero or gains decimals in a spreadsheet", () => {
    expect(["1", "01", "1.0", " 1 ", "001"].map(ethnicCode)).toEqual(["01", "01", "01", "01", "01"]);
  });
});
