/** Wrong usage of `ancu plan` (2), and plan files that cannot be used (1). */
import { chmodSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { PLAN_COMMANDS } from "../../scripts/cli/plan/index.ts";
import { done, folderNamed, opened, refused, textFile, tinyPlan } from "./plan-cli.ts";
import { ancu, newFolder } from "./run-cli.ts";

describe("wrong usage is exit code 2 and says what was wrong", () => {
  test.each([
    [[], "plan LỆNH"],
    [["dance"], "plan dance"],
    [["--json"], "plan LỆNH"],
    [["new"], "tên tệp phương án"],
    [["new", "p.gpkg"], "--units"],
    [["new", "p.gpkg", "q.gpkg", "--units", "u"], "q.gpkg"],
    [["new", "p.gpkg", "--units", "u", "--hazard-coverage", "some"], "some"],
    [["new", "p.gpkg", "--units", "u", "--crs", "EPSG:9218"], "--crs"],
    [["import", "p.gpkg"], "--households"],
    [["import", "p.gpkg", "f", "--update", "--replace"], "--replace"],
    [["import", "p.gpkg", "--layer", "rivers", "f"], "rivers"],
    [["import", "p.gpkg", "--layer", "roads"], "tệp cần nhập"],
    [["import", "p.gpkg", "--layer", "roads", "f", "--coverage", "all"], "--coverage"],
    [["import", "p.gpkg", "--households", "f", "--date", "2025-01-01"], "--date"],
    [["import", "p.gpkg", "--households", "f", "--sheet", "m.json"], "--sheet"],
    [["import", "p.gpkg", "--layer", "forests", "f", "--date", "31/12/2025"], "31/12/2025"],
    [["screen"], "tên tệp phương án"],
    [["screen", "p.gpkg", "q.gpkg"], "q.gpkg"],
    [["baseline", "p.gpkg"], "--name"],
    [["baseline", "p.gpkg", "--name", "A"], "--on"],
    [["baseline", "p.gpkg", "--name", "A", "--on", "2025-02-30"], "2025-02-30"],
    [["baseline", "p.gpkg", "--name", "A", "--on", "2025-02-03", "--target", "all"], "all"],
    [["baseline", "p.gpkg", "--list", "--name", "A"], "--name"],
    [["baseline", "p.gpkg", "--extend", "A"], "--on"],
    [["event", "p.gpkg", "--household", "T01"], "--kind"],
    [["event", "p.gpkg", "--household", "T01", "--kind", "danced", "--on", "2025-01-01"], "danced"],
    [["event", "p.gpkg", "--household", "T01", "--kind", "moved", "--on", "yesterday"], "yesterday"],
    [["event", "p.gpkg", "--file", "e.csv", "--kind", "moved"], "--kind"],
    [["progress", "p.gpkg"], "--as-of"],
    [["progress", "p.gpkg", "--as-of", "2025"], "2025"],
    [["progress", "p.gpkg", "--as-of", "2025-12-31", "--by", "village"], "village"],
    [["history", "p.gpkg", "--limit", "0"], "--limit"],
    [["history", "p.gpkg", "--household", "T01", "--site", "s"], "--site"],
    [["undo"], "tên tệp phương án"],
    [["redo", "p.gpkg", "2"], "2"],
    [["check", "p.gpkg", "--mend"], "--mend"],
    [["merge", "p.gpkg", "--out", "m.gpkg"], "ít nhất một bản"],
    [["merge", "p.gpkg", "q.gpkg"], "--out"],
    [["undo", "p.gpkg", "--lang", "fr"], "fr"],
  ])("%j", async (argv, word) => {
    const { code, out, told } = await ancu("plan", ...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(told).toContain(word);
  });

  test("--help is not wrong, in both languages, and names every option", async () => {
    expect(await ancu("plan", "--help")).toMatchObject({ code: 0, out: expect.stringContaining("baseline") });
    for (const { name, options } of PLAN_COMMANDS) {
      for (const lang of ["vi", "en"]) {
        const { code, out } = await ancu(...name.split(" "), "--help", "--lang", lang);
        expect(code).toBe(0);
        for (const option of Object.keys(options))
          expect([name, lang, out]).toEqual([name, lang, expect.stringContaining(`--${option}`)]);
      }
    }
  });
});

/** Every command over a plan that is there, each as it is rightly typed. */
const OVER_A_PLAN: readonly (readonly string[])[] = [
  ["import", "--households", "ho.csv"],
  ["screen", "--json"],
  ["baseline", "--list"],
  ["baseline", "--name", "A", "--on", "2025-01-01"],
  ["event", "--household", "T01", "--kind", "moved", "--on", "2025-01-01"],
  ["progress", "--as-of", "2025-12-31"],
  ["history"],
  ["undo"],
  ["redo"],
  ["check"],
];

describe("a file that cannot be used is refused by every command and stays as it is", () => {
  const over = (command: readonly string[], file: string) => ["plan", command[0]!, file, ...command.slice(1)];

  test.each(OVER_A_PLAN.map((command) => [command.join(" "), command] as const))("%s", async (_, command) => {
    const missing = join(newFolder(), "none.gpkg");
    expect(await ancu(...over(command, missing))).toMatchObject({
      code: 1,
      out: "",
      told: expect.stringContaining(missing),
    });
    const folder = folderNamed("folder.gpkg");
    expect(await ancu(...over(command, folder))).toMatchObject({
      code: 1,
      out: "",
      told: expect.stringContaining("thư mục"),
    });
    const notes = textFile("notes.gpkg", "not a plan");
    expect(await ancu(...over(command, notes))).toMatchObject({
      code: 1,
      out: "",
      told: expect.stringContaining("không phải"),
    });
    expect(readFileSync(notes, "utf8")).toBe("not a plan");
    const empty = textFile("empty.gpkg", "");
    expect(await ancu(...over(command, empty))).toMatchObject({
      code: 1,
      out: "",
      told: expect.stringContaining("không phải"),
    });
    for (const file of [missing, notes, empty])
      expect(readdirSync(dirname(file)).filter((name) => name.endsWith(".lock"))).toEqual([]);
  });

  test("a plan cut short: refused, and the way to recover it is named", async () => {
    const whole = readFileSync(await tinyPlan());
    const cut = join(newFolder(), "cut.gpkg");
    writeFileSync(cut, whole.subarray(0, whole.length - 8192));
    const run = await refused(cut, "undo", cut);
    expect([run.code, run.told]).toEqual([1, expect.stringContaining("--recover")]);
  });

  test("a plan that another program has open", async () => {
    const plan = await tinyPlan();
    writeFileSync(`${plan}-wal`, "pages that are not in the file yet");
    for (const command of [["history"], ["undo"]]) {
      const run = await refused(plan, ...over(command, plan).slice(1));
      expect([run.code, run.told]).toEqual([1, expect.stringContaining("-wal")]);
    }
    // Open, with nothing waiting: it may be looked at, but what is saved would be lost on the other side.
    writeFileSync(`${plan}-wal`, "");
    expect((await ancu("plan", "history", plan)).code).toBe(0);
    expect((await refused(plan, "undo", plan)).code).toBe(1);
  });

  test.runIf(process.getuid?.() !== 0)("a folder that may not be written", async () => {
    const plan = await tinyPlan();
    chmodSync(dirname(plan), 0o555);
    try {
      const run = await refused(plan, "undo", plan);
      expect([run.code, run.told]).toEqual([1, expect.stringContaining("EACCES")]);
      expect((await ancu("plan", "history", plan)).code).toBe(0);
    } finally {
      chmodSync(dirname(plan), 0o755);
    }
  });

  test("a plan behind a link is changed where it lies, and the link stays", async () => {
    const plan = await tinyPlan();
    const link = join(newFolder(), "link.gpkg");
    symlinkSync(plan, link);
    await done("event", link, "--household", "T01", "--kind", "moved", "--on", "2025-05-05");
    const store = await opened(plan);
    expect(store.last()?.command).toBe("event.add");
    store.close();
    expect(readdirSync(dirname(link))).toEqual(["link.gpkg"]);
  });
});
