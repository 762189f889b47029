/** The demo plan is made from its sources by ordinary commands, and undo does not reach behind it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoPlan } from "../../scripts/build/demo-plan.ts";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import { digest, householdsCsv, LAYER_FILES, square } from "./example-plan.ts";

let folder: string;
const layer = (name: string, coverage: string) => ({ name, coverage, date: "2025-06-30" });
const SOURCES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(LAYER_FILES).map(([kind, text]) => [`${kind}.geojson`, text])),
  "households.csv": householdsCsv("H", 30),
  "events.csv":
    'household,kind,on,document,note\nH1,moved,2024-05-01,12/QĐ-UBND,\nH1,settled,2025-01-01,,"đã ở, ổn"\n',
  "baselines.json": JSON.stringify([
    { id: "b", name: "Gốc", target: "relocation", on: "2021-12-31", householdIds: ["H1", "H2"] },
  ]),
  "rules.json": JSON.stringify({ ...DEFAULT_RULES, reading: "wide" }),
  "sites.geojson": JSON.stringify({
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: {
          id: "s",
          name: "Ea Mẫu 1",
          form: "inserted",
          status: "proposal",
          capacity: 9,
          note: null,
        },
        geometry: square(108.2, 12.5, 0.01),
      },
    ],
  }),
  "plan.json": JSON.stringify({
    name: "Vùng minh họa",
    layers: {
      units: layer("Xã", "all"),
      forests: layer("Rừng", "all"),
      hazards: layer("Nguy cơ", "zones"),
      roads: layer("Đường", "all"),
      centres: layer("Trung tâm", "all"),
    },
  }),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-cu-demo-"));
});
afterAll(() => rm(folder, { recursive: true }));
const write = (sources: typeof SOURCES) =>
  Promise.all(Object.entries(sources).map(([file, text]) => writeFile(join(folder, file), text)));

test("everything of the sources is in the plan", async () => {
  await write(SOURCES);
  const store = await demoPlan(folder);
  expect(store.info()).toMatchObject({
    id: "demo",
    demo: true,
    name: "Vùng minh họa",
    undo: null,
    redo: null,
  });
  expect(store.history({ limit: 3 })[0]).toMatchObject({ command: "site.describe", undone: false });
  expect(store.snapshot().households.count).toBe(30);
  expect(store.layers().map(({ name, coverage, date }) => [name, coverage, date])).toContainEqual([
    "Nguy cơ",
    "zones",
    "2025-06-30",
  ]);
  expect(store.household("H1")?.events).toMatchObject([
    { kind: "moved", on: "2024-05-01", document: "12/QĐ-UBND", note: null },
    { kind: "settled", on: "2025-01-01", document: null, note: "đã ở, ổn" },
  ]);
  expect(store.rules().reading).toBe("wide");
  expect(store.sites()).toMatchObject([{ id: "s", status: "proposal", capacity: 9 }]);
  expect(store.baselines()[0]).toMatchObject({ id: "b", householdIds: ["H1", "H2"] });
  expect(digest(await demoPlan(folder))).toBe(digest(store));
});

test("one refused row stops it", async () => {
  await write({ ...SOURCES, "households.csv": `${householdsCsv("H", 3)}H1,Trùng,,,,,,,,,\n` });
  await expect(demoPlan(folder)).rejects.toThrow("households.csv");
});
