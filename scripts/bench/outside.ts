/** Peers that run outside this process: Python, a database. They may not be installed. */
import type { Column } from "./contest.ts";
import type { MeasureOptions, Timing } from "./measure.ts";

/** What such a peer answers to one contest. */
export interface AskedOutside {
  /** `Contest.key`. */
  readonly contest: string;
  /** With its version. */
  readonly name: string;
  readonly timing: Timing;
  readonly every: number;
  /** Left out when it cannot answer the same question. */
  readonly columns?: readonly Column[];
}

/** Why a peer was not asked. */
export interface Missing {
  readonly missing: string;
}

/** Someone to be asked, if there. Throws when there and failing. */
export interface OutsidePeer {
  readonly name: string;
  ask(options: MeasureOptions): Promise<readonly AskedOutside[] | Missing>;
}

/** True of a reason, false of answers or whatever else was asked for. */
export function isMissing(found: object): found is Missing {
  return "missing" in found;
}
