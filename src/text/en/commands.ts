import type { commands as vi } from "../vi/commands.ts";

export const commands: Record<keyof typeof vi, string> = {
  "command.site.add": "Add site {name}",
  "command.site.reshape": "Change the outline of site {name}",
  "command.site.describe": "Change the details of site {name}",
  "command.site.remove": "Delete site {name}",
  "command.event.add": "Record what happened to household {household}",
  "command.event.remove": "Delete an event of household {household}",
  "command.events.add": "Record “{kind}” for {count} {count:household|households}",
  "command.events.import": "Record {count} {count:event|events} of households",
  "command.rules.set": "Change the screening rules",
  "command.plan.rename": "Rename the plan to {name}",
  "command.baseline.freeze": "Freeze baseline {name} ({count} {count:household|households})",
  "command.layer.remove": "Remove layer {name}",
  "command.layer.import": "Import layer {name} ({count} {count:feature|features})",
  "command.households.import": "Import {count} {count:household|households} from {file}",
};
