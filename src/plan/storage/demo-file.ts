/** The demo plan's file, from our own origin. */
import { fail, type Outcome, ok } from "../../core/outcome.ts";
import { bytesToKeep, openBytes } from "../plan-file.ts";
import type { Sqlite3Static } from "../sqlite.ts";

/** Fetches and examines it. `plan.not-fetched`: it is not there, or what is there is not a plan. */
export async function fetchDemo(sqlite: Sqlite3Static, url: string): Promise<Outcome<Uint8Array>> {
  try {
    const response = await fetch(url);
    if (!response.ok) return fail("plan.not-fetched");
    const bytes = new Uint8Array(await response.arrayBuffer());
    const checked = openBytes(sqlite, bytes, "demo.gpkg");
    if (!checked.ok) return fail("plan.not-fetched");
    const kept = bytesToKeep(sqlite, checked.value, bytes);
    checked.value.close();
    return ok(kept);
  } catch (error) {
    // `fetch` and `arrayBuffer` say with a TypeError that the network failed; anything else is our own fault.
    if (error instanceof TypeError) return fail("plan.not-fetched");
    throw error;
  }
}
