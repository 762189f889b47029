import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ancu, newFolder } from "./run-cli.ts";

test("the lists: 102 units with what they were made of, 286 before", async () => {
  const { code, out } = await ancu("units", "list", "--lang", "en");
  const lines = out.trim().split("\n");
  expect([code, lines.length]).toEqual([0, 103]);
  expect(out).toMatch(/22045 {2}Phường Bình Kiến {2,}Tuy Hoà .*22024 Phường 9 \(part\)/);
  // Every name begins under its heading.
  const at = lines[0]!.indexOf("name");
  expect(lines.slice(1).every((line) => /^(?:Xã|Phường) /.test(line.slice(at)))).toBe(true);
  const before = JSON.parse((await ancu("units", "list", "--list", "2025-03", "--json")).out);
  expect(before.units).toHaveLength(286);
});

test("the whole older list: 278 convert, the 8 split ones are listed with what they can be", async () => {
  const { out } = await ancu("units", "convert", "--all", "--json");
  const report = JSON.parse(out);
  expect(report).toMatchObject({ rows: 286, one: 278, ambiguous: 8, unknown: 0 });
  const eaBhok = report.several.find((one: { from: { code: string } }) => one.from.code === "24550");
  expect(eaBhok.to.map(({ name }: { name: string }) => name).sort()).toEqual(["Dray Bhăng", "Ea Ktur"]);
});

test("back: every unit is counted once, the unchanged ones convert", async () => {
  const report = JSON.parse((await ancu("units", "convert", "--all", "--from", "2025-07", "--json")).out);
  expect(report.rows).toBe(102);
  expect(report.one + report.ambiguous).toBe(102);
  expect(report.one).toBeGreaterThanOrEqual(6);
});

test("codes and names; one that occurs in several districts is asked, an unknown one is told", async () => {
  const { code, out } = await ancu("units", "convert", "24550", "Hòa Phong", "99999", "--lang", "en");
  expect(code).toBe(0);
  expect(out).toContain("0 convert, 1 ambiguous, 2 unknown, 0 empty");
  expect(out).toContain("24550 Xã Ea BHốk was split (1)");
  expect(out).toContain("“Hòa Phong” is not one unit");
  expect(out).toContain("99999 is not in list 2025-03");
});

test("a column of a file, its rows counted, written as CSV", async () => {
  const folder = newFolder();
  const [file, out] = [join(folder, "ho.csv"), join(folder, "kq.csv")];
  writeFileSync(file, "ma,maxa\n1,24550\n2,24550\n3,22015\n4,\n");
  const run = await ancu(
    "units",
    "convert",
    "--file",
    file,
    "--column",
    "maxa",
    "--out",
    out,
    "--lang",
    "en",
  );
  expect(run).toMatchObject({ code: 0, told: "" });
  expect(run.out).toContain("1 convert, 2 ambiguous, 0 unknown, 1 empty");
  expect(readFileSync(out, "utf8")).toContain("split,24550,Xã Ea BHốk,");
  const missing = await ancu("units", "convert", "--file", file, "--column", "xa");
  expect(missing).toMatchObject({ code: 1, told: expect.stringContaining("maxa") });
});

test("wrong usage is told and nothing is guessed", async () => {
  expect(await ancu("units", "convert")).toMatchObject({ code: 2, out: "" });
  expect(await ancu("units", "convert", "24550", "--all")).toMatchObject({ code: 2, out: "" });
  expect(await ancu("units", "list", "--list", "2024")).toMatchObject({ code: 2, out: "" });
});
