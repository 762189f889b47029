/** How much room the browser gives, asked before something is written and told to the person. */

/** Room that must be left for the journal and the next few commands. */
const SPARE_BYTES = 8 * 1024 * 1024;
/** A file taken in becomes rows, indexes and for a moment a journal. */
const TIMES = 3;
/** Room is short when less is left than the spare and this many times the open plan: a change of all of it, and a copy. */
const LOW_TIMES = 2;

/** What the browser says. Null: it does not say. Bytes. */
export interface Room {
  readonly usage: number | null;
  readonly quota: number | null;
  /** Whether it promised not to clear our files by itself. */
  readonly persisted: boolean | null;
}

/** Asks the browser. Never throws: a browser that refuses to answer has not said anything. */
export async function readRoom(): Promise<Room> {
  const storage = globalThis.navigator?.storage;
  const told = await quietly(storage?.estimate?.());
  return {
    usage: told?.usage ?? null,
    quota: told?.quota ?? null,
    persisted: (await quietly(storage?.persisted?.())) ?? null,
  };
}

/** True when about this many bytes of a file can be taken in. A browser that does not tell is believed to have room. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  return leaves(await readRoom(), SPARE_BYTES + TIMES * bytes);
}

/** True when a copy of this size can be laid beside a plan, and the plan can still be changed afterwards. */
export async function hasRoomForCopy(bytes: number): Promise<boolean> {
  return leaves(await readRoom(), SPARE_BYTES + LOW_TIMES * bytes);
}

/** True when room is getting short for a plan of this size: the next change and one copy might not fit. */
export function isLow(room: Room, planBytes: number): boolean {
  return !leaves(room, SPARE_BYTES + LOW_TIMES * planBytes);
}

function leaves({ usage, quota }: Room, bytes: number): boolean {
  return usage === null || quota === null || quota - usage > bytes;
}

async function quietly<T>(asked: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await asked;
  } catch {
    return undefined; // the question itself was refused (private window): the same as not knowing
  }
}
