/** Codes of March 2025 in a plan of July 2025: Ea BHốk (24550) went to Ea Ktur (24544) and Dray Bhăng (24561). */
import { expect, test } from "vitest";
import { polygonSetOf } from "../../src/core/geometry/polygon-set.ts";
import { readMeaning, writeMeaning } from "../../src/core/intake/columns/meaning-json.ts";
import type { ArealLayer, Unit } from "../../src/core/model/layers.ts";
import type { IntakeContext } from "../../src/intake/protocol.ts";
import { checkedResult, csvRows, good, type OpenOne, openOne, textFile } from "./open-session.ts";

const CODES = ["24544", "24561"];
const units: ArealLayer<Unit> = {
  name: "Xã",
  date: null,
  coverage: "all",
  shapes: polygonSetOf(
    [108, 108.1].map((west) => ({
      type: "Polygon",
      coordinates: [
        [
          [west, 12.5],
          [west + 0.1, 12.5],
          [west + 0.1, 12.6],
          [west, 12.6],
          [west, 12.5],
        ],
      ],
    })),
  ),
  attributes: CODES.map((code) => ({ code, name: code, district: null })),
};
const JULY: IntakeContext = { units, unitList: "2025-07", remembered: [] };

/** Ids say what is expected: point, village, asked, far away, one unit, unknown. */
const REGISTER = [
  "ma_ho,chu_ho,dan_toc,thon,ma_xa,kinh_do,vi_do",
  "P1,Y Một Niê,Ê Đê,Buôn Ea Kmar,24550,108.05,12.55",
  "P2,Y Hai Niê,Ê Đê,Buôn Ea Kmar,24550,108.051,12.55",
  "P3,Y Ba Niê,Ê Đê,Buôn Ea Kmar,24550,108.052,12.55",
  "P4,Y Bốn Niê,Ê Đê,Buôn Kpung,24550,108.15,12.55",
  "V1,Y Năm Niê,Ê Đê,BUÔN EA KMAR,24550,,",
  "A1,Y Sáu Niê,Ê Đê,Buôn Kpung,24550,,",
  "A2,Y Bảy Niê,Ê Đê,,24550,,",
  "F1,Y Tám Niê,Ê Đê,Buôn Jung,24550,108.3,12.55",
  "O1,Y Chín Niê,Ê Đê,Buôn Jung,24547,108.06,12.56",
  "O2,Y Mười Niê,Ê Đê,Buôn Jung,24562,,",
  "U1,Y Lâm Niê,Ê Đê,Buôn Jung,24999,,",
].join("\n");

async function opened(): Promise<OpenOne> {
  const one = await openOne([textFile("ho.csv", REGISTER)], JULY);
  expect(one.view.meaning).toMatchObject({ as: "households", unitList: "2025-03" });
  return one;
}
const codesOf = (text: string) =>
  Object.fromEntries(csvRows(text).map(({ id, commune_code }) => [id, commune_code]));
const DECIDED = {
  P1: "24544",
  P2: "24544",
  P3: "24544",
  P4: "24561",
  V1: "24544",
  A1: "",
  A2: "",
  F1: "",
  O1: "24544",
  O2: "24561",
  U1: "",
};

test("a point decides, then the village of located neighbours; the rest stays open and is a finding", async () => {
  const { checked, text } = await checkedResult(await opened());
  expect(codesOf(text)).toEqual(DECIDED);
  expect(checked.units).toMatchObject({
    from: "2025-03",
    to: "2025-07",
    rows: 11,
    one: 2,
    ambiguous: 8,
    unknown: 1,
    open: 3,
    none: [["24999", 1]],
  });
  const [unit, ...more] = checked.units!.several;
  expect(more).toEqual([]);
  expect(unit).toMatchObject({ rows: 8, point: 4, village: 1, chosen: 0, open: 3, asked: 2, choice: null });
  expect(unit!.from).toEqual({ code: "24550", name: "Xã Ea BHốk" });
  expect(unit!.to.map(({ code }) => code)).toEqual(CODES);
  const found = checked.findings.filter(({ problem }) => problem.code === "check.commune-open");
  expect(found.map(({ rows, repair }) => [rows, repair])).toEqual([[[7, 8, 9], null]]);
  // What the file says is kept beside what was made of it.
  expect(csvRows(text)[0]).toMatchObject({ ma_xa: "24550", commune_list: "2025-07" });
});

test("a choice holds for rows without a point alone, is kept in the meaning, and is taken back", async () => {
  const one = await opened();
  const { session, id } = one;
  const change = (to: string | null) => session.change(id, { kind: "unit-choice", from: "24550", to });
  const view = good(await change("24561"));
  expect(view.meaning.unitChoices).toEqual([["24550", "24561"]]);
  expect(good(readMeaning(writeMeaning(view.meaning)))).toEqual(view.meaning);
  const chosen = await checkedResult(one);
  expect(codesOf(chosen.text)).toEqual({ ...DECIDED, A1: "24561", A2: "24561" });
  expect(chosen.checked.units!.several[0]).toMatchObject({ chosen: 2, open: 1, asked: 2, choice: "24561" });
  // Not one of those it became: nothing is chosen by it.
  good(await change("24133"));
  expect(codesOf((await checkedResult(one)).text)).toEqual(DECIDED);
  good(await change("24561"));
  good(await change(null));
  expect(codesOf((await checkedResult(one)).text)).toEqual(DECIDED);
  good(await change("24561"));
  const other = good(await session.change(id, { kind: "unit-list", unitList: "2025-07" }));
  expect(other.meaning.unitChoices ?? []).toEqual([]);
  expect((await checkedResult(one)).checked.units).toBeUndefined();
});

test("a choice of the sender's earlier file is taken over with the rest of its meaning", async () => {
  const first = await opened();
  const { session, id } = first;
  const { meaning } = good(await session.change(id, { kind: "unit-choice", from: "24550", to: "24544" }));
  const remembered = [{ sender: "Xã", file: "cũ.csv", meaning }];
  const again = await openOne([textFile("ho.csv", REGISTER)], { ...JULY, remembered });
  expect(again.view.from?.file).toBe("cũ.csv");
  expect(codesOf((await checkedResult(again)).text)).toEqual({ ...DECIDED, A1: "24544", A2: "24544" });
});

test("a place said otherwise decides otherwise; without places only what is certain is turned", async () => {
  const one = await opened();
  good(await one.session.change(one.id, { kind: "place", place: null }));
  const { text, checked } = await checkedResult(one);
  expect(checked.units!.several[0]).toMatchObject({ point: 0, village: 0, open: 8, asked: 8 });
  expect(codesOf(text)).toMatchObject({ P1: "", V1: "", O1: "24544", O2: "24561" });
});
