/** The name a new site starts with. */
import { say } from "../../text/say.ts";
import { services } from "../services.ts";
import { view } from "../store.ts";

/** “Điểm 4” when the plan has three sites; passes over names that are taken. */
export async function nextSiteName(): Promise<string> {
  const taken = new Set((await services().plan.sites()).map(({ name }) => name));
  for (let n = taken.size + 1; ; n++) {
    const name = say(view().language, "placement.new-name", { n });
    if (!taken.has(name)) return name;
  }
}
