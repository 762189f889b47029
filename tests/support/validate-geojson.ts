/** An independent reading of RFC 7946: `@mapbox/geojsonhint`, which brings no types. */
import { createRequire } from "node:module";

interface Hint {
  readonly message: string;
  readonly line?: number;
  readonly level?: string;
}
const { hint } = createRequire(import.meta.url)("@mapbox/geojsonhint") as {
  hint(text: string, options: { noDuplicateMembers: boolean; precisionWarning: boolean }): readonly Hint[];
};

/** What the validator has to say; nothing for a file that is right. */
export function hintsOf(text: string): readonly Hint[] {
  return hint(text, { noDuplicateMembers: true, precisionWarning: false });
}
