/** What a person decided stands beside what the rules propose: in the table, among the candidates, in exports. */
import { describe, expect, test } from "vitest";
import type { Decision, DecisionChoice } from "../../src/core/model/decision.ts";
import type { PlanSnapshot } from "../../src/core/model/snapshot.ts";
import { testEngine } from "./support/engine.ts";
import { syntheticPlan } from "./support/synthetic-plan.ts";

const made = syntheticPlan({ seed: 11, households: 400 });
const rowsOf = ({ engine }: ReturnType<typeof testEngine>) =>
  engine.page({}, { column: "id", descending: false }, 0, 1000).rows;
const before = rowsOf(testEngine(made));
const first = (eligible: string) => before.find((row) => row.eligible === eligible)!.id;
const decision = (householdId: string, choice: DecisionChoice): Decision => ({
  id: `d-${householdId}`,
  householdId,
  choice,
  reason: "họp thôn",
  person: "Y Bía",
  document: "12/BB",
  on: "2024-05-01",
});
const [proposed, unknown, not] = [first("yes"), first("unknown"), first("no")];
const decisions = [
  decision(proposed, "exclude"),
  decision(unknown, "include"),
  decision(not, "exclude"),
  decision("nobody", "include"),
];
const plan: PlanSnapshot = { ...made, decisions };
const tested = testEngine(plan);
const { engine } = tested;
const rows = rowsOf(tested);

describe("decisions", () => {
  test("the proposal and its totals stay what they are", () => {
    expect(rows.map(({ eligible }) => eligible)).toEqual(before.map(({ eligible }) => eligible));
    expect(engine.totals()?.total).toEqual(testEngine(made).engine.totals()?.total);
  });

  test("a column says them; it is filtered and counted like the others", () => {
    const said = Object.fromEntries(
      rows.filter((row) => row.decision !== "none").map((row) => [row.id, row.decision]),
    );
    expect(said).toEqual({ [proposed]: "exclude", [unknown]: "include", [not]: "exclude" });
    const filter = { columns: { decision: { kind: "choice", values: ["exclude"] } } } as const;
    const page = engine.page(filter, { column: "decision", descending: false }, 0, 10);
    expect(page.rows.map(({ id }) => id).sort()).toEqual([not, proposed].sort());
    expect(engine.choices("decision", {}).map(({ value, households }) => [value, households])).toEqual([
      ["none", 397],
      ["exclude", 2],
      ["include", 1],
    ]);
  });

  test("candidates are the proposed that are not excluded and the included", () => {
    const yes = before.filter((row) => row.eligible === "yes").map(({ id }) => id);
    const found = engine.candidates("relocation");
    expect([...found].sort()).toEqual([...yes.filter((id) => id !== proposed), unknown].sort());
    expect(engine.candidateCounts("relocation")).toEqual({
      total: yes.length,
      proposed: yes.length,
      excluded: 1,
      included: 1,
    });
  });

  test("unplanned migrants are the register's, whatever was decided", () => {
    expect(engine.candidates("migrants")).toEqual(testEngine(made).engine.candidates("migrants"));
    expect(engine.candidateCounts("migrants")).toMatchObject({ excluded: 0, included: 0 });
  });

  test("a file carries them, lists by them, and says how many they moved", () => {
    const answer = engine.exportGeoJson({ what: "to-move" });
    if (!answer.ok) throw new Error(answer.problem.code);
    const file = JSON.parse(new TextDecoder().decode(answer.value.bytes));
    expect(answer.value).toMatchObject({ rows: file.features.length, revision: plan.revision });
    const ids = file.features.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(engine.candidates("relocation"));
    const included = file.features.find(({ id }: { id: string }) => id === unknown).properties;
    expect(included).toMatchObject({
      eligible: "unknown",
      decision: "include",
      decision_reason: "họp thôn",
      decision_document: "12/BB",
      decision_on: "2024-05-01",
    });
    const { households: counts, ...ancu } = file.ancu;
    expect(ancu.byDecision).toEqual({ excluded: 1, included: 1, unknownIncluded: 1, unknownExcluded: 0 });
    expect(ancu.listed).toBe(counts.yes - 1 + 1);
    expect(ancu.unknownNotListed).toBe(counts.unknown - 1);
  });

  test("a commune's plan says who is to move after the decisions; the counts add up", () => {
    const somewhere = before.find((row) => row.eligible === "yes" && row.unitCode !== null)!;
    const { unitCode } = somewhere;
    const { engine } = testEngine({ ...made, decisions: [decision(somewhere.id, "exclude")] });
    const answer = engine.exportGeoJson({ what: "unit", unitCode: unitCode! });
    if (!answer.ok) throw new Error(answer.problem.code);
    const { ancu } = JSON.parse(new TextDecoder().decode(answer.value.bytes));
    expect(ancu.byDecision.excluded).toBe(1);
    expect(ancu.toMove).toBe(ancu.counts.yes - ancu.byDecision.excluded + ancu.byDecision.included);
  });

  test("a patch of decisions changes the answers", () => {
    const { engine: other } = testEngine(made);
    const count = other.candidates("relocation").length;
    other.take({ type: "patch", revision: 99, patch: { decisions: [decision(proposed, "exclude")] } });
    expect(other.candidates("relocation")).toHaveLength(count - 1);
    expect(other.facts(proposed)).toMatchObject({ decision: "exclude", eligible: "yes" });
    other.take({ type: "patch", revision: 100, patch: { decisions: [] } });
    expect(other.candidates("relocation")).toHaveLength(count);
  });
});
