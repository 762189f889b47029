/** What a bench is made of: the same question asked of our kernel and of others, timed and compared. */
import type { OutsidePeer } from "./outside.ts";

/** Answers by point, in the order of the file. In a column of distances NaN means "none". */
export type Column = Int32Array | Uint32Array | Float64Array;

/** Someone who can be asked. */
export interface Contestant {
  /** With the version when it is not ours. */
  readonly name: string;
  /** What is kept between calls is made here, once and not timed; nothing before it may have run our kernels. */
  ready?(): void;
  /** What one call changes for good is made anew here, before each call and not timed. */
  before?(): void;
  /** What is timed. */
  run(): void | Promise<void>;
  /** At most so many calls are counted; 1: called once, without a warm-up. */
  readonly repeats?: number;
  /** Answers of the last run, not timed. Of a peer that cannot answer the same question: left out. */
  answers?(): readonly Column[];
  /** Asked of every so-manyth point, from the first on; left out: of all. Its time is multiplied by this. */
  readonly every?: number;
  /** Further figures of the last run, say a percentile over its parts; milliseconds. */
  figures?(): Readonly<Record<string, number>>;
}

/** The least that has to be done in any case, in the same process: what remains is room. */
export interface Floor {
  /** What is done, in words. */
  readonly title: string;
  run(): void;
}

/** One question: our answer to it, other people's, and the floor. */
export interface Contest {
  /** Names the contest in goals and in the answers of peers that run elsewhere. */
  readonly key: string;
  /** What is asked and what is timed, in words. */
  readonly title: string;
  readonly ours: Contestant;
  readonly peers: readonly Contestant[];
  readonly floor?: Floor;
  /** Greatest difference in a column of distances that still counts as the same answer, in its unit. */
  readonly toleranceM?: number;
}

/** Contests over one set of data. */
export interface Prepared {
  /** What the data are, one line each. */
  readonly data: readonly string[];
  readonly contests: readonly Contest[];
  /** Peers outside this process, asked after all others. */
  readonly outside?: readonly OutsidePeer[];
  /** Gives back what was taken (files, processes, databases); called at the end, even after a fault. */
  close?(): void | Promise<void>;
}

/** What a bench is told. */
export interface BenchInput {
  readonly seed: number;
  /** Number of households. */
  readonly n: number;
}

/** One word after `npm run bench --`. */
export interface Bench {
  readonly name: string;
  /** Number of households when none is given. */
  readonly n: number;
  prepare(input: BenchInput): Prepared | Promise<Prepared>;
}

/** Copying columns: the floor of everything that reads them once. */
export function copyFloor(title: string, columns: readonly { readonly buffer: ArrayBufferLike }[]): Floor {
  const from = columns.map(({ buffer }) => new Uint8Array(buffer));
  const to = from.map((column) => new Uint8Array(column.length));
  return {
    title,
    run() {
      for (let k = 0; k < from.length; k++) to[k]!.set(from[k]!);
    },
  };
}
