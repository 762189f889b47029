/** Room, automatic copies, and what can be read of a damaged plan. */
import type { Problem } from "../../core/outcome.ts";
import type { PlanCopy, Recovery } from "../../plan/protocol.ts";
import { formatDate, formatTime } from "../../text/numbers.ts";
import { say } from "../../text/say.ts";
import { services } from "../services.ts";
import { setView, view } from "../store.ts";
import { today } from "../today.ts";
import { download } from "./download.ts";
import { opening } from "./open.ts";
import { tellDone, tellProblem } from "./tell.ts";

/** What a damaged plan can be read from once more. */
export type Damaged =
  | { readonly from: "file"; readonly file: File; readonly problem: Problem }
  | { readonly from: "kept"; readonly id: string; readonly problem: Problem };

/** Asks how much room there is. */
export async function refreshStorage(): Promise<void> {
  setView({ storage: await services().plan.storage() });
}

/** Day and time of a timestamp as they are written for a person. */
export function whenWritten(timestamp: string): { readonly date: string; readonly time: string } {
  return {
    date: formatDate(today(new Date(timestamp))),
    time: formatTime(view().language, timestamp),
  };
}

/** Opens an automatic copy as a plan of its own. */
export async function openCopy(id: string, copy: PlanCopy): Promise<boolean> {
  const mark = say(view().language, "copies.mark", whenWritten(copy.at));
  if (!(await opening(() => services().plan.restore(id, copy.key, mark)))) return false;
  tellDone("copies.opened");
  return true;
}

/** Writes an automatic copy into the downloads folder. */
export async function saveCopyFile(id: string, name: string, copy: PlanCopy): Promise<void> {
  const found = await services().plan.copyBytes(id, copy.key);
  if (!found.ok) return tellProblem(found.problem);
  const file = `${name} ${copy.at.slice(0, 19).replaceAll(":", "-")}.gpkg`;
  download(found.value, file, "application/geopackage+sqlite3");
  tellDone("data.copy.done");
}

/** Reads what can be read of a damaged plan into a new one, opens it and shows what was read. */
export async function rescue(damaged: Damaged): Promise<void> {
  const { plan } = services();
  const mark = say(view().language, "rescue.mark", whenWritten(new Date().toISOString()));
  let recovery: Recovery | null = null;
  const done = await opening(async () => {
    const outcome =
      damaged.from === "kept"
        ? await plan.recoverKept(damaged.id, mark)
        : await plan.recoverFile(damaged.file.name, new Uint8Array(await damaged.file.arrayBuffer()), mark);
    if (!outcome.ok) return outcome;
    recovery = outcome.value;
    return { ...outcome, value: outcome.value.info };
  });
  if (done) setView({ recovery, dialog: "recovered", damaged: null });
  else setView({ dialog: null, damaged: null });
}
