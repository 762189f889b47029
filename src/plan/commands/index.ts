/** Every command. To add one: its file, its line here, its input in `protocol.ts`, its sentence in `src/text`. */
import type { CommandName } from "../protocol.ts";
import { assignmentFix } from "./assignment-fix.ts";
import { assignmentsSet } from "./assignments-set.ts";
import { baselineExtend } from "./baseline-extend.ts";
import { baselineFreeze } from "./baseline-freeze.ts";
import type { Command } from "./command.ts";
import { decisionRecord } from "./decision-record.ts";
import { eventAdd } from "./event-add.ts";
import { eventCorrect } from "./event-correct.ts";
import { eventRemove } from "./event-remove.ts";
import { eventsAdd } from "./events-add.ts";
import { eventsImport } from "./events-import.ts";
import { householdAdd } from "./household-add.ts";
import { householdEdit } from "./household-edit.ts";
import { householdsImport } from "./households-import.ts";
import { householdsUpdate } from "./households-update.ts";
import { layerImport } from "./layer-import.ts";
import { layerRemove } from "./layer-remove.ts";
import { planRename } from "./plan-rename.ts";
import { rasterImport } from "./raster-import.ts";
import { rasterRemove } from "./raster-remove.ts";
import { rulesSet } from "./rules-set.ts";
import { siteAdd } from "./site-add.ts";
import { siteDescribe } from "./site-describe.ts";
import { siteRemove } from "./site-remove.ts";
import { siteReshape } from "./site-reshape.ts";

export const COMMANDS: { readonly [K in CommandName]: Command<K> } = {
  "site.add": siteAdd,
  "site.reshape": siteReshape,
  "site.describe": siteDescribe,
  "site.remove": siteRemove,
  "event.add": eventAdd,
  "event.remove": eventRemove,
  "events.add": eventsAdd,
  "events.import": eventsImport,
  "rules.set": rulesSet,
  "plan.rename": planRename,
  "baseline.freeze": baselineFreeze,
  "event.correct": eventCorrect,
  "baseline.extend": baselineExtend,
  "decision.record": decisionRecord,
  "household.add": householdAdd,
  "household.edit": householdEdit,
  "layer.remove": layerRemove,
  "layer.import": layerImport,
  "assignments.set": assignmentsSet,
  "assignment.fix": assignmentFix,
  "raster.import": rasterImport,
  "raster.remove": rasterRemove,
  "households.import": householdsImport,
  "households.update": householdsUpdate,
};
