/** The result of a bench as plain data: what `--json` prints and what the table tells. */
import type { Prepared } from "./contest.ts";
import { type Goal, goalFor } from "./goals.ts";
import type { Machine } from "./machine.ts";
import { median, type Timing } from "./measure.ts";
import type { ContestResult, PeerResult } from "./run-contests.ts";

export interface TimingReport {
  readonly medianMs: number;
  /** Processor time, median. */
  readonly cpuMs: number | null;
  readonly leastMs: number;
  readonly mostMs: number;
  readonly runs: number;
  /** The very first call in this process. */
  readonly firstMs: number;
  /** Further figures, milliseconds. */
  readonly figures: Readonly<Record<string, number>> | null;
}

/** How a ratio stands to its goal. */
export interface GoalReport {
  readonly reach: number;
  readonly stretch: number | null;
  readonly reached: boolean;
  readonly stretched: boolean;
}

export interface PeerReport extends TimingReport {
  readonly name: string;
  /** Asked of every so-manyth point; times are as measured, the ratio counts all points. */
  readonly every: number;
  /** The peer's time through ours, medians. */
  readonly ratio: number;
  /** The same of the quickest calls: what noise from elsewhere disturbs least. */
  readonly leastRatio: number;
  /** The same of processor time, medians; null when it is not known of the peer (a server). */
  readonly cpuRatio: number | null;
  readonly goal: GoalReport | null;
  /** Null: other work, nothing to compare. */
  readonly identical: boolean | null;
  readonly differences: number | null;
  readonly byColumn: readonly number[] | null;
  readonly compared: number | null;
  readonly mostDifference: number | null;
  readonly hash: string | null;
}

export interface FloorReport extends TimingReport {
  readonly title: string;
  /** Our time through the floor's, medians, and of the quickest calls. */
  readonly ratio: number;
  readonly leastRatio: number;
  readonly goal: GoalReport | null;
}

export interface ContestReport {
  readonly key: string;
  readonly title: string;
  readonly ours: TimingReport & { readonly hash: string | null };
  /** Goals in milliseconds, by figure; `time` is the median. */
  readonly limits: Readonly<Record<string, GoalReport>>;
  /** First call through warmed call. */
  readonly cold: { readonly ratio: number; readonly goal: GoalReport | null };
  readonly floor: FloorReport | null;
  readonly peers: readonly PeerReport[];
}

export interface BenchReport {
  readonly bench: string;
  readonly n: number;
  readonly seed: number;
  readonly machine: Machine;
  readonly data: readonly string[];
  readonly contests: readonly ContestReport[];
  /** Peers that are not installed, with the reason. */
  readonly missing: readonly string[];
  /** True when every answer that could be compared was the same. */
  readonly identical: boolean;
}

export interface ReportHead {
  readonly bench: string;
  readonly n: number;
  readonly seed: number;
  readonly machine: Machine;
}

export function reportOf(
  head: ReportHead,
  { data }: Prepared,
  results: readonly ContestResult[],
  missing: readonly string[],
): BenchReport {
  const contests = results.map((result) => contestReport(result, head.n));
  const identical = contests.every(({ peers }) => peers.every((peer) => peer.identical !== false));
  return { ...head, data, contests, missing, identical };
}

function contestReport(
  { contest, ours, figures, floor, hash, peers }: ContestResult,
  n: number,
): ContestReport {
  const { key, title } = contest;
  const own = median(ours.samples);
  const cold = ours.firstMs / own;
  const overFloor = floor ? own / median(floor.samples) : 0;
  return {
    key,
    title,
    ours: { ...timingReport(ours, figures), hash },
    limits: limitsOf(key, { time: own, ...figures }, n),
    cold: { ratio: cold, goal: atMost(goalFor(key, "first call", n), cold) },
    floor: floor && {
      title: contest.floor!.title,
      ...timingReport(floor, null),
      ratio: overFloor,
      leastRatio: Math.min(...ours.samples) / Math.min(...floor.samples),
      goal: atMost(goalFor(key, "floor", n), overFloor),
    },
    peers: peers.map((peer) => peerReport(peer, key, ours, n)),
  };
}

function peerReport(
  { name, timing, figures, every, answers }: PeerResult,
  key: string,
  ours: Timing,
  n: number,
): PeerReport {
  const ratio = (median(timing.samples) * every) / median(ours.samples);
  const ownLeast = Math.min(...ours.samples);
  const cpuRatio = timing.cpu && ours.cpu && (median(timing.cpu) * every) / median(ours.cpu);
  return {
    name,
    ...timingReport(timing, figures),
    every,
    ratio,
    leastRatio: (Math.min(...timing.samples) * every) / ownLeast,
    cpuRatio,
    goal: atLeast(goalFor(key, name, n), ratio),
    identical: answers?.identical ?? null,
    differences: answers?.differences ?? null,
    byColumn: answers?.byColumn ?? null,
    compared: answers?.compared ?? null,
    mostDifference: answers?.mostDifference ?? null,
    hash: answers?.hash ?? null,
  };
}

function timingReport({ firstMs, samples, cpu }: Timing, figures: TimingReport["figures"]): TimingReport {
  return {
    medianMs: median(samples),
    cpuMs: cpu && median(cpu),
    leastMs: Math.min(...samples),
    mostMs: Math.max(...samples),
    runs: samples.length,
    firstMs,
    figures,
  };
}

function limitsOf(key: string, figures: Readonly<Record<string, number>>, n: number) {
  const limits: Record<string, GoalReport> = {};
  for (const [name, ms] of Object.entries(figures)) {
    const goal = atMost(goalFor(key, name, n), ms);
    if (goal) limits[name] = goal;
  }
  return limits;
}

function atLeast(goal: Goal | null, ratio: number): GoalReport | null {
  return goal && goalReport(goal, (wanted) => ratio >= wanted);
}

function atMost(goal: Goal | null, ratio: number): GoalReport | null {
  return goal && goalReport(goal, (wanted) => ratio <= wanted);
}

function goalReport({ reach, stretch }: Goal, holds: (wanted: number) => boolean): GoalReport {
  return {
    reach,
    stretch: stretch ?? null,
    reached: holds(reach),
    stretched: stretch !== undefined && holds(stretch),
  };
}
