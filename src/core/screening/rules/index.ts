/** Every criterion, in the order of `CRITERIA`. */
import type { Criterion } from "../criterion.ts";
import { forest } from "./forest.ts";
import { hazard } from "./hazard.ts";
import { minority } from "./minority.ts";
import { remote } from "./remote.ts";
import { scattered } from "./scattered.ts";

export const criteria: readonly Criterion[] = [minority, scattered, forest, hazard, remote];
