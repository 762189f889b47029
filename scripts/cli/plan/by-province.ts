/** Progress by former province, from progress by unit. */
import { meets } from "../../../src/core/targets/meets.ts";
import type { ProgressReport, ProgressRow } from "../../../src/core/targets/progress.ts";
import type { UnitProvince } from "../../../src/plan/read-provinces.ts";

/**
 * The report by unit with the rows of one former province put together, `code` and `name` being the province's name.
 * Units of which it is not known, and households in no unit, are a row of their own (`code` null), the last one.
 */
export function byProvince(report: ProgressReport, units: readonly UnitProvince[]): ProgressReport {
  // A code may stand for another commune in another list of units: the name tells them apart.
  const province = new Map(units.map((unit) => [keyOf(unit), unit.province]));
  const names = [
    ...new Set([...province.values(), ...report.rows.map((row) => province.get(keyOf(row)) ?? null)]),
  ];
  names.sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  const grouped = (rows: readonly ProgressRow[]) =>
    names.map((name) =>
      sumOf(
        name,
        rows.filter((row) => (province.get(keyOf(row)) ?? null) === name),
        rows[0],
      ),
    );
  return {
    ...report,
    rows: grouped(report.rows),
    closed: report.closed.map((closed) => ({ ...closed, rows: grouped(closed.rows) })),
  };
}

function keyOf({ code, name }: { readonly code: string | null; readonly name: string | null }): string {
  return JSON.stringify([code, name]);
}

/** All rows of a report are held against the same target: `like` is any of them. */
function sumOf(
  name: string | null,
  rows: readonly ProgressRow[],
  like: ProgressRow | undefined,
): ProgressRow {
  const sum = (of: (row: ProgressRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const [baseline, done] = [sum((row) => row.baseline), sum((row) => row.done)];
  const rolling = { baseline: sum((row) => row.rolling.baseline), done: sum((row) => row.rolling.done) };
  const { target, comparator } = like ?? { target: null, comparator: null };
  const hasTarget = baseline > 0 && target !== null && comparator !== null;
  return {
    code: name,
    name,
    baseline,
    done,
    percent: percentOf(done, baseline),
    target,
    comparator,
    met: hasTarget ? meets(done, baseline, { comparator, value: target }) : null,
    last12: sum((row) => row.last12),
    added: sum((row) => row.added),
    addedDone: sum((row) => row.addedDone),
    rolling: { ...rolling, percent: percentOf(rolling.done, rolling.baseline) },
  };
}

function percentOf(done: number, all: number): number | null {
  return all === 0 ? null : (done * 100) / all;
}
