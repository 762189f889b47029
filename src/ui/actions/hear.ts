/** What the workers say without being asked, written into the store. */
import type { ComputeEvent } from "../../compute/protocol.ts";
import { sameRules } from "../../core/screening/same-rules.ts";
import type { Change, PlanEvent } from "../../plan/protocol.ts";
import { services } from "../services.ts";
import { setView, view } from "../store.ts";
import { refreshRules, screenDraft } from "./screen.ts";
import { tell } from "./tell.ts";

/** Takes in an event of the plan worker. */
export function hearPlan(event: PlanEvent): void {
  switch (event.type) {
    case "changed":
      takeChange(event.change);
      break;
    case "saving":
      setView({ save: { state: "saving" } });
      break;
    case "saved":
      setView({ save: { state: "saved" }, plan: event.info });
      break;
    case "not-saved":
      setView({ save: { state: "not-saved", problem: event.problem } });
      tell("shell.save.failed");
      break;
    case "storage":
      setView({ storage: event.state });
      break;
    case "writer-gone":
      setView({ writerGone: true });
      break;
  }
}

/** Notes which tables moved, so that what was read from them is asked for again. */
export function takeChange(change: Change): void {
  const versions = { ...view().versions };
  for (const { table } of change.touched) versions[table] += 1;
  setView({ versions, plan: change.info });
  if (change.touched.some(({ table }) => table === "rule_set")) void refreshRules();
}

/** Takes in an event of the compute worker. */
export function hearCompute(event: ComputeEvent): void {
  const { computed, draft, totals } = view();
  switch (event.type) {
    case "progress":
      setView({ work: event.done < event.total ? { done: event.done, total: event.total } : null });
      break;
    case "totals": {
      const stale = draft !== null && !sameRules(event.totals.rules, draft);
      if (stale && totals?.revision !== event.totals.revision) void screenDraft();
      setView({ totals: event.totals, computed: computed + 1, work: null });
      break;
    }
    case "tiles":
      services().map?.refresh(event.sources, event.within);
      setView({ computed: computed + 1 });
      break;
    case "legend":
      setView({ legend: event });
      break;
    case "failed":
      setView({ notice: { kind: "problem", problem: event.problem }, work: null });
      break;
  }
}
