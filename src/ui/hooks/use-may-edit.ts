/** Whether the open plan may be changed here and now. Where not, edit controls are gone, not grey. */
import { useView } from "../store.ts";

/** False when nothing is open, when the plan is read-only, or when a write failed. */
export function useMayEdit(): boolean {
  return useView(({ plan, save }) => plan !== null && plan.readOnly === null && save.state !== "not-saved");
}
