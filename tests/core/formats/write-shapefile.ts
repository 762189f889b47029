/** Writes shapefiles and dBase tables for the tests, straight from their specifications and nothing of ours. */

/** Parts of positions: one for a point or multi-point, several for lines and rings. */
export type TestShape = readonly (readonly (readonly [number, number])[])[] | null;
export type ShapeType = 1 | 3 | 5 | 8 | 11 | 13 | 15 | 18 | 21 | 23 | 25 | 28;

export interface WrittenShapes {
  readonly shp: Uint8Array;
  readonly shx: Uint8Array;
}

/** Records in the order of `order` (places in `shapes`); the index always in the order of the shapes. */
export function writeShp(
  type: ShapeType,
  shapes: readonly TestShape[],
  order: readonly number[] = [...shapes.keys()],
): WrittenShapes {
  const contents = shapes.map((shape) => content(type, shape));
  const shp = new Bytes();
  const shx = new Bytes();
  const offsets: number[] = [];
  let at = 50;
  for (const i of order) {
    offsets[i] = at;
    at += 4 + contents[i]!.length / 2;
  }
  header(shp, type, at);
  header(shx, type, 50 + 4 * shapes.length);
  for (const i of order) {
    shp.bigInt(i + 1);
    shp.bigInt(contents[i]!.length / 2);
    shp.bytes(contents[i]!);
  }
  for (const [i, one] of contents.entries()) {
    shx.bigInt(offsets[i]!);
    shx.bigInt(one.length / 2);
  }
  return { shp: shp.done(), shx: shx.done() };
}

function header(out: Bytes, type: number, words: number): void {
  out.bigInt(9994);
  for (let i = 0; i < 5; i++) out.bigInt(0);
  out.bigInt(words);
  out.int(1000);
  out.int(type);
  for (let i = 0; i < 8; i++) out.double(0);
}

function content(type: ShapeType, shape: TestShape): Uint8Array {
  const out = new Bytes();
  if (shape === null) {
    out.int(0);
    return out.done();
  }
  out.int(type);
  const all = shape.flat();
  const base = type % 10;
  const extra = type > 20 ? 1 : type > 10 ? 2 : 0;
  if (base === 1) {
    for (const value of all[0]!) out.double(value);
    for (let i = 0; i < extra; i++) out.double(7);
    return out.done();
  }
  for (const side of [Math.min, Math.max])
    for (const axis of [0, 1]) out.double(all.reduce((best, at) => side(best, at[axis]!), all[0]![axis]!));
  if (base !== 8) out.int(shape.length);
  out.int(all.length);
  let first = 0;
  for (const part of base === 8 ? [] : shape) {
    out.int(first);
    first += part.length;
  }
  for (const [x, y] of all) {
    out.double(x);
    out.double(y);
  }
  for (let i = 0; i < extra; i++) for (let k = 0; k < all.length + 2; k++) out.double(7);
  return out.done();
}

export interface TestField {
  /** One sign per byte. */
  readonly name: string;
  readonly type: string;
  readonly width: number;
  readonly decimals?: number;
}

/** Cells are texts of one sign per byte, put into the width from the left (numbers: from the right). */
export function writeDbf(
  fields: readonly TestField[],
  rows: readonly (readonly string[])[],
  {
    deleted = new Set<number>(),
    claimed = rows.length,
  }: { deleted?: ReadonlySet<number>; claimed?: number } = {},
): Uint8Array {
  const out = new Bytes();
  const firstRow = 32 + 32 * fields.length + 1;
  const rowBytes = fields.reduce((sum, { width }) => sum + width, 1);
  out.latin(String.fromCharCode(3, 125, 7, 1));
  out.int(claimed);
  out.latin(String.fromCharCode(firstRow & 255, firstRow >> 8, rowBytes & 255, rowBytes >> 8));
  out.latin("\0".repeat(20));
  for (const { name, type, width, decimals = 0 } of fields) {
    out.latin(name.slice(0, 10).padEnd(11, "\0") + type + "\0".repeat(4));
    out.latin(String.fromCharCode(width, decimals) + "\0".repeat(14));
  }
  out.latin("\r");
  for (const [i, row] of rows.entries()) {
    out.latin(deleted.has(i) ? "*" : " ");
    for (const [c, { type, width }] of fields.entries()) {
      const cell = row[c]!.slice(0, width);
      out.latin(type === "N" || type === "F" ? cell.padStart(width) : cell.padEnd(width));
    }
  }
  out.latin("\u001a");
  return out.done();
}

/** Bytes of a text whose signs are bytes. */
export function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

class Bytes {
  private readonly parts: Uint8Array[] = [];

  bytes(part: Uint8Array): void {
    this.parts.push(part);
  }
  latin(text: string): void {
    this.parts.push(latin(text));
  }
  int(value: number): void {
    const part = new Uint8Array(4);
    new DataView(part.buffer).setInt32(0, value, true);
    this.parts.push(part);
  }
  bigInt(value: number): void {
    const part = new Uint8Array(4);
    new DataView(part.buffer).setInt32(0, value);
    this.parts.push(part);
  }
  double(value: number): void {
    const part = new Uint8Array(8);
    new DataView(part.buffer).setFloat64(0, value, true);
    this.parts.push(part);
  }
  done(): Uint8Array {
    const out = new Uint8Array(this.parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }
}
