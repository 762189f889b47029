import { EXTENT } from "./encode.ts";

/** Field number and wire type of what is written (Mapbox Vector Tile specification 2.1, `vector_tile.proto`). */
const TILE_LAYER = 0x1a;
const LAYER_NAME = 0x0a;
const LAYER_FEATURE = 0x12;
const LAYER_KEY = 0x1a;
const LAYER_VALUE = 0x22;
const LAYER_EXTENT = 0x28;
const LAYER_VERSION = 0x78;
const FEATURE_ID = 0x08;
const FEATURE_TAGS = 0x12;
const FEATURE_TYPE = 0x18;
const FEATURE_GEOMETRY = 0x22;
const VALUE_TEXT = 0x0a;
const VALUE_WHOLE = 0x28;
const POINT = 1;
/** MoveTo, once. */
const MOVE_TO = 9;
/** Room for the length of a layer, which is known only at its end. */
const LENGTH_ROOM = 5;
/** Most bytes of one feature with up to 16 tags; lengths then fit one byte each. */
const FEATURE_ROOM = 128;
const FIRST_ROOM = 1 << 14;

const encoder = new TextEncoder();

/**
 * Writes vector tiles of points (Mapbox Vector Tile 2.1, extent 4096) straight into bytes: layers one after
 * another, in each its values and points as they come. One writer serves many tiles and keeps its room.
 *
 * A value is numbered by `text`, `utf8` or `whole` before the point that carries it is begun.
 */
export class PointTileWriter {
  private bytes = new Uint8Array(FIRST_ROOM);
  private at = 0;
  private layerAt = 0;
  private values = 0;
  private points = 0;
  private readonly wholes = new Map<number, number>();
  private featureAt = 0;
  private tagsAt = 0;

  /** Begins a layer. Keys are numbered as they are given. */
  beginLayer(name: string, keys: readonly string[]): void {
    this.room(64);
    this.layerAt = this.at;
    this.at += 1 + LENGTH_ROOM;
    this.values = 0;
    this.points = 0;
    this.wholes.clear();
    this.pair(LAYER_VERSION, 2);
    this.pair(LAYER_EXTENT, EXTENT);
    this.field(LAYER_NAME, name);
    for (const key of keys) this.field(LAYER_KEY, key);
  }

  /** Ends the layer. Nothing stays of one without a point. */
  endLayer(): void {
    const { layerAt } = this;
    if (this.points === 0) {
      this.at = layerAt;
      return;
    }
    const body = layerAt + 1 + LENGTH_ROOM;
    const length = this.at - body;
    this.at = layerAt;
    this.pair(TILE_LAYER, length);
    this.bytes.copyWithin(this.at, body, body + length);
    this.at += length;
  }

  /** Number of a new text value of the layer. */
  text(value: string): number {
    const letters = encoder.encode(value);
    return this.utf8(letters, 0, letters.length);
  }

  /** Number of a new text value that is UTF-8 already: `bytes` from `from` to before `to`. */
  utf8(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    this.room(length + 16);
    this.pair(LAYER_VALUE, length + 1 + bytesOf(length));
    this.pair(VALUE_TEXT, length);
    // Ids are a few letters: a loop is quicker than a view and a copy.
    for (let k = from; k < to; k++) this.bytes[this.at++] = bytes[k]!;
    return this.values++;
  }

  /** Number of a whole value from 0 to 2^32 - 1; the same one for the same value. */
  whole(value: number): number {
    const known = this.wholes.get(value);
    if (known !== undefined) return known;
    this.room(16);
    this.pair(LAYER_VALUE, 1 + bytesOf(value));
    this.pair(VALUE_WHOLE, value);
    this.wholes.set(value, this.values);
    return this.values++;
  }

  /** Begins a point with an id from 0 to 2^32 - 1; at most 16 tags and then `end` follow. */
  begin(id: number): void {
    this.room(FEATURE_ROOM);
    this.bytes[this.at] = LAYER_FEATURE;
    this.featureAt = this.at + 2;
    this.at += 2;
    this.pair(FEATURE_ID, id);
    this.bytes[this.at] = FEATURE_TAGS;
    this.tagsAt = this.at + 2;
    this.at += 2;
  }

  /** Gives the point a value by the numbers of key and value. */
  tag(key: number, value: number): void {
    this.varint(key);
    this.varint(value);
  }

  /** Ends the point at a place in whole tile units, which may lie a little outside the tile. */
  end(x: number, y: number): void {
    const { bytes, tagsAt } = this;
    if (this.at === tagsAt) this.at -= 2;
    else bytes[tagsAt - 1] = this.at - tagsAt;
    this.pair(FEATURE_TYPE, POINT);
    const [dx, dy] = [zigzag(x), zigzag(y)];
    this.pair(FEATURE_GEOMETRY, 1 + bytesOf(dx) + bytesOf(dy));
    bytes[this.at++] = MOVE_TO;
    this.varint(dx);
    this.varint(dy);
    bytes[this.featureAt - 1] = this.at - this.featureAt;
    this.points++;
  }

  /** The tile in a buffer of its own, null without a point; the writer is empty again. */
  finish(): Uint8Array | null {
    const made = this.at > 0 ? this.bytes.slice(0, this.at) : null;
    this.at = 0;
    return made;
  }

  private field(tag: number, text: string): void {
    const letters = encoder.encode(text);
    this.room(letters.length + 16);
    this.pair(tag, letters.length);
    this.bytes.set(letters, this.at);
    this.at += letters.length;
  }

  private pair(tag: number, value: number): void {
    this.bytes[this.at++] = tag;
    this.varint(value);
  }

  private varint(value: number): void {
    const { bytes } = this;
    let rest = value;
    let { at } = this;
    while (rest > 0x7f) {
      bytes[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[at++] = rest;
    this.at = at;
  }

  private room(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(this.at + more, this.bytes.length * 2));
    wider.set(this.bytes.subarray(0, this.at));
    this.bytes = wider;
  }
}

/** Negative numbers in turn with the others, so that small ones stay short. */
function zigzag(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}

/** Bytes of a number below 2^32 as a varint. */
function bytesOf(value: number): number {
  if (value < 1 << 7) return 1;
  if (value < 1 << 14) return 2;
  if (value < 1 << 21) return 3;
  return value < 1 << 28 ? 4 : 5;
}
