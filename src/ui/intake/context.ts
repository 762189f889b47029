/** Tells the intake worker what the plan knows, once per plan and whenever that may have changed. */
import { services } from "../services.ts";
import { setView, view } from "../store.ts";
import { intake, intakeTurn } from "./worker-link.ts";

let told = "";

/** To be called before files are read; costs nothing when nothing has changed. */
export async function giveContext(): Promise<void> {
  const { plan, versions } = view();
  const now = `${intakeTurn()} ${plan?.id} ${versions.layer} ${versions.household}`;
  if (now === told) return;
  const turn = intakeTurn();
  const knowledge = await services().plan.intakeKnowledge();
  if (turn !== intakeTurn()) return;
  setView({ remembered: knowledge.remembered });
  await intake().setContext(knowledge);
  told = now;
}
