/** Rules: the saved ones, the draft that is being tried, and the screening under the draft. */
import type { Rules } from "../../core/screening/rule-set.ts";
import { sameRules } from "../../core/screening/same-rules.ts";
import { services } from "../services.ts";
import { setView, view } from "../store.ts";
import { run } from "./run.ts";
import { tell } from "./tell.ts";

let asked = 0;

/** Reads the plan's own rules again; a draft that has become equal to them is no draft any more. */
export async function refreshRules(): Promise<void> {
  const rules = await services().plan.rules();
  const { draft } = view();
  setView({ rules, draft: draft && sameRules(rules, draft) ? null : draft });
}

/** Tries other rules: the panel shows them at once, the numbers follow. */
export function tryRules(draft: Rules): void {
  const { rules } = view();
  setView({ draft: rules && sameRules(draft, rules) ? null : draft });
  services().map?.setMinLevel(draft.hazard?.minLevel ?? 6);
  void screenDraft();
}

/** Screens under the draft (or the saved rules again). A newer call replaces one that waits. */
export async function screenDraft(): Promise<void> {
  const { draft, rules } = view();
  const wanted = draft ?? rules;
  if (!wanted) return;
  asked += 1;
  const mine = asked;
  setView({ screening: true });
  const totals = await services().compute.screen(wanted);
  if (mine !== asked) return;
  setView(totals ? { totals, screening: false } : { screening: false });
  if (totals) {
    const { yes, unknown, no } = totals.total;
    tell("screening.live", { yes, unknown, no });
  }
}

/** Throws the draft away. */
export function resetRules(): void {
  const { rules } = view();
  if (rules) tryRules(rules);
}

/** Writes the draft into the plan. */
export async function saveRules(): Promise<void> {
  const { draft } = view();
  if (draft && (await run("rules.set", { rules: draft }))) await refreshRules();
}
