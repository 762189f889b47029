/** Headings of the parts of a table: "Xã Cư Pui" alone in a row, "I | Xã Cư Pui | 120". */
import { headingLevel, isPartLetter, isPartNumber, LETTER_HEADING, OTHER_HEADING } from "./heading-words.ts";
import { hasContent, isNumberLike, lineText, type Merge, type SheetView } from "./sheet-view.ts";

export interface Heading {
  readonly level: number;
  readonly text: string;
}

/** The first cell with content from a column on, null when it is no text. */
export function nextText(view: SheetView, at: number, from: number): string | null {
  for (let column = from; column < view.width; column++) {
    const value = view.value(at, column);
    if (hasContent(value)) return typeof value === "string" ? value : null;
  }
  return null;
}

/** Null for a row of data. `text`: its first cell. */
export function headingOf(
  view: SheetView,
  at: number,
  first: number,
  text: string,
  serial: number | null,
  width: number,
  across: ReadonlyMap<number, Merge>,
  places: ReadonlySet<number>,
): Heading | null {
  if (width < 3) return null;
  const count = view.filled(at);
  const level = (name: string) => headingLevel(name) ?? OTHER_HEADING;
  if (count === 1) {
    const merge = across.get(view.row(at));
    const merged = merge !== undefined && merge.left === first && (merge.right - first + 1) * 2 >= width;
    const ahead = serial !== null && first <= serial && !isNumberLike(text) && view.isWhole(at);
    const place = headingLevel(text) !== null && !places.has(first) && isAlone(view, at, first);
    if (!merged && !ahead && !place) return null;
    return { level: level(text), text: lineText(text) };
  }
  // "I | Xã Cư Pui | | 120 | 560": number of the part, its name, sums.
  if (serial === null || first !== serial || !isPartNumber(text)) return null;
  const name = nextText(view, at, first + 1);
  if (name === null || isNumberLike(name)) return null;
  let words = 0;
  for (let column = first; column < view.width; column++) {
    const value = view.value(at, column);
    if (hasContent(value) && !isNumberLike(value)) words++;
  }
  if (words > 1 + width / 2) return null;
  const own = level(name);
  const outer = own === OTHER_HEADING && isPartLetter(text);
  return { level: outer ? LETTER_HEADING : own, text: lineText(name) };
}

/** A place named alone in a row is a heading only where the rows around it are filled: some tables are nearly empty. */
function isAlone(view: SheetView, at: number, first: number): boolean {
  for (let near = at + 1; near < Math.min(view.count, at + 4); near++) {
    if (view.filled(near) >= 3 || view.first(near) < first) return true;
  }
  return false;
}

/** A heading holds for the rows under it up to the next of its level or of one above it. */
export function groupColumns(
  data: Uint32Array,
  marks: readonly { readonly at: number; readonly heading: Heading }[],
): (string | null)[][] {
  const levels = [...new Set(marks.map(({ heading }) => heading.level))].sort((a, b) => a - b);
  const columns = levels.map(() => new Array<string | null>(data.length).fill(null));
  const now: (string | null)[] = levels.map(() => null);
  for (let row = 0, mark = 0; levels.length > 0 && row < data.length; row++) {
    for (; mark < marks.length && marks[mark]!.at < data[row]!; mark++) {
      const { level, text } = marks[mark]!.heading;
      const place = levels.indexOf(level);
      now[place] = text;
      // What names no kind of place stands beside the others and ends none of them.
      for (let inner = place + 1; inner < levels.length; inner++) now[inner] = null;
    }
    for (let k = 0; k < levels.length; k++) columns[k]![row] = now[k]!;
  }
  return columns;
}
