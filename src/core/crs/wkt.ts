/** Well-known text (OGC 01-009, ISO 19162) taken apart, whatever dialect it is in. */

export interface WktNode {
  /** In capitals. */
  readonly keyword: string;
  /** Texts without their quotation marks, numbers, bare words, nodes. */
  readonly items: readonly (string | number | WktNode)[];
}

/** Longer than any definition: the rest of a text is not looked at. */
const MOST_SIGNS = 50_000;
const DEEPEST = 20;
const TOKEN =
  /\s*(?:"((?:[^"]|"")*)"|([A-Za-z_][A-Za-z0-9_]*)|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([[\](),]))/y;

/** The outermost node; null when the text is no well-known text, is cut off, or is nested deeper than any of them. */
export function parseWkt(text: string): WktNode | null {
  const source = text.slice(0, MOST_SIGNS).replace(/^\ufeff/u, "");
  TOKEN.lastIndex = 0;
  const next = () => TOKEN.exec(source);
  const first = next();
  return first?.[2] === undefined ? null : node(first[2], next, 0);
}

function node(keyword: string, next: () => RegExpExecArray | null, depth: number): WktNode | null {
  const open = next()?.[4];
  if ((open !== "[" && open !== "(") || depth > DEEPEST) return null;
  const close = open === "[" ? "]" : ")";
  const items: (string | number | WktNode)[] = [];
  // A word is a node only when a bracket follows: what comes after it decides.
  let token = next();
  while (token) {
    const [, quoted, word, number, sign] = token;
    if (sign === close) return { keyword: keyword.toUpperCase(), items };
    if (sign !== undefined && sign !== ",") return null;
    if (quoted !== undefined) items.push(quoted.replaceAll('""', '"'));
    else if (number !== undefined) items.push(Number(number));
    else if (word !== undefined) {
      const at = TOKEN.lastIndex;
      const after = next()?.[4];
      TOKEN.lastIndex = at;
      if (after === "[" || after === "(") {
        const inner = node(word, next, depth + 1);
        if (!inner) return null;
        items.push(inner);
      } else items.push(word);
    }
    token = next();
  }
  return null;
}

/** Every node of one of these keywords, outermost first. */
export function nodesOf(root: WktNode, ...keywords: readonly string[]): readonly WktNode[] {
  const inner = root.items.filter((item): item is WktNode => typeof item === "object");
  const below = inner.flatMap((item) => nodesOf(item, ...keywords));
  return keywords.includes(root.keyword) ? [root, ...below] : below;
}

/** The texts and numbers directly in a node. */
export function textsOf(of: WktNode): readonly string[] {
  return of.items.filter((item): item is string => typeof item === "string");
}
export function numbersOf(of: WktNode): readonly number[] {
  return of.items.filter((item): item is number => typeof item === "number");
}
