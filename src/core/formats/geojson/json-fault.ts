/** Finds where JSON text is broken. `JSON.parse` says so in words that differ between engines, or not at all. */

const SPACE = /[ \t\r\n]*/y;
const ATOM = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w.+-])/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids these characters inside text.
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** Line and column from 1 of the first place that is no JSON; the end of the text when it just stops. */
export function jsonFault(text: string): { readonly line: number; readonly column: number } {
  const at = faultAt(text);
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}

/** A walk without recursion: `open` holds the brackets that are open, `wanted` what may come next. */
function faultAt(text: string): number {
  const open: string[] = [];
  let wanted: "value" | "first" | "key" | "first-key" | "colon" | "next" = "value";
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null;
  };
  for (;;) {
    take(SPACE);
    if (wanted === "next" && open.length === 0) return at;
    const sign = text[at];
    if (sign === undefined) return text.length;
    if ((sign === "}" && wanted === "first-key") || (sign === "]" && wanted === "first")) {
      open.pop();
      wanted = "next";
      at++;
    } else if (wanted === "key" || wanted === "first-key") {
      if (!take(TEXT)) return at;
      wanted = "colon";
    } else if (wanted === "colon") {
      if (sign !== ":") return at;
      wanted = "value";
      at++;
    } else if (wanted === "next") {
      const list = open.at(-1) === "[";
      if (sign === ",") wanted = list ? "value" : "key";
      else if (sign === (list ? "]" : "}")) open.pop();
      else return at;
      at++;
    } else if (sign === "{" || sign === "[") {
      open.push(sign);
      wanted = sign === "{" ? "first-key" : "first";
      at++;
    } else {
      if (!take(sign === '"' ? TEXT : ATOM)) return at;
      wanted = "next";
    }
  }
}
