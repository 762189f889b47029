/** A bench of made-up contestants: what happens when they do not say the same. */
import { expect, test } from "vitest";
import type { Bench, Contestant } from "../../../scripts/bench/contest.ts";
import type { OutsidePeer } from "../../../scripts/bench/outside.ts";
import type { BenchReport } from "../../../scripts/bench/report.ts";
import { runBench } from "../../../scripts/bench/run.ts";

const room = new Float64Array(1000);
const busy = () => void room.fill(room[0]! + 1);
const contestant = (name: string, ...answers: number[]): Contestant => ({
  name,
  run: busy,
  answers: () => [Int32Array.from(answers)],
});

function benchOf(peer: Contestant, outside: readonly OutsidePeer[] = []): Bench {
  return {
    name: "made-up",
    n: 1000,
    prepare: () => ({
      data: ["nothing"],
      contests: [{ key: "made-up", title: "a question", ours: contestant("ours", 1, 2, 3), peers: [peer] }],
      outside,
    }),
  };
}

async function run(bench: Bench, ...options: string[]) {
  const said: string[] = [];
  const terminal = { out: (text: string) => void said.push(text), tell: () => {} };
  const code = await runBench(["made-up", "--repeats", "2", ...options], terminal, [bench]);
  return { code, out: said.join("") };
}

test("the same answers: said so, exit status 0", async () => {
  const { code, out } = await run(benchOf(contestant("peer", 1, 2, 3)));
  expect(code).toBe(0);
  expect(out).toMatch(/peer .* × ours .*; answers identical/);
});

test("other answers: said where, exit status 1", async () => {
  const { code, out } = await run(benchOf(contestant("peer", 1, 9, 3)));
  expect(code).toBe(1);
  expect(out).toContain("ANSWERS DIFFER at 1 of 3 points");
  expect(out).toContain("ANSWERS DIFFER: see above.");
});

test("peers outside this process are compared like all others; one that is missing is said", async () => {
  const timing = { clock: { firstMs: 9, samples: [4, 6] }, processor: null };
  const there: OutsidePeer = {
    name: "there",
    ask: async () => [
      { contest: "made-up", name: "there 1.0", timing, every: 2, columns: [Int32Array.of(1, 4)] },
    ],
  };
  const notThere: OutsidePeer = { name: "away", ask: async () => ({ missing: "away: not installed" }) };
  const { code, out } = await run(benchOf(contestant("peer", 1, 2, 3), [there, notThere]), "--json");
  const report = JSON.parse(out) as BenchReport;
  expect(code).toBe(1);
  expect(report).toMatchObject({ identical: false, missing: ["away: not installed"] });
  expect(report.contests[0]!.peers[1]).toMatchObject({
    name: "there 1.0",
    clock: { medianMs: 5, firstMs: 9 },
    processor: null,
    usualMs: 5,
    every: 2,
    compared: 2,
    differences: 1,
  });
});

test("an answer to a question that nobody asked is a fault", async () => {
  const timing = { clock: { firstMs: 1, samples: [1] }, processor: null };
  const stranger: OutsidePeer = {
    name: "stranger",
    ask: async () => [{ contest: "other", name: "stranger", timing, every: 1 }],
  };
  await expect(run(benchOf(contestant("peer", 1, 2, 3), [stranger]))).rejects.toThrow(
    "stranger answered other, which nobody asked",
  );
});
