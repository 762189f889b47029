/** Whether the browser still has room, asked before something is written. */

/** Room that must be left for the journal and the next few commands. */
const SPARE_BYTES = 8 * 1024 * 1024;
/** A file taken in becomes rows, indexes and for a moment a journal. */
const TIMES = 3;

/** True when about this many bytes of a file can be taken in. A browser that does not tell is believed to have room. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  const told = await navigator.storage?.estimate?.();
  if (told?.quota === undefined || told.usage === undefined) return true;
  return told.quota - told.usage > SPARE_BYTES + TIMES * bytes;
}
