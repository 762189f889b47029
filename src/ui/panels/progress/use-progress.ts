/** The progress reports of the panel, the chart, the table and the map: asked once, shared by all. */
import { create } from "zustand";
import type { Baseline, BaselineTarget } from "../../../core/model/event.ts";
import type { Outcome } from "../../../core/outcome.ts";
import type { ProgressReport } from "../../../core/targets/progress.ts";
import type { IsoDate } from "../../../core/units.ts";
import type { Audit } from "../../../plan/protocol.ts";
import { useAnswer } from "../../hooks/use-answer.ts";
import { services } from "../../services.ts";
import { useView } from "../../store.ts";
import { today } from "../../today.ts";

/** What is asked: not plan data, only how it is looked at. */
interface Question {
  readonly asOf: IsoDate;
  readonly target: BaselineTarget;
  readonly by: "unit" | "district";
  readonly baselineId: Readonly<Partial<Record<BaselineTarget, string>>>;
  /** The figure as it was known on this day is shown too; null: not asked for. */
  readonly knownOn: IsoDate | null;
}
export const useQuestion = create<Question>(() => ({
  asOf: today(),
  target: "relocation",
  by: "unit",
  baselineId: {},
  knownOn: null,
}));

/** Baselines of the plan, by target. */
export function useBaselines(): readonly Baseline[] | null {
  const version = useView((state) => state.versions.baseline);
  const planId = useView((state) => state.plan?.id);
  return useAnswer(() => services().plan.baselines(), [version, planId]).value;
}

/** The newest question of each target and grouping, with its answer on the way. */
const asked = new Map<string, { readonly key: string; readonly answer: Promise<Outcome<ProgressReport>> }>();

/**
 * The report of one target as of the date that is chosen; null while nothing is known. Whoever asks the same gets
 * the same answer at the same moment: a card and a table never stand beside each other with figures of two dates.
 */
export function useReport(target: BaselineTarget, by: "unit" | "district") {
  const asOf = useQuestion((state) => state.asOf);
  const baselineId = useQuestion((state) => state.baselineId[target]);
  const computed = useView((state) => state.computed);
  const versions = useView((state) => state.versions);
  const planId = useView((state) => state.plan?.id);
  const moved = [
    asOf,
    target,
    by,
    baselineId,
    computed,
    versions.event,
    versions.baseline,
    versions.target,
    planId,
  ];
  return useAnswer(() => {
    const key = JSON.stringify(moved);
    const known = asked.get(`${target} ${by}`);
    if (known?.key === key) return known.answer;
    const answer = services().compute.progress({ asOf, target, by, ...(baselineId ? { baselineId } : {}) });
    asked.set(`${target} ${by}`, { key, answer });
    return answer;
  }, moved);
}

/** The report as it was known on the day that is chosen; null when none is, or on the way. Only the total is shown of it. */
export function useKnownReport(target: BaselineTarget) {
  const { asOf, knownOn, baselineId } = useQuestion();
  const chosen = baselineId[target];
  const revision = useView((state) => state.plan?.revision);
  const planId = useView((state) => state.plan?.id);
  return useAnswer(() => {
    if (knownOn === null) return null;
    const request = { asOf, target, by: "unit" as const, ...(chosen ? { baselineId: chosen } : {}) };
    return services().plan.progressKnownOn(request, knownOn);
  }, [asOf, knownOn, target, chosen, revision, planId]);
}

/** What was changed of the past after the date that is chosen; null while it is not known. */
export function useAudit(): Audit | null {
  const asOf = useQuestion((state) => state.asOf);
  const revision = useView((state) => state.plan?.revision);
  const planId = useView((state) => state.plan?.id);
  const { value } = useAnswer(() => services().plan.audit(asOf), [asOf, revision, planId]);
  return value?.asOf === asOf ? value : null;
}
