/** Every bench. To add one: its file, its line here. */
import type { Bench } from "./contest.ts";
import { intake } from "./intake.ts";
import { nearest } from "./nearest.ts";
import { open } from "./open.ts";
import { overlay } from "./overlay.ts";
import { peers } from "./peers.ts";
import { plan } from "./plan.ts";
import { scatter } from "./scatter.ts";
import { slider } from "./slider.ts";
import { tiles } from "./tiles.ts";

/** In the order in which they are told. */
export const BENCHES: readonly Bench[] = [
  overlay,
  nearest,
  scatter,
  open,
  intake,
  tiles,
  slider,
  plan,
  peers,
];
