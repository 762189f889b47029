/** Peers written in Python. `PYTHON` names the interpreter, `PYTHONPATH` where else it looks for packages. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Timing } from "../measure.ts";
import type { AskedOutside, Missing, OutsidePeer } from "../outside.ts";
import { readColumn, writeTask } from "./hand-over.ts";

const runFile = promisify(execFile);

/** What a script prints, one line of JSON for each contest, or one that says what is missing. */
interface Line {
  readonly missing?: string;
  readonly contest: string;
  readonly name: string;
  readonly timing: Timing;
  readonly every: number;
  /** Files of answers in the folder. */
  readonly columns: readonly string[];
}

/** The peer of a script in this folder, asked about the province in `folder`. */
export function pythonPeer(name: string, script: string, folder: string): OutsidePeer {
  return {
    name,
    async ask(options): Promise<readonly AskedOutside[] | Missing> {
      writeTask(folder, options);
      const python = process.env.PYTHON ?? "python3";
      const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
      const asked = [join(import.meta.dirname, script), folder];
      let printed: string;
      try {
        printed = (await runFile(python, asked, { maxBuffer: 1 << 26, env })).stdout;
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code !== "ENOENT") throw fault;
        return { missing: `${name}: there is no ${python} (the variable PYTHON names another one)` };
      }
      const lines = printed
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line) as Line);
      const missing = lines.find((line) => line.missing !== undefined)?.missing;
      if (missing !== undefined) return { missing: `${name}: ${missing} (${python})` };
      return lines.map(({ contest, name: full, timing, every, columns }) => ({
        contest,
        name: full,
        timing,
        every,
        columns: columns.map((file) => readColumn(join(folder, file))),
      }));
    },
  };
}
