/** What a person lets a list of households do to the register, and what stands against it. Pure. */
import type { RegisterUpdate } from "../../plan/protocol.ts";
import type { Said } from "./waiting.ts";

export type RegisterWay = "add" | "update" | "replace";

/** Added, until a person says otherwise. */
export function wayOf({ replace, update }: Pick<Said, "replace" | "update">): RegisterWay {
  return replace ? "replace" : update ? "update" : "add";
}

/** How many ids of the list are in the register already: those cannot be added. */
export function idsTaken({ changed, same }: Pick<RegisterUpdate, "changed" | "same">): number {
  return changed + same;
}
