/** `ancu plan import` of files that are not in our words: nothing that is uncertain goes in, and undo takes all of it out. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write as writeXlsx } from "@e965/xlsx";
import { expect, test } from "vitest";
import { crsTransform } from "../../src/core/crs/transform.ts";
import { encodeText } from "../../src/core/encodings/index.ts";
import { writeDbf, writeShp } from "../core/formats/write-shapefile.ts";
import { opened, refused, textFile, tinyPlan } from "./plan-cli.ts";
import { ancu, newFolder } from "./run-cli.ts";

const PEOPLE = [
  ["N01", "Y Bhăm Niê", "Ê Đê", 108.025, 12.525],
  ["N02", "H'Hoa Êban", "Ê Đê", 108.035, 12.535],
  ["N03", "Nguyễn Văn Tý", "Kinh", 108.135, 12.545],
  ["N04", "Trần Thị Hồng", "Kinh", 108.145, 12.555],
] as const;
const metres = (at: readonly [number, number]) => crsTransform("EPSG:9218").forward(...at);
const comma = (value: number) => value.toFixed(2).replace(".", ",");

/** X is the northing, as surveyors write it. */
function commaList(): string {
  const rows = PEOPLE.map(([id, head, ethnicity, lon, lat]) => {
    const [east, north] = metres([lon, lat]);
    return `${id};${head};${ethnicity};24001;${comma(north)};${comma(east)}`;
  });
  return textFile("ho.csv", `Mã hộ;Họ tên chủ hộ;Dân tộc;Mã xã;X (m);Y (m)\n${rows.join("\n")}\n`);
}

/** What a command that must be done prints as JSON; why not, when it is not done. */
// biome-ignore lint/suspicious/noExplicitAny: what is printed is what the tests are about
async function done(...argv: string[]): Promise<any> {
  const { code, out, told } = await ancu("plan", ...argv, "--json");
  if (code !== 0) throw new Error(told);
  return JSON.parse(out);
}

async function households(plan: string) {
  const store = await opened(plan);
  try {
    return PEOPLE.map(([id]) => store.household(id)?.facts ?? null);
  } finally {
    store.close();
  }
}

async function expectPeople(plan: string): Promise<void> {
  for (const [i, facts] of (await households(plan)).entries()) {
    const [, head, ethnicity, lon, lat] = PEOPLE[i]!;
    expect(facts).toMatchObject({ head, ethnicity });
    expect(facts!.at![0]).toBeCloseTo(lon, 6);
    expect(facts!.at![1]).toBeCloseTo(lat, 6);
  }
}

test("X and Y with decimal commas in VN-2000 lie where they should; undo takes them out again", async () => {
  const plan = await tinyPlan();
  const report = await done("import", plan, "--households", commaList(), "--crs", "VN-2000 / TM-3 108-30");
  expect(report).toMatchObject({ as: "households", read: 4, accepted: 4, rejected: 0, located: 4 });
  expect(report.place).toMatchObject({ crs: "EPSG:9218" });
  await expectPeople(plan);
  expect((await ancu("plan", "undo", plan)).code).toBe(0);
  expect(await households(plan)).toEqual([null, null, null, null]);
});

test("a workbook with a title and two header rows; a row without an id is refused by its number in the sheet", async () => {
  const file = join(newFolder(), "ds.xlsx");
  const sheet = utils.aoa_to_sheet([
    ["DANH SÁCH HỘ DÂN"],
    [],
    ["Mã hộ", "Họ tên chủ hộ", "Dân tộc", "Tọa độ", ""],
    ["", "", "", "Kinh độ", "Vĩ độ"],
    ...PEOPLE.map((one) => [...one]),
    ["N01", "Y Trùng", "Kinh", 108.15, 12.55],
  ]);
  sheet["!merges"] = [{ s: { r: 2, c: 3 }, e: { r: 2, c: 4 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Hộ");
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ["STT", "Ghi chú"],
      [1, "a"],
      [2, "b"],
    ]),
    "Khác",
  );
  writeFileSync(file, writeXlsx(book, { type: "buffer", bookType: "xlsx" }));
  const plan = await tinyPlan();
  expect((await refused(plan, "import", plan, "--households", file)).told).toContain("--table");
  expect((await refused(plan, "import", plan, "--households", file, "--table", "Không")).told).toContain(
    "Khác",
  );
  // Ids that repeat are asked about; the meaning that was found, looked over by a person, answers it.
  const { tables } = JSON.parse((await ancu("inspect", file, "--json")).out);
  const { meaning } = tables.find(({ table }: { table: string }) => table === "Hộ");
  const mapping = textFile("m.json", JSON.stringify(meaning));
  const argv = ["import", plan, "--households", file, "--table", "Hộ", "--mapping", mapping, "--crs", "4326"];
  const report = await done(...argv);
  expect(report).toMatchObject({ read: 5, accepted: 4, rejected: 1 });
  expect(report.rejectedRows).toEqual([expect.objectContaining({ row: 9, code: "row.id-repeated" })]);
  await expectPeople(plan);
});

test("a shapefile in TCVN3 and VN-2000, its parts named one by one: not certain without --crs, right with it", async () => {
  const folder = newFolder();
  const square = ([west, south]: readonly [number, number]) =>
    [
      [0, 0],
      [0, 0.03],
      [0.03, 0.03],
      [0.03, 0],
      [0, 0],
    ].map(([x, y]) => metres([west + x!, south + y!]));
  const { shp, shx } = writeShp(5, [[square([108.01, 12.51])], [square([108.12, 12.53])]]);
  writeFileSync(join(folder, "rung.shp"), shp);
  writeFileSync(join(folder, "rung.shx"), shx);
  const name = (text: string) => encodeText(text, "tcvn3")!;
  const fields = [
    { name: "NAME", type: "C", width: 40 },
    { name: "MALR3", type: "C", width: 20 },
  ];
  const rows = [
    [name("Rừng đặc dụng Ea Sô"), name("Đặc dụng")],
    [name("Rừng phòng hộ Krông Năng"), name("Phòng hộ")],
  ];
  writeFileSync(join(folder, "rung.dbf"), writeDbf(fields, rows));
  const plan = await tinyPlan();
  const asked = await refused(plan, "import", plan, "--as", "forests", join(folder, "rung.shp"));
  expect(asked.told).toContain("--crs");
  const argv = ["import", plan, "--as", "forests", join(folder, "rung.shp"), join(folder, "rung.dbf")];
  const [found] = JSON.parse((await ancu("inspect", join(folder, "rung.shp"), "--json")).out).tables;
  const mapping = textFile("m.json", JSON.stringify({ ...found.meaning, as: "forests" }));
  const report = await done(
    ...argv,
    "--mapping",
    mapping,
    "--crs",
    "9218",
    "--coverage",
    "zones",
    "--replace",
  );
  expect(report).toMatchObject({ as: "forests", read: 2, accepted: 2, place: { crs: "EPSG:9218" } });
  const store = await opened(plan);
  try {
    const [layer] = store.layers().filter(({ kind }) => kind === "forests");
    expect(layer).toMatchObject({ name: "rung" });
    expect(layer!.provenance).toMatchObject({ sourceCrs: "EPSG:9218" });
  } finally {
    store.close();
  }
});

const UNCERTAIN = "a;b;c\n1;2;3\n4;5;6\n";

test.each(["vi", "en"])("what is not certain is asked and nothing is written (%s)", async (lang) => {
  const plan = await tinyPlan();
  const run = await refused(plan, "import", plan, textFile("la.csv", UNCERTAIN), "--lang", lang);
  expect(run.code).toBe(1);
  expect(run.told).toContain("--as");
  const numbers = PEOPLE.map(([id, head, , lon, lat]) => [id, head, ...metres([lon, lat]).map(Math.round)]);
  const list = `ma_ho;ho_ten;so1;so2\n${numbers.map((row) => row.join(";")).join("\n")}\n`;
  const second = await refused(plan, "import", plan, "--households", textFile("b.csv", list), "--lang", lang);
  expect(second.told).toMatch(/--crs|--mapping/);
});

test("a mapping says what nobody could guess; it is kept with its sender and taken over next time", async () => {
  const plan = await tinyPlan();
  const list = (more: string) =>
    textFile(
      "so.csv",
      `c1;c2;c3;c4\n${PEOPLE.map(([id, head, , lon, lat]) => `${id};${head};${lon};${lat}\n`).join("")}${more}`,
    );
  const column = (key: string, field: string | null) => ({ column: key, field });
  const mapping = textFile(
    "m.json",
    JSON.stringify({
      as: "households",
      columns: [column("c1", "id"), column("c2", "head")],
      place: { kind: "columns", crs: "EPSG:4326", east: "c3", north: "c4" },
    }),
  );
  const argv = ["import", plan, "--households", list(""), "--sender", "Xã Mẫu"];
  await done(...argv, "--mapping", mapping);
  const newer = list("N05;Y Năm;108.05;12.55\n");
  const update = ["import", plan, "--households", newer, "--update", "--sender", "Xã Mẫu", "--crs", "4326"];
  const before = readFileSync(plan);
  const trial = await done(...update, "--dry-run");
  expect(readFileSync(plan).equals(before)).toBe(true);
  expect(trial).toMatchObject({ dryRun: true, from: "so.csv", accepted: 5 });
  expect(trial.update.changes).toEqual([]);
  expect(trial.update).toMatchObject({ added: 1, addedIds: ["N05"], changed: 0, same: 4 });
  // Those of the plan that the newer list lacks are told, and stay.
  expect(trial.update.gone).toBeGreaterThan(0);
  const { dryRun, ...told } = trial;
  expect(dryRun).toBe(true);
  expect(await done(...update)).toEqual(told);
  expect((await opened(plan)).household("T01")).not.toBeNull();
  const lost = textFile("m2.json", JSON.stringify({ as: "roads", columns: [] }));
  const run = await refused(plan, ...argv, "--mapping", lost);
  expect(run.told).toContain("roads");
});

test("--update speaks of registers only; a file in our own words can be one", async () => {
  const plan = await tinyPlan();
  const wrong = await refused(plan, "import", plan, "--as", "roads", "f.geojson", "--update");
  expect(wrong.code).toBe(2);
  const list = textFile("moi.csv", "id,ethnicity,members,lon,lat\nT01,Ê Đê,9,108.025,12.525\n");
  const report = await done("import", plan, "--households", list, "--update");
  expect(report.update).toMatchObject({ added: 0, changed: 1 });
  expect((await opened(plan)).household("T01")!.facts.members).toBe(9);
});
