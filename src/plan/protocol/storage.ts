/** How a plan is kept: room, copies, and what is left of a damaged file. */

import type { PlanInfo } from "./plan-info.ts";

/** How much room there is and whether the browser promised to keep it. Null: the browser does not say. */
export interface StorageState {
  /** False: plans are in memory only. */
  readonly lasting: boolean;
  readonly persisted: boolean | null;
  readonly usage: number | null;
  readonly quota: number | null;
  /** True when room is getting short: warn before it runs out. */
  readonly low: boolean;
  /** True when the automatic copy of this opening was not made because there is no room for it. */
  readonly copyMissing: boolean;
}

/** A copy that was made by itself when a plan was opened. */
export interface PlanCopy {
  readonly key: string;
  readonly at: string;
  readonly revision: number;
  readonly bytes: number;
}

/** What could be read of a damaged file. */
export interface Recovery {
  readonly info: PlanInfo;
  /** `lost`: rows that should be there and could not be read; null when it is not known how many. */
  readonly tables: readonly { readonly table: string; readonly read: number; readonly lost: number | null }[];
  readonly historyKept: boolean;
}
