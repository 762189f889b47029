/** Where the members of a baseline are counted. */
import type { Baseline } from "../model/event.ts";

/**
 * The unit a household of a baseline is counted in: the one it was in when the baseline was frozen, so that past
 * figures do not move with it; null when it was in none.
 */
export interface ProgressPlace {
  readonly unitCode: string | null;
  readonly unitName: string | null;
  /** Former district, null when not known. */
  readonly district: string | null;
}

/** One household of a baseline, once however often it is listed. */
export interface Member {
  readonly id: string;
  /** Undefined: in no unit. */
  readonly place: ProgressPlace | undefined;
  /** The day it was added to the frozen list; null: frozen with it. */
  readonly addedOn: string | null;
}

/**
 * Every household of a baseline: the frozen ones, then the additions, those by date. `present` says where a
 * household is now, for a baseline frozen by an earlier form of the file.
 */
export function membersOf(baseline: Baseline, present: (id: string) => ProgressPlace | undefined): Member[] {
  const { householdIds, place, places, additions } = baseline;
  const seen = new Set<string>();
  const members: Member[] = [];
  const add = (member: Member) => {
    if (seen.has(member.id)) return;
    seen.add(member.id);
    members.push(member);
  };
  householdIds.forEach((id, i) => {
    add({ id, place: place ? places[place[i]!] : present(id), addedOn: null });
  });
  const byDate = [...additions].sort((a, b) => (a.on < b.on ? -1 : +(a.on > b.on)));
  for (const { householdId, on, place: at } of byDate) {
    add({ id: householdId, place: places[at], addedOn: on });
  }
  return members;
}
