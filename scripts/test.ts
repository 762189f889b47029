/**
 * `npm test`: everything, in the order in which a failure is cheapest to find — types, lint, unit tests with
 * the layer table and the worked examples, build, browser. Goes on after a failed step, so that one run tells
 * all; ends with the counts of passed and failed tests and the exit status that fits them.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
/** A tool's own start file, run by this Node: works without a shell, on Windows too. */
const tool = (path: string): readonly string[] => [process.execPath, join(ROOT, "node_modules", path)];
const TSC = tool("typescript/bin/tsc");
const BIOME = tool("@biomejs/biome/bin/biome");
const VITEST = tool("vitest/vitest.mjs");

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Vitest steps count their tests; any other step counts as one. */
  readonly vitest?: true;
}

const STEPS: readonly Step[] = [
  { name: "types", command: [...TSC, "-p", "tsconfig.json"] },
  { name: "types of core, without DOM", command: [...TSC, "-p", "src/core/tsconfig.json"] },
  { name: "lint and format", command: [...BIOME, "ci", "--error-on-warnings", "."] },
  {
    name: "unit, layers, worked examples",
    command: [...VITEST, "run", "--project", "unit"],
    vitest: true,
  },
  { name: "build", command: [process.execPath, "--import", "tsx", "scripts/build.ts"] },
  { name: "browser", command: [...VITEST, "run", "--project", "browser"], vitest: true },
];

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Reads vitest's JSON report. A run that wrote none, or ran no test, is one failure. */
function countsOf(report: string): Counts {
  try {
    const json = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numTodoTests: number;
      numFailedTestSuites: number;
      numTotalTests: number;
    };
    // A file that cannot be loaded fails as a suite without a failed test in it.
    const brokenFiles = json.numFailedTests === 0 ? json.numFailedTestSuites : 0;
    const none = json.numTotalTests === 0 ? 1 : 0;
    return {
      passed: json.numPassedTests,
      failed: json.numFailedTests + brokenFiles + none,
      skipped: json.numPendingTests + json.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const work = mkdtempSync(join(tmpdir(), "an-cu-test-"));
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const failedSteps: string[] = [];
for (const step of STEPS) {
  process.stdout.write(`\n── ${step.name}\n`);
  const began = Date.now();
  const report = join(work, `${STEPS.indexOf(step)}.json`);
  const [command, ...args] = step.command;
  const extra = step.vitest ? ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : [];
  const done = spawnSync(command!, [...args, ...extra], { cwd: ROOT, stdio: "inherit" });
  const ok = done.status === 0;
  const counts = step.vitest ? countsOf(report) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  if (!ok && counts.failed === 0) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.failed > 0) failedSteps.push(step.name);
  process.stdout.write(
    `── ${step.name}: ${ok ? "ok" : "FAILED"}, ${((Date.now() - began) / 1000).toFixed(0)} s\n`,
  );
}
rmSync(work, { recursive: true, force: true });

if (failedSteps.length > 0) process.stdout.write(`\nFailed: ${failedSteps.join("; ")}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed === 0 ? 0 : 1);
