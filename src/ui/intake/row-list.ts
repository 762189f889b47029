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
 * Refused first, then what a person should look at, what was mended, what is worth knowing. A finding that is the
 * reason of a refusal stands with it and not a second time. `late`: refused by the plan itself.
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
    open.set(key, [...(open.get(key) ?? []), finding]);
  }
  const used = new Set<CheckFinding>();
  const refused = [...rejected, ...late].map((problem, at): RowLine => {
    const finding = open
      .get(keyOf(problem))
      ?.find((each) => !used.has(each) && sameProblem(each.problem, problem));
    if (finding) used.add(finding);
    return { key: `refused ${at}`, problem, finding: finding ?? null, kind: "refused" };
  });
  const line = (finding: CheckFinding, kind: RowLine["kind"]): RowLine => ({
    key: finding.id,
    problem: finding.problem,
    finding,
    kind,
  });
  const others = findings.filter((each) => !used.has(each) && !taken.has(each.id));
  return [
    ...refused,
    ...others.filter(({ weight }) => weight !== "tell").map((each) => line(each, "ask")),
    ...repairs.map((each) => line(each, "mended")),
    ...others.filter(({ weight }) => weight === "tell").map((each) => line(each, "tell")),
  ];
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
