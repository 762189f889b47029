/** `ancu plan merge`: copies of one plan come together; what they say differently a person chooses. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { savePlanFile } from "../../src/plan/node.ts";
import { done, opened, refused, textFile, tinyPlan } from "./plan-cli.ts";
import { ancu, newFolder } from "./run-cli.ts";

interface Copies {
  readonly base: string;
  readonly a: string;
  readonly b: string;
  readonly out: string;
}

/** A plan and two copies of it in one folder. */
async function copies(): Promise<Copies> {
  const base = await tinyPlan();
  const [a, b, out] = ["a.gpkg", "b.gpkg", "m.gpkg"].map((name) => join(dirname(base), name)) as [
    string,
    string,
    string,
  ];
  copyFileSync(base, a);
  copyFileSync(base, b);
  return { base, a, b, out };
}

const event = (plan: string, household: string, on: string, author: string) =>
  done("event", plan, "--household", household, "--kind", "moved", "--on", on, "--author", author);

async function edit(plan: string, id: string, village: string, author: string): Promise<void> {
  const store = await opened(plan);
  store.author = author;
  expect(store.run("household.edit", { id, changes: { village } })).toMatchObject({ ok: true });
  await savePlanFile(plan, store);
  store.close();
}

/** Copies in which two people wrote different villages of one household. */
async function conflicting(): Promise<Copies> {
  const all = await copies();
  await edit(all.a, "T01", "Buôn A", "Lan");
  await edit(all.b, "T01", "Buôn B", "Hà");
  await event(all.a, "T02", "2024-01-01", "Lan");
  return all;
}

async function contents(plan: string) {
  const store = await opened(plan);
  try {
    const { events, households } = store.snapshot();
    const told = events.map(({ householdId, kind, on }) => `${householdId} ${kind} ${on}`).sort();
    return { events: told, households: households.count, village: store.household("T01")?.facts.village };
  } finally {
    store.close();
  }
}

describe("without a conflict", () => {
  test("what every copy recorded is in the new plan, whatever the order; the files given stay as they are", async () => {
    const { base, a, b, out } = await copies();
    await event(a, "T01", "2024-01-01", "Lan");
    await event(b, "T02", "2024-02-02", "Hà");
    const before = [base, a, b].map((file) => readFileSync(file));
    const report = await done("merge", base, a, b, "--out", out, "--author", "Tỉnh");
    expect(report).toMatchObject({ out, conflicts: [] });
    expect(
      report.sources.map(({ file, entries }: { file: string; entries: number }) => [file, entries]).sort(),
    ).toEqual([
      ["a.gpkg", 1],
      ["b.gpkg", 1],
    ]);
    expect([base, a, b].map((file) => readFileSync(file))).toEqual(before);
    const other = join(newFolder(), "m.gpkg");
    await done("merge", base, b, a, "--out", other);
    expect(await contents(out)).toEqual(await contents(other));
    expect((await contents(out)).events).toEqual(["T01 moved 2024-01-01", "T02 moved 2024-02-02"]);
    expect((await done("check", out)).ok).toBe(true);
    const { entries } = await done("history", out, "--household", "T01");
    expect(entries.map(({ author }: { author: string }) => author)).toContain("Lan");
  });

  test("merging what is known already changes nothing", async () => {
    const { base, a, b, out } = await copies();
    await event(a, "T01", "2024-01-01", "Lan");
    await done("merge", base, a, "--out", out);
    const again = join(newFolder(), "again.gpkg");
    const report = await done("merge", out, a, b, "--out", again);
    expect(report.sources.every(({ entries }: { entries: number }) => entries === 0)).toBe(true);
    expect(await contents(again)).toEqual(await contents(out));
  });

  test("files of one name in several folders are told apart by their folders", async () => {
    const { base, a, b, out } = await copies();
    const folders = ["x", "y"].map((name) => join(dirname(base), name));
    const [x, y] = folders.map((folder) => {
      mkdirSync(folder);
      return join(folder, "xã.gpkg");
    }) as [string, string];
    copyFileSync(a, x);
    copyFileSync(b, y);
    await event(x, "T01", "2024-01-01", "Lan");
    const { sources } = await done("merge", base, x, y, "--out", out);
    expect(sources.map(({ file }: { file: string }) => file).sort()).toEqual([x, y].sort());
  });
});

describe("with a conflict", () => {
  test("nothing is written; both values are told with date and author", async () => {
    const { base, a, b, out } = await conflicting();
    const run = await ancu("plan", "merge", base, a, b, "--out", out);
    expect([run.code, run.out, existsSync(out)]).toEqual([1, "", false]);
    for (const word of ["Buôn A", "Buôn B", "Lan", "Hà", "a.gpkg", "b.gpkg", "--conflicts"])
      expect(run.told).toContain(word);
    const asJson = await ancu("plan", "merge", base, a, b, "--out", out, "--json");
    expect(JSON.parse(asJson.out)).toMatchObject({
      out: null,
      revision: null,
      conflicts: [{ field: "village", choose: null }],
    });
  });

  test("a person fills in the list and runs the same command again", async () => {
    const { base, a, b, out } = await conflicting();
    const list = join(dirname(base), "c.json");
    const merge = ["merge", base, a, b, "--out", out, "--conflicts", list];
    expect((await ancu("plan", ...merge)).code).toBe(1);
    expect(existsSync(out)).toBe(false);
    const text = readFileSync(list, "utf8");
    const { conflicts } = JSON.parse(text);
    expect(conflicts).toMatchObject([{ table: "household", key: "T01", field: "village", choose: null }]);
    const sides = conflicts[0].sides as {
      index: number;
      file: string;
      value: string;
      author: string;
      at: string;
    }[];
    expect(sides.map(({ value }) => value).sort()).toEqual(["Buôn A", "Buôn B"]);
    for (const { at, author } of sides) expect([typeof at, typeof author]).toEqual(["string", "string"]);

    // Not filled in yet: named, and the list stays as it is.
    const run = await ancu("plan", ...merge);
    expect([run.code, run.told]).toEqual([1, expect.stringContaining(conflicts[0].id)]);
    expect([readFileSync(list, "utf8"), existsSync(out)]).toEqual([text, false]);

    const choose = (value: unknown) =>
      writeFileSync(list, JSON.stringify({ conflicts: [{ ...conflicts[0], choose: value }] }));
    const b1 = sides.find(({ value }) => value === "Buôn B")!;
    choose(b1.file);
    expect(await done(...merge)).toMatchObject({ out, conflicts: [{ choose: b1.index }] });
    expect(await contents(out)).toMatchObject({ village: "Buôn B", events: ["T02 moved 2024-01-01"] });

    // The other side, by its index, and the copies in another order.
    const other = join(newFolder(), "m.gpkg");
    const a1 = sides.find(({ value }) => value === "Buôn A")!;
    choose(a1.file);
    await done("merge", base, b, a, "--out", other, "--conflicts", list);
    expect((await contents(other)).village).toBe("Buôn A");
    expect((await done("check", other)).ok).toBe(true);
  });

  test.each([
    ["a side that there is not", (id: string) => [{ id, choose: 7 }], "7"],
    ["a file that was not given", (id: string) => [{ id, choose: "c.gpkg" }], "c.gpkg"],
    [
      "a conflict that there is not",
      (id: string) => [
        { id, choose: 0 },
        { id: "other", choose: 0 },
      ],
      "other",
    ],
    ["a list without the conflict", () => [], "household"],
  ])("refused: %s", async (_name, listOf, word) => {
    const { base, a, b, out } = await conflicting();
    const list = join(dirname(base), "c.json");
    const merge = ["merge", base, a, b, "--out", out, "--conflicts", list];
    await ancu("plan", ...merge);
    const { conflicts } = JSON.parse(readFileSync(list, "utf8"));
    writeFileSync(list, JSON.stringify({ conflicts: listOf(conflicts[0].id) }));
    const run = await ancu("plan", ...merge);
    expect([run.code, run.out, existsSync(out)]).toEqual([1, "", false]);
    expect(run.told).toContain(_name.startsWith("a list") ? conflicts[0].id : word);
  });

  test("a list that is no list", async () => {
    const { base, a, b, out } = await conflicting();
    for (const text of ["not JSON", "[]", '{"conflicts": [7]}']) {
      const list = textFile("c.json", text);
      const run = await ancu("plan", "merge", base, a, b, "--out", out, "--conflicts", list);
      expect([run.code, run.told]).toEqual([1, expect.stringContaining("c.json")]);
      expect([existsSync(out), readFileSync(list, "utf8")]).toEqual([false, text]);
    }
  });
});

describe("refused, nothing written", () => {
  test("over a file that is there, over a plan given, into a folder that is not there", async () => {
    const { base, a, out } = await copies();
    writeFileSync(out, "mine");
    expect((await refused(base, "merge", base, a, "--out", out)).told).toContain("m.gpkg");
    expect(readFileSync(out, "utf8")).toBe("mine");
    expect((await refused(base, "merge", base, a, "--out", base)).code).toBe(1);
    expect((await refused(base, "merge", base, a, "--out", "/nowhere/at/all/m.gpkg")).told).toContain(
      "/nowhere",
    );
  });

  test("another plan, a file that is no plan, one that is not there", async () => {
    const { base, out } = await copies();
    const other = join(newFolder(), "khác.gpkg");
    copyFileSync(await otherPlan(), other);
    expect((await refused(base, "merge", base, other, "--out", out)).told).toContain("khác.gpkg");
    const notes = textFile("notes.gpkg", "not a plan");
    expect((await refused(base, "merge", base, notes, "--out", out)).told).toContain("notes.gpkg");
    expect((await refused(base, "merge", base, "nowhere.gpkg", "--out", out)).told).toContain("nowhere.gpkg");
    expect(readdirSync(dirname(base)).sort()).toEqual(["a.gpkg", "b.gpkg", "plan.gpkg"]);
  });

  async function otherPlan(): Promise<string> {
    const file = join(newFolder(), "o.gpkg");
    const { TINY_PLAN } = await import("./plan-cli.ts");
    await done("new", file, ...TINY_PLAN);
    return file;
  }
});
