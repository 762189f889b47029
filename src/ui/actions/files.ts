/** Files that were chosen or dropped: plans are opened, everything else waits to be looked at. */
import { maybePlan } from "../intake/accepts.ts";
import { followWaiting, takeIn } from "../intake/read.ts";
import { useView, view } from "../store.ts";
import { showTab } from "./look.ts";
import { createPlan, openPlanFile } from "./open.ts";

useView.subscribe((now, before) => {
  if (before.waiting.length > 0 && now.waiting.length === 0) followWaiting();
});

/**
 * Takes in files in the order given. A GeoPackage that is no plan waits with the others. Without an open plan a
 * new one is made, named `planName`.
 */
export async function takeFiles(files: readonly File[], planName: string): Promise<void> {
  const others: File[] = [];
  for (const file of files) {
    if (!maybePlan(file.name) || (await openPlanFile(file, "or-data")) === "data") others.push(file);
  }
  if (others.length === 0) return;
  if (!view().plan && !(await createPlan(planName))) return;
  if (view().plan?.readOnly) return;
  showTab("data");
  takeIn(others);
}
