/**
 * The pages of a database file, read by hand where the engine refuses: it stops at the first page that makes no
 * sense, here that page is left out and the rest is read. Format: https://www.sqlite.org/fileformat2.html
 */

const HEADER_BYTES = 100;
const PAGE_SIZES = [4096, 512, 1024, 2048, 8192, 16_384, 32_768, 65_536];

export type TreeKind = "table-leaf" | "table-inner" | "index-leaf" | "index-inner";
const KINDS: Readonly<Record<number, TreeKind>> = {
  13: "table-leaf",
  5: "table-inner",
  10: "index-leaf",
  2: "index-inner",
};

/** One page of a tree: where its cells begin, from the start of the page. */
export interface TreePage {
  readonly kind: TreeKind;
  readonly cells: readonly number[];
  /** The last child of an inner page, 0 in a leaf. */
  readonly last: number;
  /** True when some of its cells point where none can be. */
  readonly broken: boolean;
}

export class Pages {
  readonly size: number;
  /** Bytes of a page that hold something. */
  readonly usable: number;
  readonly count: number;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  /** False when the head of the file is gone: then size and encoding are what our own files have. */
  readonly hasHead: boolean;
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const told = bytes.length >= HEADER_BYTES ? this.view.getUint16(16) : 0;
    const size = told === 1 ? 65_536 : told;
    this.hasHead = bytes[0] === 0x53 && bytes[1] === 0x51 && PAGE_SIZES.includes(size);
    this.size = this.hasHead ? size : guessSize(bytes);
    const reserved = this.hasHead ? bytes[20]! : 0;
    this.usable = this.size - (reserved < 64 ? reserved : 0);
    this.count = Math.floor(bytes.length / this.size);
    const code = this.hasHead ? this.view.getUint32(56) : 1;
    this.encoding = code === 2 ? "utf-16le" : code === 3 ? "utf-16be" : "utf-8";
  }

  has(page: number): boolean {
    return Number.isInteger(page) && page >= 1 && page <= this.count;
  }

  /** The bytes of a page that hold something. */
  page(page: number): Uint8Array {
    const from = (page - 1) * this.size;
    return this.bytes.subarray(from, from + this.usable);
  }

  u32(page: number, at: number): number {
    return this.view.getUint32((page - 1) * this.size + at);
  }

  /** A page as part of a tree; null when it cannot be one. */
  tree(page: number): TreePage | null {
    return this.has(page) ? treeIn(this.page(page), page === 1 ? HEADER_BYTES : 0) : null;
  }

  /** Pages that are free, as the file itself lists them; null when that list is not whole. */
  free(): ReadonlySet<number> | null {
    if (!this.hasHead) return null;
    const free = new Set<number>();
    for (let trunk = this.view.getUint32(32); trunk !== 0; ) {
      if (!this.has(trunk) || free.has(trunk)) return null;
      free.add(trunk);
      const count = this.u32(trunk, 4);
      if (count > this.usable / 4 - 2) return null;
      for (let i = 0; i < count; i++) {
        const leaf = this.u32(trunk, 8 + 4 * i);
        if (!this.has(leaf) || free.has(leaf)) return null;
        free.add(leaf);
      }
      trunk = this.u32(trunk, 0);
    }
    return free.size === this.view.getUint32(36) ? free : null;
  }
}

function treeIn(page: Uint8Array, head: number): TreePage | null {
  const kind = KINDS[page[head] ?? 0];
  if (!kind) return null;
  const inner = kind.endsWith("inner");
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const count = view.getUint16(head + 3);
  const first = head + (inner ? 12 : 8);
  const least = first + 2 * count;
  if (least > page.length) return null;
  const all = Array.from({ length: count }, (_, i) => view.getUint16(first + 2 * i));
  const cells = [...new Set(all.filter((at) => at >= least && at < page.length))];
  const last = inner ? view.getUint32(head + 8) : 0;
  return { kind, cells, last, broken: cells.length < count };
}

/** The size at which most pages look like parts of a tree. */
function guessSize(bytes: Uint8Array): number {
  let best = PAGE_SIZES[0]!;
  let most = 0;
  for (const size of PAGE_SIZES) {
    const pages = Math.floor(bytes.length / size);
    let trees = 0;
    for (let page = 1; page < pages; page++) {
      const found = treeIn(bytes.subarray(page * size, (page + 1) * size), 0);
      // Cells fill a page from its end: a page taken too large has them all in its first part.
      if (found && !found.broken && Math.max(0, ...found.cells) > size / 2) trees++;
    }
    // In bytes, for a small size has more pages of which few are trees.
    if (trees * size > most) [best, most] = [size, trees * size];
  }
  return best;
}
