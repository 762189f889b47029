/** A: the ethnic group is known and is not a majority group. */
import { criterion } from "../criterion.ts";
import { CLEAR, HIT, UNKNOWN } from "../finding.ts";

/**
 * No ethnicity is "unknown". Names are compared as whole names, without regard to capitals, outer blanks and
 * Unicode form; "Kinh" and "KINH" are one group, nothing else is folded.
 */
export const minority = criterion("minority", ({ households }, { majority }) => {
  const names = new Set(majority.map(plain));
  const state = households.ethnicity.values.map((name) => (names.has(plain(name)) ? CLEAR : HIT));
  return Uint8Array.from(households.ethnicity.index, (group) => (group < 0 ? UNKNOWN : state[group]!));
});

function plain(name: string): string {
  return name.normalize("NFC").trim().toLowerCase();
}
