/** Runs a bench inside the test and keeps what it says. */
import { runBench } from "../../../scripts/bench/run.ts";

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

export async function bench(...argv: string[]): Promise<Run> {
  let out = "";
  const told: string[] = [];
  const code = await runBench(argv, {
    out(text) {
      out += text;
    },
    tell(line) {
      told.push(line);
    },
  });
  return { code, out, told: told.join("\n") };
}
