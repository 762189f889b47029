/** What the different values of a column mean, while a person decides it. Pure. */
import type { ValueMeaning } from "../../core/intake/meaning.ts";
import type { ValueCount } from "../../intake/protocol.ts";

/** What `given` means in the draft; `otherwise` where the draft says nothing of it. Null: not known. */
export function meansOf(draft: ValueMeaning | null, given: string, otherwise: string | null): string | null {
  if (draft?.kind !== "words") return otherwise;
  const found = draft.means.find(([value]) => value === given);
  return found ? found[1] : otherwise;
}

/** The draft with another meaning of `given`; every value of the column is then said. */
export function withMeaning(
  values: readonly ValueCount[],
  draft: ValueMeaning | null,
  given: string,
  means: string | null,
): ValueMeaning {
  return {
    kind: "words",
    means: values.map((each) => [
      each.given,
      each.given === given ? means : meansOf(draft, each.given, each.means),
    ]),
  };
}
