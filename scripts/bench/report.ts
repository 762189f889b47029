/** The result of a bench as plain data: what `--json` prints and what the table tells. */
import type { Prepared } from "./contest.ts";
import { type Goal, goalFor } from "./goals.ts";
import type { Machine } from "./machine.ts";
import { median, type Samples, type Timing } from "./measure.ts";
import type { ContestResult, PeerResult } from "./run-contests.ts";

/** Milliseconds of the counted calls, and of the very first call. */
export interface SpanReport {
  readonly medianMs: number;
  readonly leastMs: number;
  readonly mostMs: number;
  readonly firstMs: number;
}

/** Of one contestant. */
export interface TimingReport {
  /**
   * The usual time, which ratios are of: the lesser of the two medians. Others on the machine lengthen the one by
   * the clock, helping threads (the garbage collector's) that of the processor; both are too long, never too short.
   */
  readonly usualMs: number;
  /** Counted calls. */
  readonly runs: number;
  readonly clock: SpanReport;
  /** Null when it is not known. */
  readonly processor: SpanReport | null;
  /** Further figures, milliseconds. */
  readonly figures: Readonly<Record<string, number>> | null;
}

/** One usual time through another, and the same by the clock alone. */
export interface RatioReport {
  readonly ratio: number;
  readonly clockRatio: number;
  readonly goal: GoalReport | null;
}

/** How a ratio, or a time, stands to its goal. */
export interface GoalReport {
  readonly reach: number;
  readonly stretch: number | null;
  readonly reached: boolean;
  readonly stretched: boolean;
}

/** A peer against us. */
export interface PeerReport extends TimingReport, RatioReport {
  readonly name: string;
  /** Asked of every so-manyth point; times are as measured, the ratio counts all points. */
  readonly every: number;
  /** Null: other work, nothing to compare. */
  readonly identical: boolean | null;
  readonly differences: number | null;
  readonly byColumn: readonly number[] | null;
  readonly compared: number | null;
  readonly mostDifference: number | null;
  readonly hash: string | null;
}

/** We against the floor. */
export interface FloorReport extends TimingReport, RatioReport {
  readonly title: string;
}

/** One contest. */
export interface ContestReport {
  readonly key: string;
  readonly title: string;
  readonly ours: TimingReport & { readonly hash: string | null };
  /** Goals in milliseconds, by figure; `time` is the median. */
  readonly limits: Readonly<Record<string, GoalReport>>;
  /** First call through warmed call. */
  readonly cold: RatioReport;
  readonly floor: FloorReport | null;
  readonly peers: readonly PeerReport[];
}

/** What was run where. */
export interface ReportHead {
  readonly bench: string;
  readonly n: number;
  readonly seed: number;
  readonly machine: Machine;
}

/** The whole. */
export interface BenchReport extends ReportHead {
  readonly data: readonly string[];
  readonly contests: readonly ContestReport[];
  /** Peers that are not installed, with the reason. */
  readonly missing: readonly string[];
  /** True when every answer that could be compared was the same. */
  readonly identical: boolean;
}

/** Puts results beside their goals. */
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
  const time = usualOf(ours, warmed);
  return {
    key,
    title,
    ours: { ...timingReport(ours, figures), hash },
    limits: limitsOf(key, { time, ...figures }, n),
    cold: ratioOf(ours, ours, atMost(goalFor(key, "first call", n)), ({ firstMs }) => firstMs),
    floor: floor && {
      title: contest.floor!.title,
      ...timingReport(floor, null),
      ...ratioOf(ours, floor, atMost(goalFor(key, "floor", n))),
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
  const all = ({ samples }: Samples) => median(samples) * every;
  return {
    name,
    ...timingReport(timing, figures),
    ...ratioOf(timing, ours, atLeast(goalFor(key, name, n)), all),
    every,
    identical: answers?.identical ?? null,
    differences: answers?.differences ?? null,
    byColumn: answers?.byColumn ?? null,
    compared: answers?.compared ?? null,
    mostDifference: answers?.mostDifference ?? null,
    hash: answers?.hash ?? null,
  };
}

function timingReport(timing: Timing, figures: TimingReport["figures"]): TimingReport {
  const { clock, processor } = timing;
  return {
    usualMs: usualOf(timing, warmed),
    runs: clock.samples.length,
    clock: spanOf(clock),
    processor: processor && spanOf(processor),
    figures,
  };
}

function spanOf({ firstMs, samples }: Samples): SpanReport {
  return { medianMs: median(samples), leastMs: Math.min(...samples), mostMs: Math.max(...samples), firstMs };
}

type Judge = (value: number) => GoalReport | null;

const warmed = ({ samples }: Samples): number => median(samples);

/** The lesser of both clocks; where processor time is counted in ticks, a short call has none. */
function usualOf({ clock, processor }: Timing, taken: (of: Samples) => number): number {
  const byProcessor = processor ? taken(processor) : 0;
  return byProcessor > 0 ? Math.min(taken(clock), byProcessor) : taken(clock);
}

/** `above` through `below`; of `above` the warmed call counts unless `taken` says another. */
function ratioOf(
  above: Timing,
  below: Timing,
  judge: Judge,
  taken: (of: Samples) => number = warmed,
): RatioReport {
  const ratio = usualOf(above, taken) / usualOf(below, warmed);
  return { ratio, clockRatio: taken(above.clock) / warmed(below.clock), goal: judge(ratio) };
}

function limitsOf(key: string, figures: Readonly<Record<string, number>>, n: number) {
  const limits: Record<string, GoalReport> = {};
  for (const [name, ms] of Object.entries(figures)) {
    const goal = atMost(goalFor(key, name, n))(ms);
    if (goal) limits[name] = goal;
  }
  return limits;
}

const atLeast = (goal: Goal | null) => judging(goal, (value, wanted) => value >= wanted);
const atMost = (goal: Goal | null) => judging(goal, (value, wanted) => value <= wanted);

function judging(goal: Goal | null, holds: (value: number, wanted: number) => boolean): Judge {
  return (value) =>
    goal && {
      reach: goal.reach,
      stretch: goal.stretch ?? null,
      reached: holds(value, goal.reach),
      stretched: goal.stretch !== undefined && holds(value, goal.stretch),
    };
}
