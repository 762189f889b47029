/** Runs the command line inside the test and keeps what it says. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runAncu } from "../../scripts/cli/run.ts";

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

export async function ancu(...argv: string[]): Promise<Run> {
  let out = "";
  const told: string[] = [];
  const code = await runAncu(argv, {
    out(text) {
      out += text;
    },
    tell(line) {
      told.push(line);
    },
  });
  return { code, out, told: told.join("\n") };
}

/** A new empty folder. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "ancu-"));
export const TINY = join(import.meta.dirname, "../cases/tiny");
export const BESIDE = join(import.meta.dirname, "../../../shared/cases");
export const BROKEN = join(import.meta.dirname, "../broken");
