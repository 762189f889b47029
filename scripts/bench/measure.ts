/**
 * Times a function: the first call apart (cold code), then warmed up, then as often as the budget allows. By the
 * clock, and by the processor time of this process, which others on the same machine disturb far less.
 */

/** Milliseconds of calls. */
export interface Samples {
  /** Of the very first call in this process: what someone who asks once pays. */
  readonly firstMs: number;
  /** Of each counted call, in order. */
  readonly samples: readonly number[];
}

/** The same calls by two clocks. */
export interface Timing {
  readonly clock: Samples;
  /** All threads of the process together; null when it is not known (a server). */
  readonly processor: Samples | null;
}

/** Two clocks that only go forward, in milliseconds. */
export interface Clocks {
  now(): number;
  /** Processor time that this process has had. */
  processorNow(): number;
}

/** How often, how long, and by which clocks. */
export interface MeasureOptions extends Clocks {
  /** Counted calls, when the budget allows them. */
  readonly repeats: number;
  /** Milliseconds after which no further call is begun. */
  readonly budgetMs: number;
}

/** Calls that are not counted, after the first: the compiler has seen the loop by then. */
const WARM_UPS = 2;

/** The clocks of this process. */
export const processClocks: Clocks = {
  now: () => performance.now(),
  processorNow() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/**
 * A call slower than the budget is made once, and that one counts; so is one that may be repeated once only. `before`
 * goes before each call, is not timed and spends none of the budget.
 */
export async function measure(
  run: () => void | Promise<void>,
  { repeats, budgetMs, ...clocks }: MeasureOptions,
  before?: () => void,
): Promise<Timing> {
  let spent = 0;
  const call = async (): Promise<Call> => {
    before?.();
    const processorFrom = clocks.processorNow();
    const from = clocks.now();
    const waiting = run();
    if (waiting) await waiting; // awaiting what is there already would count a turn of the event loop
    const clock = clocks.now() - from;
    const processor = clocks.processorNow() - processorFrom;
    spent += clock;
    return { clock, processor };
  };
  const first = await call();
  if (spent >= budgetMs || repeats === 1) return timingOf(first, [first]);
  for (let k = 0; k < WARM_UPS && spent < budgetMs / 2; k++) await call();
  const calls = [await call()];
  while (calls.length < repeats && spent < budgetMs) calls.push(await call());
  return timingOf(first, calls);
}

interface Call {
  readonly clock: number;
  readonly processor: number;
}

function timingOf(first: Call, calls: readonly Call[]): Timing {
  return {
    clock: { firstMs: first.clock, samples: calls.map(({ clock }) => clock) },
    processor: { firstMs: first.processor, samples: calls.map(({ processor }) => processor) },
  };
}

/** The middle of samples (mean of the two middle ones). Throws without any. */
export function median(samples: readonly number[]): number {
  if (samples.length === 0) throw new RangeError("median of nothing");
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which a share of the samples lies (nearest rank). Throws without any. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new RangeError("quantile of nothing");
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Two timings of the same thing as one; the first call is the earlier one's. */
export function together(a: Timing, b: Timing): Timing {
  const joined = (one: Samples, other: Samples): Samples => ({
    firstMs: one.firstMs,
    samples: [...one.samples, ...other.samples],
  });
  return {
    clock: joined(a.clock, b.clock),
    processor: a.processor && b.processor && joined(a.processor, b.processor),
  };
}
