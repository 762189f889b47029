/** One tab writes. The lock is the browser's own: it is free the moment its tab is gone, however it went. */

const NAME = "ancu-plan";

/** Gives the lock back. */
export type Release = () => void;

/** Takes the lock when nobody has it; null when another tab does. A browser without locks has one tab at a time. */
export function takeLock(): Promise<Release | null> {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((answer, refuse) => {
    const held = navigator.locks.request(NAME, { ifAvailable: true }, (lock) => {
      if (!lock) {
        answer(null);
        return;
      }
      return new Promise<void>((free) => {
        answer(free);
      });
    });
    held.catch(refuse);
  });
}

/** Calls `gone` once, when nobody has the lock any more. The returned function stops waiting. */
export function whenFree(gone: () => void): () => void {
  const waiting = new AbortController();
  navigator.locks
    ?.request(NAME, { signal: waiting.signal }, () => {
      // Let go at once, so that every waiting tab is told; whoever opens the plan first becomes the writer.
      gone();
    })
    .catch((error: unknown) => {
      if (!waiting.signal.aborted) throw error;
    });
  return () => waiting.abort();
}
