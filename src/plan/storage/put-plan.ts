/** Lays the bytes of a plan on the shelf. */
import { fail, type Outcome, ok } from "../../core/outcome.ts";
import { hasRoomFor } from "./room.ts";
import type { Shelf } from "./shelf.ts";

/** What may stand in the name of a kept file. */
const SAFE_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** The wanted name when it can be one and is free, else a new one: a copy of a kept plan is a plan of its own. */
export function freeId(shelf: Shelf, wanted: string): string {
  return SAFE_ID.test(wanted) && !shelf.has(wanted) ? wanted : crypto.randomUUID();
}

/** Keeps the bytes under a free name. Refused: `plan.full`, `plan.write-failed`; then nothing is kept. */
export async function putPlan(shelf: Shelf, id: string, bytes: Uint8Array): Promise<Outcome<null>> {
  if (shelf.lasting && !(await hasRoomFor(bytes.length))) return fail("plan.full");
  try {
    await shelf.add(id, bytes);
    return ok(null);
  } catch (error) {
    // The browser refused the bytes: whatever its reason, the plan is not kept and that is what matters here.
    console.error(error);
    return fail("plan.write-failed");
  }
}
