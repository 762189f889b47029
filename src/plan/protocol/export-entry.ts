/** Files that left the program. */

/** One file that left the program. */
export interface ExportEntry {
  readonly id: string;
  readonly what: string;
  readonly file: string;
  readonly format: string;
  readonly revision: number;
  readonly rows: number;
}

/** One file that left the program, when and by whom (null: not told). */
export interface ExportLine extends ExportEntry {
  readonly author: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}
