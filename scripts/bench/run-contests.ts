/** Runs contests: the floor, ours, the peers, peers outside this process, and ours again at the end. */
import type { Column, Contest, Contestant, Prepared } from "./contest.ts";
import { compare, hashOf } from "./hash.ts";
import { type MeasureOptions, measure, type Timing, together } from "./measure.ts";
import { type AskedOutside, isMissing } from "./outside.ts";

type Figures = Readonly<Record<string, number>>;

/** What was found of a peer. */
export interface PeerResult {
  readonly name: string;
  readonly timing: Timing;
  readonly figures: Figures | null;
  readonly every: number;
  /** Null when the peer does other work, so that there is nothing to compare. */
  readonly answers: {
    readonly hash: string;
    readonly compared: number;
    readonly differences: number;
    readonly byColumn: readonly number[];
    readonly mostDifference: number | null;
    readonly identical: boolean;
  } | null;
}

/** What was found of a contest. */
export interface ContestResult {
  readonly contest: Contest;
  readonly ours: Timing;
  readonly figures: Figures | null;
  readonly floor: Timing | null;
  /** Of our answers, null when there is nothing to compare. */
  readonly hash: string | null;
  readonly peers: readonly PeerResult[];
}

/** How contests are run. */
export interface RunOptions extends MeasureOptions {
  /** One line of progress. */
  readonly tell: (line: string) => void;
  /** Takes out what earlier contestants left in memory, as far as the engine lets us. */
  readonly tidy: () => void;
}

/** Calls of a floor: it is short, and everything is divided by it. */
const FLOOR_REPEATS = 15;

/** All contests of a bench; `missing` says which peers are not installed. Throws when a peer fails. */
export async function runContests(
  { contests, outside = [] }: Prepared,
  options: RunOptions,
): Promise<{ readonly results: readonly ContestResult[]; readonly missing: readonly string[] }> {
  const rounds: Round[] = [];
  for (const contest of contests) {
    options.tell(contest.title);
    rounds.push(await firstRound(contest, options));
  }
  const missing: string[] = [];
  for (const peer of outside) {
    options.tell(peer.name);
    const found = await peer.ask(options);
    if (isMissing(found)) missing.push(found.missing);
    else for (const asked of found) takeIn(rounds, asked);
  }
  const results: ContestResult[] = [];
  for (const round of rounds) results.push(await lastRound(round, options));
  return { results, missing };
}

interface Round {
  readonly contest: Contest;
  readonly floor: Timing | null;
  readonly ours: Timing;
  readonly answers: readonly Column[] | null;
  readonly peers: PeerResult[];
}

async function firstRound(contest: Contest, options: RunOptions): Promise<Round> {
  const { ours: own, floor } = contest;
  options.tidy();
  // Ours first, before anything else of the contest: its first call must find cold code.
  own.ready?.();
  const ours = await measure(own.run, options, own.before);
  const answers = own.answers?.().map((column) => column.slice()) ?? null;
  const floorTime = floor ? await measure(floor.run, { ...options, repeats: FLOOR_REPEATS }) : null;
  const round: Round = { contest, floor: floorTime, ours, answers, peers: [] };
  for (const peer of contest.peers) {
    options.tidy();
    peer.ready?.();
    const { repeats } = options;
    const most = Math.min(repeats, peer.repeats ?? repeats);
    const timing = await measure(peer.run, { ...options, repeats: most }, peer.before);
    round.peers.push(peerResult(round, peer, timing));
  }
  return round;
}

/** Ours again: a machine that became slower or faster in between is seen, and counts in both. */
async function lastRound(
  { contest, floor, ours, answers, peers }: Round,
  options: RunOptions,
): Promise<ContestResult> {
  options.tidy();
  const again = await measure(contest.ours.run, options, contest.ours.before);
  const floorAgain = contest.floor
    ? await measure(contest.floor.run, { ...options, repeats: FLOOR_REPEATS })
    : null;
  return {
    contest,
    ours: together(ours, again),
    figures: contest.ours.figures?.() ?? null,
    floor: floor && floorAgain ? together(floor, floorAgain) : null,
    hash: answers && hashOf(answers),
    peers,
  };
}

function peerResult({ contest, answers }: Round, peer: Contestant, timing: Timing): PeerResult {
  const { name, every = 1 } = peer;
  const figures = peer.figures?.() ?? null;
  const theirs = answers && peer.answers?.();
  if (!theirs) return { name, timing, figures, every, answers: null };
  const compared = compare(answers, theirs, { every, tolerance: contest.toleranceM ?? 0 });
  const identical = compared.differences === 0;
  return { name, timing, figures, every, answers: { hash: hashOf(theirs), ...compared, identical } };
}

function takeIn(rounds: readonly Round[], { contest, name, timing, every, columns }: AskedOutside): void {
  const round = rounds.find((one) => one.contest.key === contest);
  if (!round) throw new Error(`${name} answered ${contest}, which nobody asked`);
  const peer = { name, every, run: () => {}, ...(columns && { answers: () => columns }) };
  round.peers.push(peerResult(round, peer, timing));
}
