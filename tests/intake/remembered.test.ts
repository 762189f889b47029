/** What was said of a sender's file holds for the next one; what was refused can be mended and comes in again. */
import { expect, test } from "vitest";
import type { Meaning } from "../../src/core/intake/meaning.ts";
import type { IntakeContext } from "../../src/intake/protocol.ts";
import { checkedResult, columnOf, csvRows, fieldsOf, good, openOne, textFile, told } from "./open-session.ts";

const FIRST = ["ma;ten;dt;khau;loai;x;y", "H1;Tý;Kinh;4;A;108.1;12.7", "H2;Bhăm;Ê Đê;6;B;108.2;12.8"].join(
  "\n",
);
/** Another order, one more column, one more value. */
const SECOND = [
  "y;x;ghi_chu;loai;khau;dt;ten;ma",
  "12.7;108.1;mới;A;4;Kinh;Tý;H1",
  "12.8;108.2;;B;6;Ê Đê;Bhăm;H2",
  "12.9;108.3;;C;3;Mnông;Y Thu;H3",
].join("\n");

/** The meaning a person gave to the first file. */
async function meaningOfFirst(): Promise<Meaning> {
  const { session, id, view } = await openOne([textFile("ho-2025.csv", FIRST)]);
  const fields = { ma: "id", ten: "head", dt: "ethnicity", khau: "members", loai: "poverty" } as const;
  const means = [
    ["A", "poor"],
    ["B", "near-poor"],
  ] as const;
  const columns = view.meaning.columns.map((column) => ({
    ...column,
    field: fields[column.column as keyof typeof fields] ?? null,
    values: column.column === "loai" ? ({ kind: "words", means } as const) : null,
  }));
  const place = { kind: "columns", crs: "EPSG:4326", east: "x", north: "y" } as const;
  const meaning: Meaning = { ...view.meaning, as: "households", columns, place };
  return good(await session.change(id, { kind: "whole", meaning })).meaning;
}

test("a newer file of the sender: another order, one more column, one more value", async () => {
  const meaning = await meaningOfFirst();
  const remembered = [{ sender: "UBND xã Mẫu", file: "ho-2025.csv", meaning }];
  const context: IntakeContext = { units: null, unitList: null, remembered };
  const one = await openOne([textFile("ho-2026.csv", SECOND)], context);
  expect(one.view.from).toEqual(remembered[0]);
  expect(fieldsOf(one.view)).toEqual({
    ma: "id",
    ten: "head",
    dt: "ethnicity",
    khau: "members",
    loai: "poverty",
  });
  expect(columnOf(one.view, "ghi_chu").meaning.field).toBeNull();
  expect(one.view.meaning.place).toEqual(meaning.place);
  const { result, text } = await checkedResult(one);
  expect(csvRows(text)[2]).toMatchObject({ id: "H3", head: "Y Thu", poverty: "", lon: "108.3", lat: "12.9" });
  expect(csvRows(text)[0]).toMatchObject({ poverty: "nghèo", ghi_chu: "mới", loai: "A" });
  expect(told(result.notes)).toContainEqual(["meaning.value-unknown", "loai", 4, "C", 1]);
});

test("a meaning keeps its place when the columns of the place mean nothing else", async () => {
  const { session, id, view } = await openOne([textFile("ho.csv", FIRST)]);
  const columns = view.meaning.columns.filter(({ column }) => column !== "x" && column !== "y");
  const place = { kind: "columns", crs: "EPSG:4326", east: "x", north: "y" } as const;
  const changed = good(
    await session.change(id, { kind: "whole", meaning: { ...view.meaning, columns, place } }),
  );
  expect(changed.meaning.place).toEqual(place);
});

test("a remembered place is asked again when the communes speak against it", async () => {
  const meaning = await meaningOfFirst();
  const swapped = {
    ...meaning,
    place: { ...meaning.place!, kind: "columns", east: "y", north: "x" },
  } as Meaning;
  for (const [known, asked] of [
    [meaning, false],
    [swapped, true],
  ] as const) {
    const remembered = [{ sender: "UBND xã Mẫu", file: "ho-2025.csv", meaning: known }];
    const { view } = await openOne([textFile("ho-2026.csv", SECOND)], {
      units: null,
      unitList: null,
      remembered,
    });
    expect(view.from).toEqual(remembered[0]);
    expect(view.questions.some(({ kind }) => kind === "place")).toBe(asked);
  }
});

test("another kind of file is not read as the sender's last", async () => {
  const remembered = [{ sender: "UBND xã Mẫu", file: "ho-2025.csv", meaning: await meaningOfFirst() }];
  const file = textFile("khac.csv", "id,head,members,lon,lat\nH1,Tý,4,108.1,12.7\n");
  const { view } = await openOne([file], { units: null, unitList: null, remembered });
  expect(view.from).toBeNull();
});

const SPOILT = [
  "id,head,members,ghi chú,lon,lat",
  "H1,Tý,4,một,108.1,12.7",
  ",Hà,3,hai,108.2,12.7",
  "H3,Thọ,2,ba,12.7,108.3",
  "H4,Dũng,5,bốn,108.4,12.8",
  "H4,Lệ,6,năm,108.5,12.8",
].join("\n");

test("rows that were refused are given back with their reasons, mended, and come in", async () => {
  const one = await openOne([textFile("ho.csv", SPOILT)]);
  const { checked } = await checkedResult(one);
  expect(checked).toMatchObject({ read: 5, accepted: 2 });
  const rows = checked.rejected.map(({ row }) => row).toSorted((a, b) => a! - b!);
  expect(rows).toEqual([3, 4, 6]);
  const reasons = checked.rejected.map(({ row }) => ({
    row: row!,
    taken: false,
    text: `dòng ${row} sai`,
  }));
  reasons.push({ row: 2, taken: true, text: "nên xem" }, { row: 3, taken: true, text: "nên xem" });
  const bytes = good(await one.session.rejectedFile(one.id, reasons));
  const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).trimEnd().split("\r\n");
  expect(lines).toEqual([
    "\ufeffsource_row,id,head,members,ghi chú,lon,lat,import_result,reason",
    "2,H1,Tý,4,một,108.1,12.7,taken,nên xem",
    "3,,Hà,3,hai,108.2,12.7,refused,dòng 3 sai nên xem",
    "4,H3,Thọ,2,ba,12.7,108.3,refused,dòng 4 sai",
    "6,H4,Lệ,6,năm,108.5,12.8,refused,dòng 6 sai",
  ]);
  const mended = lines
    .join("\r\n")
    .replace("3,,Hà", "3,H2,Hà")
    .replace("12.7,108.3", "108.3,12.7")
    .replace("6,H4,Lệ", "6,H5,Lệ");
  const again = await openOne([textFile("ho-sua.csv", mended)]);
  const { checked: second, text } = await checkedResult(again);
  expect(second).toMatchObject({ read: 4, accepted: 4, rejected: [] });
  expect(csvRows(text)).toEqual([
    expect.objectContaining({ id: "H1" }),
    // What was written beside the rows is no part of them.
    { id: "H2", head: "Hà", members: "3", "members (2)": "3", "ghi chú": "hai", lon: "108.2", lat: "12.7" },
    expect.objectContaining({ id: "H3", lon: "108.3", lat: "12.7" }),
    expect.objectContaining({ id: "H5", "ghi chú": "năm" }),
  ]);
});

test("a repair that is accepted changes the check, one that is not accepted changes nothing", async () => {
  const one = await openOne([textFile("ho.csv", SPOILT)]);
  const { session, id } = one;
  const { checked } = await checkedResult(one);
  const swapped = checked.findings.find(({ rows, repair }) => rows[0] === 4 && repair?.code === "set-place");
  if (!swapped) throw new Error("the turned place was not found");
  expect(good(await session.repair(id, ["no such finding"]))).toEqual(checked);
  const after = good(await session.repair(id, [swapped.id]));
  expect(after).toMatchObject({ read: 5, accepted: 3 });
  const { text } = await checkedResult(one);
  expect(csvRows(text).find((row) => row.id === "H3")).toMatchObject({ lon: "108.3", lat: "12.7" });
  expect(good(await session.repair(id, []))).toEqual(checked);
  expect(good(await session.repair(id, [swapped.id]))).toEqual(after);
  // Told otherwise, what was accepted is asked again.
  good(await session.change(id, { kind: "constant", field: "village", value: "Buôn Mẫu" }));
  expect(good(await session.check(id)).accepted).toBe(2);
});

test("a row left out is counted as refused, with its reason", async () => {
  const twice = [
    "id,head,members,village,lon,lat",
    "H1,Nguyễn Văn Tý,4,Buôn Mẫu,108.1,12.7",
    "H2,Nguyễn Văn Tý,4,Buôn Mẫu,108.1,12.7",
  ].join("\n");
  const one = await openOne([textFile("ho.csv", twice)]);
  const { checked } = await checkedResult(one);
  const finding = checked.findings.find(({ repair }) => repair?.code === "leave-out-row");
  if (!finding) throw new Error("the repeated household was not found");
  const after = good(await one.session.repair(one.id, [finding.id]));
  expect([after.read, after.accepted, after.rejected.map(({ code }) => code)]).toEqual([
    2,
    1,
    ["intake.left-out"],
  ]);
  await checkedResult(one);
});
