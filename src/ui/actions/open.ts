/** Opens, makes and closes plans; the page's address follows, so that loading it again opens the same plan. */
import type { Outcome, Problem } from "../../core/outcome.ts";
import type { PlanInfo } from "../../plan/protocol.ts";
import { services } from "../services.ts";
import { NOTHING_OPEN, setView, view } from "../store.ts";
import { download } from "./download.ts";
import { lookWhenComputed } from "./look.ts";
import { refreshRules } from "./screen.ts";
import { type Damaged, refreshStorage } from "./storage.ts";
import { tellDone, tellNotes, tellProblem } from "./tell.ts";

/** The id under which the made-up area is opened. */
export const DEMO = "demo";

/** Lists the plans kept in this browser. */
export async function refreshKept(): Promise<void> {
  setView({ kept: await services().plan.list() });
  void refreshStorage();
}

/** Opens a kept plan, or the demo. */
export function openPlan(id: string): Promise<boolean> {
  return opening(
    () => services().plan.open(id),
    (problem) => ({ from: "kept", id, problem }),
  );
}

/** Opens what the page's address names (`?plan=demo`, `?plan=<id>`), if it names anything. */
export async function openFromAddress(): Promise<void> {
  const id = new URL(location.href).searchParams.get("plan");
  if (id !== null && !(await openPlan(id))) writeAddress(null);
}

/** Makes an empty plan and opens it. */
export function createPlan(name: string): Promise<boolean> {
  return opening(() => services().plan.create(name));
}

/**
 * Takes in a `.gpkg` file and opens it. `or-data`: one that is no plan is not refused but answered with `data`, for
 * whoever can do something else with it.
 */
export async function openPlanFile(file: File, or?: "or-data"): Promise<boolean | "data"> {
  let data = false;
  const opened = await opening(
    async () => services().plan.openFile(file.name, new Uint8Array(await file.arrayBuffer())),
    (problem) => ({ from: "file", file, problem }),
    ({ code }) => {
      data = or === "or-data" && code === "plan.not-a-plan";
      return data;
    },
  );
  return data ? "data" : opened;
}

/** Goes back to the start page. The plan stays kept. */
export async function closePlan(): Promise<void> {
  await services().plan.close();
  setView({ ...NOTHING_OPEN, notice: null });
  writeAddress(null);
  await refreshKept();
}

/** Removes a kept plan from this browser. */
export async function discardPlan(id: string): Promise<void> {
  const outcome = await services().plan.discard(id);
  if (!outcome.ok) tellProblem(outcome.problem);
  await refreshKept();
}

/** Writes the open plan as a `.gpkg` file into the downloads folder. */
export async function saveCopy(): Promise<void> {
  const info = view().plan;
  const outcome = await services().plan.copy();
  if (!outcome.ok) return tellProblem(outcome.problem);
  download(outcome.value, `${info?.name ?? "an-cu"}.gpkg`, "application/geopackage+sqlite3");
  tellDone("data.copy.done");
}

/**
 * Opens a plan by whatever way and shows it. Refused: that is said, and the plan that was open stays. `damaged`
 * names what could still be read of one that is damaged: then a dialog offers it. `otherwise`: true when the caller
 * does something about the problem itself.
 */
export async function opening(
  open: () => Promise<Outcome<PlanInfo>>,
  damaged?: (problem: Problem) => Damaged,
  otherwise?: (problem: Problem) => boolean,
): Promise<boolean> {
  const { totals, legend, computed, plan: before } = view();
  // Emptied first, because the new plan's totals may be told before the answer comes.
  setView({ opening: true, notice: null, totals: null, legend: null });
  try {
    const outcome = await open();
    if (!outcome.ok) {
      setView({ totals, legend });
      if (otherwise?.(outcome.problem)) return false;
      if (damaged && outcome.problem.code === "plan.damaged") {
        setView({ damaged: damaged(outcome.problem), dialog: "rescue" });
      } else tellProblem(outcome.problem);
      return false;
    }
    const { totals: newTotals, legend: newLegend, selection } = view();
    const same = before === null || before.id === outcome.value.id;
    setView({ ...NOTHING_OPEN, totals: newTotals, legend: newLegend, selection: same ? selection : null });
    setView({ plan: outcome.value });
    writeAddress(outcome.value.id);
    await refreshRules();
    lookWhenComputed(computed);
    await refreshKept();
    tellNotes(outcome.notes);
    return true;
  } finally {
    setView({ opening: false });
  }
}

function writeAddress(id: string | null): void {
  const url = new URL(location.href);
  if (id === null) url.searchParams.delete("plan");
  else url.searchParams.set("plan", id);
  history.replaceState(null, "", url);
}
