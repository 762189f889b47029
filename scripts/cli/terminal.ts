/** Where a command writes to; tests give their own. */

export interface Terminal {
  /** Results, on standard output. */
  out(text: string): void;
  /** Progress, notes and refusals, one line each, on standard error. */
  tell(line: string): void;
}

/** The real one. */
export const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  tell: (line) => void process.stderr.write(`${line}\n`),
};
