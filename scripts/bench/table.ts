/** A report as text for people. */
import type { BenchReport, ContestReport, GoalReport, PeerReport, TimingReport } from "./report.ts";

const NAME_WIDTH = 44;
const TIME_WIDTH = 11;

export function tableOf(report: BenchReport): string {
  const { bench, n, seed, machine, data, contests, missing, identical } = report;
  const lines = [
    `${bench}: ${whole(n)} households, seed ${seed}`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB; ${machine.system}; Node ${machine.node}`,
    ...data,
    "",
    ...contests.flatMap(contestLines),
    ...missing.map((reason) => `not asked: ${reason}`),
    identical ? "All answers that were compared are identical." : "ANSWERS DIFFER: see above.",
  ];
  return `${lines.join("\n")}\n`;
}

function contestLines({ title, ours, limits, cold, floor, peers }: ContestReport): string[] {
  const hash = ours.hash ? `  answers ${ours.hash}` : "";
  const rows = [`${row("ours", ours)}${hash}${goalText(limits.time ?? null, "≤", " ms")}`];
  for (const [figure, value] of Object.entries(ours.figures ?? {})) {
    rows.push(`${name(`  ours, ${figure}`)}${ms(value)}${goalText(limits[figure] ?? null, "≤", " ms")}`);
  }
  const coldGoal = goalText(cold.goal, "≤");
  rows.push(`${name("  first call")}${ms(ours.firstMs)}  ${times(cold.ratio)} ours warmed up${coldGoal}`);
  if (floor) {
    const goal = goalText(floor.goal, "≤");
    rows.push(`${row(`floor: ${floor.title}`, floor)}  ours is ${times(floor.ratio)} the floor${goal}`);
  }
  return [title, ...rows, ...peers.flatMap(peerRows), ""];
}

function peerRows(peer: PeerReport): string[] {
  const asked = peer.every > 1 ? ` (every ${peer.every}th point; counted ${peer.every} times)` : "";
  const goal = goalText(peer.goal, "≥");
  const ratio = `${times(peer.ratio)} ours (${times(peer.leastRatio)} by the quickest)`;
  const figures = Object.entries(peer.figures ?? {}).map(
    ([figure, value]) => `${name(`  ${peer.name}, ${figure}`)}${ms(value)}`,
  );
  return [`${row(peer.name, peer)}  ${ratio}${asked}; ${answersText(peer)}${goal}`, ...figures];
}

function answersText({ identical, byColumn, compared, mostDifference }: PeerReport): string {
  if (identical === null) return "other work, answers not compared";
  const most = mostDifference === null ? "" : `, at most ${mostDifference.toExponential(1)} m apart`;
  if (identical) return `answers identical${most}`;
  return `ANSWERS DIFFER at ${byColumn!.map(whole).join(" + ")} of ${whole(compared!)} points${most}`;
}

function goalText(goal: GoalReport | null, sign: "≥" | "≤", unit = ""): string {
  if (!goal) return "";
  const stretch = goal.stretch === null ? "" : ` (${goal.stretch})`;
  const how = goal.stretched ? "stretch reached" : goal.reached ? "reached" : "NOT REACHED";
  return `; goal ${sign} ${goal.reach}${unit}${stretch}: ${how}`;
}

function row(title: string, { medianMs, leastMs, mostMs, runs }: TimingReport): string {
  const spread = runs === 1 ? "1 run" : `${short(leastMs)} – ${short(mostMs)}, ${runs} runs`;
  return `${name(`  ${title}`)}${ms(medianMs)}  (${spread})`;
}

const name = (text: string): string => text.padEnd(NAME_WIDTH);
const ms = (value: number): string => `${short(value)} ms`.padStart(TIME_WIDTH);
const times = (ratio: number): string => `${short(ratio)} ×`;
const whole = (value: number): string => value.toLocaleString("en");

/** Three figures say all there is to say. */
function short(value: number): string {
  if (value >= 100) return whole(Math.round(value));
  return value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3);
}
