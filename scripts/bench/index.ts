/** Every bench. To add one: its file, its line here. */
import type { Bench } from "./contest.ts";

import { overlay } from "./overlay.ts";


export const BENCHES: readonly Bench[] = [overlay];
