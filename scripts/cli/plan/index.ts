/** Every `plan` command. */
import type { Command } from "../command.ts";
import { planAssign } from "./assign.ts";
import { planBaseline } from "./baseline.ts";
import { planCheck } from "./check.ts";
import { planEvent } from "./event.ts";
import { planHistory } from "./history.ts";
import { planImport } from "./import.ts";
import { planMerge } from "./merge.ts";
import { planNew } from "./new.ts";
import { asCommand } from "./plan-command.ts";
import { planProgressCommand } from "./progress.ts";
import { planRasters } from "./rasters.ts";
import { planScreen } from "./screen.ts";
import { planSites } from "./sites.ts";
import { planRedo, planUndo } from "./turn.ts";

export const PLAN_COMMANDS: readonly Command[] = [
  planNew,
  planImport,
  planRasters,
  planScreen,
  planSites,
  planAssign,
  planBaseline,
  planEvent,
  planProgressCommand,
  planHistory,
  planUndo,
  planRedo,
  planCheck,
  planMerge,
].map(asCommand);
