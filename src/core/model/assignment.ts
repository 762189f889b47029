/** Which site a household goes to. */
import type { IsoDate } from "../units.ts";

export interface HouseholdAssignment {
  readonly householdId: string;
  readonly siteId: string;
  /** Chosen by a person: the program leaves it where it is. */
  readonly fixed: boolean;
  readonly on: IsoDate;
  readonly note: string | null;
}
