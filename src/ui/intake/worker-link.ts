/**
 * The intake worker as the page holds it: started when the first file comes, ended when nothing waits any more or
 * when a person stops it. Calls to an ended worker are never answered; `turn` tells answers of an earlier one.
 */
import type { IntakeApi } from "../../intake/protocol.ts";

/** Calls to the worker, and its end. */
export type IntakeReader = IntakeApi & { stop(): void };

let start: (() => IntakeReader) | null = null;
let running: IntakeReader | null = null;
let turn = 0;

/** How to start it. Called once, before the first file. */
export function intakeStarts(how: () => IntakeReader): void {
  start = how;
}

/** The running worker; starts it when there is none. */
export function intake(): IntakeReader {
  if (!start) throw new Error("A file came before intakeStarts()");
  running ??= start();
  return running;
}

/** Counts the ends: an answer that was asked for in another turn is of a worker that is gone. */
export function intakeTurn(): number {
  return turn;
}

/** Ends the worker with everything it held. */
export function endIntake(): void {
  running?.stop();
  running = null;
  turn++;
}
