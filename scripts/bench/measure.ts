/** Times a function: the first call apart (cold code), then warmed up, then as often as the budget allows. */

export interface Timing {
  /** Milliseconds of the very first call in this process: what someone who asks once pays. */
  readonly firstMs: number;
  /** Milliseconds of each counted call, in order. */
  readonly samples: readonly number[];
  /** Processor time of the same calls, all threads of the process; null when it is not known. */
  readonly cpu: readonly number[] | null;
}

export interface MeasureOptions {
  /** Counted calls, when the budget allows them. */
  readonly repeats: number;
  /** Milliseconds after which no further call is begun. */
  readonly budgetMs: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Milliseconds of processor time this process has had: what a busy machine disturbs far less. */
  readonly cpuNow: () => number;
}

/** Calls that are not counted, after the first: the compiler has seen the loop by then. */
const WARM_UPS = 2;

/** A call slower than the budget is made once, and that one counts; so is one that may be repeated once only. */
export async function measure(
  run: () => void | Promise<void>,
  { repeats, budgetMs, now, cpuNow }: MeasureOptions,
): Promise<Timing> {
  let spent = 0;
  const call = async () => {
    const cpuFrom = cpuNow();
    const from = now();
    const waiting = run();
    if (waiting) await waiting; // awaiting what is there already would count a turn of the event loop
    const ms = now() - from;
    const cpu = cpuNow() - cpuFrom;
    spent += ms;
    return { ms, cpu };
  };
  const first = await call();
  const firstMs = first.ms;
  if (spent >= budgetMs || repeats === 1) return { firstMs, samples: [firstMs], cpu: [first.cpu] };
  for (let k = 0; k < WARM_UPS && spent < budgetMs / 2; k++) await call();
  const calls = [await call()];
  while (calls.length < repeats && spent < budgetMs) calls.push(await call());
  return { firstMs, samples: calls.map(({ ms }) => ms), cpu: calls.map(({ cpu }) => cpu) };
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
  const cpu = a.cpu && b.cpu ? [...a.cpu, ...b.cpu] : null;
  return { firstMs: a.firstMs, samples: [...a.samples, ...b.samples], cpu };
}
