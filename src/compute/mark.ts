/** Carries out a request to choose households or to let them go. */
import type { Bbox } from "../core/units.ts";
import type { RowChoice } from "./choice.ts";
import type { Pages } from "./pages.ts";
import type { Chosen, MarkRequest } from "./protocol.ts";
import type { RowColumns } from "./rows.ts";

interface Register {
  readonly columns: RowColumns;
  readonly pages: Pages;
  /** Row of an id, -1 when it is not in the register. */
  readonly positionOf: (id: string) => number;
}

/** Changes the choice and says what is chosen now. */
export function applyMark(choice: RowChoice, request: MarkRequest, register: Register): Chosen {
  const { columns, pages, positionOf } = register;
  const said = (changed: number, outside = 0): Chosen => ({ count: choice.count, changed, outside });
  switch (request.what) {
    case "none":
      return said(choice.clear());
    case "turn":
      return said(choice.turn([...new Set(request.ids.map(positionOf))].filter((row) => row >= 0)));
    case "listed":
      return said(choice.set(rowsKept(pages.keep(columns, request.filter)), request.on));
    case "places": {
      const list = pages.list(columns, request.filter, request.sort);
      return said(choice.set(list.subarray(Math.max(0, request.from), request.to), request.on));
    }
    case "box": {
      const { lon, lat } = columns.households;
      const inside = rowsInBox(lon, lat, request.bbox);
      const keep = pages.keep(columns, request.filter);
      const listed = inside.filter((row) => keep[row] === 1);
      return said(choice.set(listed, request.on), inside.length - listed.length);
    }
  }
}

function rowsKept(keep: Uint8Array): Uint32Array {
  const rows = new Uint32Array(keep.length);
  let n = 0;
  for (let row = 0; row < keep.length; row++) if (keep[row] === 1) rows[n++] = row;
  return rows.subarray(0, n);
}

/** A household without coordinates (NaN) is in no box. */
function rowsInBox(lon: Float64Array, lat: Float64Array, [west, south, east, north]: Bbox): Uint32Array {
  const rows = new Uint32Array(lon.length);
  let n = 0;
  for (let row = 0; row < lon.length; row++) {
    const x = lon[row]!;
    const y = lat[row]!;
    if (x >= west && x <= east && y >= south && y <= north) rows[n++] = row;
  }
  return rows.subarray(0, n);
}
