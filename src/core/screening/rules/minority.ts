/** A: the ethnic group is known and is not a majority group. */
import { criterion } from "../criterion.ts";
import { CLEAR, HIT, UNKNOWN } from "../finding.ts";

/**
 * No ethnicity is "unknown". Names are compared as whole names, without regard to capitals, outer blanks and
 * Unicode form; "Kinh" and "KINH" are one group, nothing else is folded.
 */
export const minority = criterion(
  "minority",
  ({ households }, { majority }) => {
    const names = new Set(majority.map(plain));
    const states = households.ethnicity.values.map((name) => (names.has(plain(name)) ? CLEAR : HIT));
    return statesOf(households.ethnicity.index, Uint8Array.from([UNKNOWN, ...states]));
  },
  "householdMemo",
);

/** The state of each row's value; the first state is that of a row without one. */
function statesOf(index: Int32Array, states: Uint8Array): Uint8Array {
  const out = new Uint8Array(index.length);
  for (let i = 0; i < out.length; i++) out[i] = states[index[i]! + 1]!;
  return out;
}

function plain(name: string): string {
  return name.normalize("NFC").trim().toLowerCase();
}
