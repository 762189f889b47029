import { afterEach, describe, expect, test, vi } from "vitest";
import { GOALS } from "../../../scripts/bench/goals.ts";
import { BENCHES } from "../../../scripts/bench/index.ts";
import { newFolder, removeFolder } from "../../../scripts/bench/peers/hand-over.ts";
import { pythonPeer } from "../../../scripts/bench/peers/python.ts";
import type { BenchReport } from "../../../scripts/bench/report.ts";
import { bench } from "./support.ts";

/** The bench with peers outside this process needs what may not be installed; its parts are tested below. */
const HERE = BENCHES.map(({ name }) => name).filter((name) => name !== "peers");
const known = new Set<string>();

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("each bench runs, is well formed, and finds the same answers as its peers", () => {
  test.each(HERE)("%s", async (name) => {
    const { code, out } = await bench(name, "--n", "2000", "--repeats", "1", "--json");
    const report = JSON.parse(out) as BenchReport;
    expect(report).toMatchObject({ bench: name, n: 2000, seed: 1, identical: true, missing: [] });
    expect(report.machine.node).toBe(process.versions.node);
    expect(report.contests.length).toBeGreaterThan(1);
    const peers = report.contests.flatMap((contest) => contest.peers);
    expect(peers.length).toBeGreaterThan(0);
    expect(peers.some(({ identical }) => identical === true)).toBe(true);
    for (const { key, ours, cold, floor } of report.contests) {
      known.add(key);
      const { medianMs, leastMs, mostMs, firstMs } = ours.clock;
      for (const ms of [medianMs, leastMs, mostMs, firstMs]) expect(ms).toBeGreaterThan(0);
      expect(leastMs).toBeLessThanOrEqual(mostMs);
      expect(cold.clockRatio).toBeGreaterThan(0);
      if (floor) expect(floor.clockRatio).toBeGreaterThan(0);
    }
    for (const { ratio, clockRatio, differences } of peers) {
      expect([ratio, clockRatio].every((each) => Number.isFinite(each) && each > 0)).toBe(true);
      expect(differences ?? 0).toBe(0);
    }
    expect(code).toBe(0);
  });

  test("every goal is that of a contest", () => {
    expect(GOALS.map(({ contest }) => contest).filter((contest) => !known.has(contest))).toEqual([]);
  });
});

test("the table says what each ratio is to and whether the answers were the same", async () => {
  const { code, out } = await bench("scatter", "--n=2000", "--repeats=1");
  expect(code).toBe(0);
  expect(out).toMatch(/kdbush \d.* × ours .*; answers identical/);
  expect(out).toMatch(/floor: copying x and y .* × the floor/);
  expect(out).toContain("All answers that were compared are identical.");
});

describe("what is typed wrong is told", () => {
  test.each([
    [[], "Which bench? One of overlay|"],
    [["overlap"], "There is no bench “overlap”."],
    [["overlay", "--n", "many"], "--n says “many”; wanted is a whole number from 100 to"],
    [["overlay", "--n", "5"], "--n says “5”"],
    [["overlay", "--n", "1e6"], "--n says “1e6”"],
    [["overlay", "--seed", "-1"], "--seed says “-1”"],
    [["overlay", "--repeats"], "--repeats wants a value"],
    [["overlay", "--fast"], "there is no --fast"],
    [["overlay", "nearest"], "it is not clear what “nearest” is for"],
  ])("%j", async (argv, sentence) => {
    const { code, out, told } = await bench(...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(told).toContain(sentence);
    expect(told).toContain("Usage: npm run bench");
  });

  test("--help is not wrong", async () => {
    const { code, out } = await bench("--help");
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("overlay|nearest|scatter|open|intake|tiles|slider|plan|peers"),
    ]);
  });
});

test("a peer that is not installed is said, not failed", async () => {
  vi.stubEnv("PYTHON", "no-such-python");
  const folder = newFolder();
  try {
    const peer = pythonPeer("SciPy", "scipy_peer.py", folder);
    const found = await peer.ask({ repeats: 1, budgetMs: 1, now: () => 0, processorNow: () => 0 });
    expect(found).toEqual({ missing: expect.stringContaining("SciPy: there is no no-such-python") });
  } finally {
    removeFolder(folder);
  }
});
