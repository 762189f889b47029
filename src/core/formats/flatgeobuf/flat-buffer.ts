/**
 * The part of FlatBuffers that FlatGeobuf uses, read in place. Every offset and length is checked against the
 * bytes there are; what lies outside throws `RangeError`, which its readers turn into a sentence.
 */

declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

const UTF8 = new TextDecoder("utf-8");

/** A table at a place in `view`. */
export class FlatTable {
  private readonly fields: number;
  private readonly fieldsLength: number;

  constructor(
    readonly view: DataView,
    private readonly at: number,
  ) {
    this.fields = at - view.getInt32(at, true);
    this.fieldsLength = view.getUint16(this.fields, true);
  }

  /** The table that a buffer begins with, at the offset of its root. */
  static root(view: DataView): FlatTable {
    return new FlatTable(view, view.getUint32(0, true));
  }

  byte(field: number, fallback: number): number {
    const at = this.place(field);
    return at === 0 ? fallback : this.view.getUint8(at);
  }
  uint16(field: number, fallback: number): number {
    const at = this.place(field);
    return at === 0 ? fallback : this.view.getUint16(at, true);
  }
  int32(field: number, fallback: number): number {
    const at = this.place(field);
    return at === 0 ? fallback : this.view.getInt32(at, true);
  }
  uint64(field: number): number {
    const at = this.place(field);
    return at === 0 ? 0 : Number(this.view.getBigUint64(at, true));
  }
  text(field: number): string | null {
    const found = this.vector(field, 1);
    return found && UTF8.decode(this.bytes(found.at, found.length));
  }
  table(field: number): FlatTable | null {
    const at = this.place(field);
    return at === 0 ? null : this.tableAt(at);
  }
  /** Where the elements of a list begin and how many there are. */
  vector(field: number, size: number): { readonly at: number; readonly length: number } | null {
    const place = this.place(field);
    if (place === 0) return null;
    const start = place + this.view.getUint32(place, true);
    const length = this.view.getUint32(start, true);
    if (start + 4 + length * size > this.view.byteLength) throw new RangeError("list beyond the end");
    return { at: start + 4, length };
  }
  tables(field: number): readonly FlatTable[] {
    const found = this.vector(field, 4);
    return found ? Array.from({ length: found.length }, (_, i) => this.tableAt(found.at + 4 * i)) : [];
  }
  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.view.buffer, this.view.byteOffset + at, length);
  }

  private tableAt(at: number): FlatTable {
    return new FlatTable(this.view, at + this.view.getUint32(at, true));
  }
  /** Place of a field, 0 when it is not given. */
  private place(field: number): number {
    const entry = 4 + 2 * field;
    if (entry + 2 > this.fieldsLength) return 0;
    const offset = this.view.getUint16(this.fields + entry, true);
    return offset === 0 ? 0 : this.at + offset;
  }
}
