import { alone, type Crew } from "../../core/screening/crew.ts";
import { twoThreads } from "./two-threads.ts";

/**
 * Two threads where the page is cross-origin isolated (our own server says so in its headers) and the machine
 * has a second core; else this thread alone, which gives the same answers.
 */
export function startCrew(): Crew {
  if (!globalThis.crossOriginIsolated || navigator.hardwareConcurrency < 2) return alone;
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "crew" });
  let ready = false;
  worker.onmessage = () => {
    ready = true;
  };
  worker.onerror = () => {
    ready = false;
  };
  return twoThreads({ ready: () => ready, post: (task) => worker.postMessage(task) });
}
