/** From polygons drawn into a grid to the codes and records of an `ArealIndex`, which says what they are. */
import { itemWords, writeEntry } from "./areal-chains.ts";
import { addEntry, BEFORE, HEAD, type Trace } from "./areal-entries.ts";
import { tracePart } from "./areal-trace.ts";

/** In the head of an item: the feature covers the cell whole. */
const COVERS = 2;

/** Draws the features in the order in which they are asked. */
export function drawFeatures(t: Trace, order: Uint32Array): void {
  const { featurePart } = t.set;
  for (const f of order) {
    for (let part = featurePart[f]!; part < featurePart[f + 1]!; part++) {
      tracePart(t, part, f * 2, 256, 0);
      markCover(t, f);
    }
  }
}

/**
 * Keeps as the cover of a cell one more than its feature while that is all there is to say of the cell; what
 * covers a cell with more to say is an entry, in order with the others.
 */
function markCover(t: Trace, f: number): void {
  const { cells } = t;
  for (let s = 0; s < t.spans; s++) {
    const end = t.span[2 * s + 1]!;
    for (let cell = t.span[2 * s]!; cell < end; cell++) {
      if (cells[2 * cell] === 0 && cells[2 * cell + 1] === 0) cells[2 * cell + 1] = f + 1;
      else addEntry(t, cell, f * 2 + COVERS / 2);
    }
  }
}

/** Fills `code`, one number a cell, and returns the records. */
export function recordsOf(t: Trace, code: Int32Array): Uint32Array {
  const { cells, entry } = t;
  let records = new Uint32Array(t.entryEnd + t.chainEnd);
  let end = 0;
  for (let cell = 0; cell < code.length; cell++) {
    const newest = cells[2 * cell]!;
    const cover = cells[2 * cell + 1]!;
    if (newest === 0) {
      code[cell] = cover - 1;
      continue;
    }
    let items = cover === 0 ? 0 : 1;
    let words = 1 + items;
    for (let at = newest; at !== 0; at = entry[at + BEFORE]!) {
      items++;
      words += covers(entry[at + HEAD]!) ? 1 : itemWords(t, at);
    }
    while (end + words > records.length) records = grown(records);
    code[cell] = -2 - end;
    records[end] = items;
    // The cover was there before any entry.
    if (cover !== 0) records[end + 1] = (cover - 1) * 4 + COVERS;
    end += words;
    let to = end;
    for (let at = newest; at !== 0; at = entry[at + BEFORE]!) {
      const head = entry[at + HEAD]!;
      to -= covers(head) ? 1 : itemWords(t, at);
      if (covers(head)) records[to] = head;
      else writeEntry(t, at, records, to);
    }
  }
  return records.subarray(0, end);
}

/** Is an item of a feature that covers the cell whole. */
export function covers(head: number): boolean {
  return (head & COVERS) !== 0;
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(array.length * 2);
  out.set(array);
  return out;
}
