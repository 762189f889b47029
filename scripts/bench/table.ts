/** A report as text for people. */
import type {
  BenchReport,
  ContestReport,
  GoalReport,
  PeerReport,
  RatioReport,
  TimingReport,
} from "./report.ts";

const NAME_WIDTH = 54;
const TIME_WIDTH = 11;

/** Lines of text, with the goal beside each ratio that has one. */
export function tableOf(report: BenchReport): string {
  const { bench, n, seed, machine, data, contests, missing, identical } = report;
  const lines = [
    `${bench}: ${whole(n)} households, seed ${seed}`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB; ${machine.system}; Node ${machine.node}`,
    ...data,
    "Ratios are of the lesser of both medians: a busy machine lengthens the one, helping threads the other.",
    `${name("Medians:")}${"processor".padStart(TIME_WIDTH)}${"clock".padStart(TIME_WIDTH)} (least – most)`,
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
  const figures = figuresLine(ours.figures);
  if (figures) rows.push(figures + Object.entries(limits).map(limitText).join(""));
  const firstMs = Math.min(ours.clock.firstMs, ours.processor?.firstMs || Number.POSITIVE_INFINITY);
  rows.push(
    `${name("  first call")}${ms(firstMs)}  ${ratioText(cold, "ours warmed up")}${goalText(cold.goal, "≤")}`,
  );
  if (floor) {
    const goal = goalText(floor.goal, "≤");
    rows.push(`${row(`floor: ${floor.title}`, floor)}  ours is ${ratioText(floor, "the floor")}${goal}`);
  }
  return [title, ...rows, ...peers.flatMap(peerRows), ""];
}

function peerRows(peer: PeerReport): string[] {
  const asked = peer.every > 1 ? ` (one point in ${peer.every} asked, counted ${peer.every} times)` : "";
  const goal = goalText(peer.goal, "≥");
  const figures = figuresLine(peer.figures);
  const line = `${row(peer.name, peer)}  ${ratioText(peer, "ours")}${asked}; ${answersText(peer)}${goal}`;
  return figures ? [line, figures] : [line];
}

/** Figures beside the time, null when there are none. */
function figuresLine(figures: TimingReport["figures"]): string | null {
  if (!figures) return null;
  return `    ${Object.entries(figures)
    .map(([figure, value]) => `${figure} ${short(value)} ms`)
    .join(", ")}`;
}

function limitText([figure, goal]: readonly [string, GoalReport]): string {
  return figure === "time" ? "" : `${goalText(goal, "≤", " ms")} (${figure})`;
}

function answersText({ identical, byColumn, compared, mostDifference }: PeerReport): string {
  if (identical === null) return "other work, answers not compared";
  const most = mostDifference ? `, at most ${mostDifference.toExponential(1)} apart` : "";
  if (identical) return `answers identical${most}`;
  return `ANSWERS DIFFER at ${byColumn!.map(whole).join(" + ")} of ${whole(compared!)} points${most}`;
}

function goalText(goal: GoalReport | null, sign: "≥" | "≤", unit = ""): string {
  if (!goal) return "";
  const stretch = goal.stretch === null ? "" : ` (${goal.stretch})`;
  const how = goal.stretched ? "stretch reached" : goal.reached ? "reached" : "NOT REACHED";
  return `; goal ${sign} ${round(goal.reach)}${unit}${stretch}: ${how}`;
}

/** The ratio to something, and what it is by the clock. */
function ratioText({ ratio, clockRatio }: RatioReport, to: string): string {
  return `${times(ratio)} ${to} (${times(clockRatio)} by the clock)`;
}

/** Processor time, then the clock: its median and spread. */
function row(title: string, { runs, clock, processor }: TimingReport): string {
  const { medianMs, leastMs, mostMs } = clock;
  const spread = runs === 1 ? "1 run" : `${short(leastMs)} – ${short(mostMs)}, ${runs} runs`;
  const own = processor ? ms(processor.medianMs) : "–".padStart(TIME_WIDTH);
  return `${name(`  ${title}`)}${own}${ms(medianMs)} (${spread})`;
}

/** Goals are told without needless digits. */
const round = (value: number): string => String(Math.round(value * 10) / 10);
const name = (text: string): string => text.padEnd(NAME_WIDTH);
const ms = (value: number): string => `${short(value)} ms`.padStart(TIME_WIDTH);
const times = (ratio: number): string => `${short(ratio)} ×`;
const whole = (value: number): string => value.toLocaleString("en");

/** Three figures say all there is to say. */
function short(value: number): string {
  if (value >= 100) return whole(Math.round(value));
  return value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3);
}
