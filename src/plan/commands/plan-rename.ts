/** Gives the plan another name. */
import { command } from "./command.ts";
import { badInput, isText, tidy } from "./input.ts";

/** `plan.rename` */
export const planRename = command({
  name: "plan.rename",
  blocked(_plan, { name }) {
    return isText(name) ? null : badInput("name");
  },
  run(plan, { name }) {
    plan.update("plan", "name", { value: tidy(name) });
    return { values: { name: tidy(name) } };
  },
});
