/** Which cells of a grid belong together: equal and side by side (cells that meet in a corner only do not). */

/**
 * The first cell of its region for every cell, -1 where `classes` is 0. Two passes: cells are joined to the
 * left and the upper neighbour, then every cell is given the first of its region.
 */
export function regionsOf(classes: Uint8Array, width: number): Int32Array {
  const first = new Int32Array(classes.length);
  const find = (cell: number): number => {
    let at = cell;
    while (first[at]! !== at) {
      first[at] = first[first[at]!]!;
      at = first[at]!;
    }
    return at;
  };
  for (let cell = 0; cell < classes.length; cell++) {
    const kind = classes[cell]!;
    if (kind === 0) {
      first[cell] = -1;
      continue;
    }
    const left = cell % width !== 0 && classes[cell - 1] === kind ? find(cell - 1) : cell;
    const up = cell >= width && classes[cell - width] === kind ? find(cell - width) : cell;
    const root = Math.min(left, up);
    first[cell] = root;
    if (left !== cell && left !== root) first[left] = root;
    if (up !== cell && up !== root) first[up] = root;
  }
  for (let cell = 0; cell < first.length; cell++) if (first[cell]! >= 0) first[cell] = find(cell);
  return first;
}
