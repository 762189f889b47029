/** Killing the browser at random moments: what was acknowledged is there, the rest whole or not at all. */
import { expect, test } from "vitest";
import { BROWSER_ARGS, findBrowser } from "../../scripts/browser/find-browser.ts";
import { runBrowserRounds } from "../../scripts/crash/browser-rounds.ts";
import { DIST } from "./support/app.ts";

test("20 rounds, two of them with an import of 8,000 households", { timeout: 400_000 }, async () => {
  const { executablePath } = await findBrowser();
  const told: string[] = [];
  const report = await runBrowserRounds({
    dist: DIST,
    browser: { path: executablePath!, args: BROWSER_ARGS },
    rounds: 20,
    seed: 4,
    largeEvery: 10,
    largeHouseholds: 8_000,
    merges: 0.2,
    steps: 10,
    atMostSeconds: 360,
    say: (line) => told.push(line),
  });
  expect(report.wrong, told.join("\n")).toEqual([]);
  expect(report.rounds).toBe(20);
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report.insideChange).toBeGreaterThan(0);
  expect(report.copies).toBeGreaterThan(0);
});
