/** What is wrong with the rows of a table, as one list: refusals with their repair, then what looks wrong. Pure. */
import type { CheckFinding } from "../../core/intake/checks/finding.ts";
import type { Problem } from "../../core/outcome.ts";
import type { CheckedTable } from "../../intake/protocol.ts";

/** One line of the list. */
export interface RowLine {
  readonly key: string;
  readonly problem: Problem;
  readonly finding: CheckFinding | null;
  /** `mended`: its repair was accepted. */
  readonly kind: "refused" | "ask" | "tell" | "mended";
}

const sameProblem = (a: Problem, b: Problem) =>
  a.code === b.code && a.row === b.row && (a.field ?? "") === (b.field ?? "");

/**
 * Refused first, then what a person should look at, then what is worth knowing, each by row; what was mended stays
 * where it was. A finding that is the reason of a refusal stands with it and not a second time. `late`: refused by the plan itself.
 */
export function rowLines(
  { rejected, findings }: CheckedTable,
  late: readonly Problem[],
  repairs: readonly CheckFinding[],
): readonly RowLine[] {
  const taken = new Set(repairs.map(({ id }) => id));
  const open = new Map<string, CheckFinding[]>();
  const keyOf = ({ code, row }: Problem) => `${code} ${row}`;
  for (const finding of findings) {
    if (taken.has(finding.id)) continue;
    const key = keyOf(finding.problem);
    const same = open.get(key);
    if (same) same.push(finding);
    else open.set(key, [finding]);
  }
  // The first of each row: thousands of rows can be refused, and each is looked up once.
  const twins = new Map<number | undefined, CheckFinding>();
  for (const each of findings) {
    const { code, row } = each.problem;
    if (code === "check.same-id" && !twins.has(row)) twins.set(row, each);
  }
  const used = new Set<CheckFinding>();
  const keys = new Set<string>();
  const refused = [...rejected, ...late].map((problem, at): RowLine => {
    const finding = open
      .get(keyOf(problem))
      ?.find((each) => !used.has(each) && sameProblem(each.problem, problem));
    if (finding) used.add(finding);
    // The plan refuses the second row of an id, and the check finds the same of it: said once.
    const twin = twins.get(problem.row);
    if (twin) used.add(twin);
    // The same line has the same key whatever else is refused.
    const plain = `refused ${problem.code} ${problem.row} ${problem.field ?? ""}`;
    const key = finding?.id ?? (keys.has(plain) ? `${plain} ${at}` : plain);
    keys.add(key);
    return { key, problem, finding: finding ?? null, kind: "refused" };
  });
  const line = (finding: CheckFinding, kind: RowLine["kind"]): RowLine => ({
    key: finding.id,
    problem: finding.problem,
    finding,
    kind,
  });
  const others = findings.filter((each) => !used.has(each) && !taken.has(each.id));
  const mended = (weight: CheckFinding["weight"]) =>
    repairs.filter((each) => each.weight === weight).map((each) => line(each, "mended"));
  const stillOpen = (weights: readonly CheckFinding["weight"][], kind: RowLine["kind"]) =>
    others.filter(({ weight }) => weights.includes(weight)).map((each) => line(each, kind));
  return [
    ...inOrder([...refused, ...mended("stops")]),
    ...inOrder([...stillOpen(["stops", "ask"], "ask"), ...mended("ask")]),
    ...inOrder([...stillOpen(["tell"], "tell"), ...mended("tell")]),
  ];
}

/** By row, so that a line keeps its place, and its focus, when its repair is accepted or taken back. */
function inOrder(lines: RowLine[]): RowLine[] {
  const rowOf = ({ problem, finding }: RowLine) => problem.row ?? finding?.rows[0] ?? Infinity;
  return lines.sort((a, b) => {
    const [x, y] = [rowOf(a), rowOf(b)];
    return x === y ? 0 : x - y;
  });
}

/** Findings whose repair could be accepted, by what the repair does. */
export function repairsByCode(lines: readonly RowLine[]): ReadonlyMap<string, readonly CheckFinding[]> {
  const byCode = new Map<string, CheckFinding[]>();
  for (const { finding, kind } of lines) {
    if (!finding?.repair || kind === "mended") continue;
    const same = byCode.get(finding.repair.code);
    if (same) same.push(finding);
    else byCode.set(finding.repair.code, [finding]);
  }
  return byCode;
}
