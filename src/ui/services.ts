/**
 * Joins the plan worker, the compute worker and the map. Data of households goes from plan to compute over
 * their own port; here only small answers pass. One set for the whole page.
 */
import { startCompute } from "../compute/client.ts";
import { startIntake } from "../intake/client.ts";
import type { PlanMap } from "../map/plan-map.ts";
import { startPlan } from "../plan/client.ts";
import { hearCompute, hearPlan } from "./actions/hear.ts";
import { hearProgress } from "./intake/progress.ts";
import { intakeStarts } from "./intake/worker-link.ts";

/** What actions and components ask. `map` is null until the map's place is on the page. */
export interface Services {
  readonly plan: ReturnType<typeof startPlan>;
  readonly compute: ReturnType<typeof startCompute>;
  map: PlanMap | null;
}

let started: Services | null = null;

/** Starts both workers and ties them together. Called once, before the first render. */
export function startServices(): Services {
  if (started) return started;
  const plan = startPlan({ demoUrl: new URL("demo/demo.gpkg", document.baseURI).href });
  const compute = startCompute();
  started = { plan, compute, map: null };
  intakeStarts(() => startIntake(document.baseURI, hearProgress));
  plan.subscribe(hearPlan);
  compute.subscribe(hearCompute);
  const { port1, port2 } = new MessageChannel();
  plan.connectCompute(port1);
  void compute.connect(port2);
  return started;
}

/** The started services. Throws when nobody started them: a fault in our own code. */
export function services(): Services {
  if (!started) throw new Error("services() was asked before startServices()");
  return started;
}
