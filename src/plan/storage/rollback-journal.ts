/**
 * The last committed state of a database, from its file and its rollback journal alone. The engine does this by
 * itself when it opens a file; here it is for a file that the engine cannot write any more, while what was saved
 * must still be handed out. Format: https://www.sqlite.org/fileformat2.html#the_rollback_journal
 */

/** First bytes of a rollback journal that still has something to take back. */
export const JOURNAL_MAGIC: readonly number[] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
const HEADER_BYTES = 28;
/** The record count "as many as the file holds". */
const UNCOUNTED = 0xffffffff;

/** True when the journal holds a change that was not finished. */
export function isUnfinished(journal: Uint8Array): boolean {
  return JOURNAL_MAGIC.every((byte, i) => journal[i] === byte);
}

/** The file as it was before the unfinished change; the file itself when there is none. Neither input is changed. */
export function asCommitted(file: Uint8Array, journal: Uint8Array | null): Uint8Array {
  if (!journal || !isUnfinished(journal)) return file;
  const view = new DataView(journal.buffer, journal.byteOffset, journal.byteLength);
  const u32 = (at: number): number => view.getUint32(at);
  const [pages, sector, pageSize] = [u32(16), u32(20), u32(24)];
  if (pageSize < 512 || sector < 32) return file;
  const before = new Uint8Array(pages * pageSize);
  before.set(file.subarray(0, before.length));
  const record = pageSize + 8;
  for (let at = 0; at + HEADER_BYTES <= journal.length && isUnfinished(journal.subarray(at)); ) {
    const nonce = u32(at + 12);
    const fits = Math.floor((journal.length - at - sector) / record);
    // Zero records were counted when nothing of the change has reached the file yet.
    const count = u32(at + 8) === UNCOUNTED ? fits : Math.min(u32(at + 8), fits);
    let r = at + sector;
    for (let i = 0; i < count; i++, r += record) {
      const page = journal.subarray(r + 4, r + 4 + pageSize);
      if (checksum(nonce, page) !== u32(r + 4 + pageSize)) return before;
      const place = (u32(r) - 1) * pageSize;
      if (place >= 0 && place < before.length) before.set(page, place);
    }
    if (count === 0) break;
    at = Math.ceil(r / sector) * sector;
  }
  return before;
}

/** The journal's own checksum of a page: every two-hundredth byte from the end, added to the nonce. */
function checksum(nonce: number, page: Uint8Array): number {
  let sum = nonce;
  for (let i = page.length - 200; i > 0; i -= 200) sum = (sum + page[i]!) >>> 0;
  return sum;
}
