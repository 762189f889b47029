/**
 * The balloon text of a placemark. ArcGIS writes the attributes of a layer as an HTML table of two columns in
 * it; they are taken apart, for nothing else of them is in the file.
 */

const TAG = /<(\/?)(table|tr|td|th)\b[^>]*>|<[^>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};
/** How ArcGIS writes that there is no value. */
const NOTHING = "<Null>";

type Cells = string[];
interface Table {
  readonly rows: Cells[];
  inner: boolean;
}

/**
 * Name and value of each row when the text holds exactly one innermost table and every row of it has two cells
 * with a name in the first; else null.
 */
export function descriptionTable(html: string): readonly (readonly [string, string | null])[] | null {
  if (!/<table/i.test(html)) return null;
  const open: Table[] = [];
  const innermost: Table[] = [];
  let cell: string | null = null;
  let from = 0;
  for (const tag of html.matchAll(TAG)) {
    if (cell !== null) cell += html.slice(from, tag.index);
    from = tag.index + tag[0].length;
    const name = tag[2]?.toLowerCase();
    if (!name) continue;
    const closing = tag[1] === "/";
    const table = open.at(-1);
    if (name === "table") {
      cell = null;
      if (!closing) {
        if (table) table.inner = false;
        open.push({ rows: [], inner: true });
      } else if (open.pop()?.inner && table) innermost.push(table);
    } else if (!table) return null;
    else if (name === "tr") {
      if (!closing) table.rows.push([]);
    } else if (!closing) cell = "";
    else if (cell !== null) {
      table.rows.at(-1)?.push(decode(cell).trim());
      cell = null;
    }
  }
  const [only] = innermost;
  if (!only || innermost.length > 1 || open.length > 0) return null;
  const plain = only.rows.length > 0 && only.rows.every((cells) => cells.length === 2 && cells[0] !== "");
  if (!plain) return null;
  return only.rows.map(([name, value]) => [name!, value === NOTHING ? null : value!]);
}

function decode(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return NAMED[name.toLowerCase()]!;
    const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
