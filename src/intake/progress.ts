/** How far a long answer is: told from rows and bytes that are done, never guessed. Plain data. */

export interface IntakeProgress {
  /** The waiting table; null while files are taken apart. */
  readonly id: string | null;
  readonly stage: "open" | "view" | "check" | "result";
  /** Done of all there is to do, 0 … 1; null when that is not known before the end. */
  readonly share: number | null;
}

/** Least time between two tellings of one stage. */
const EVERY_MS = 100;

/** Tells a listener, seldom enough that hearing it costs nothing. `now` in milliseconds. */
export class ProgressTeller {
  private last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly listener: (progress: IntakeProgress) => void,
    private readonly now: () => number,
  ) {}

  /** A stage begins: told at once. */
  begin(stage: IntakeProgress["stage"], id: string | null, share: number | null = null): void {
    this.last = this.now();
    this.listener({ id, stage, share });
  }

  /** So much of it is done. */
  tell(stage: IntakeProgress["stage"], id: string | null, share: number): void {
    const now = this.now();
    if (now - this.last < EVERY_MS) return;
    this.last = now;
    this.listener({ id, stage, share: Math.min(1, Math.max(0, share)) });
  }
}
