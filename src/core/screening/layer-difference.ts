/** Whether a layer that was sent again says the same as before. */

/** Objects, lists and typed arrays by their content. Layers are read anew from the plan after each change of one. */
export function sameLayer(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (ArrayBuffer.isView(a)) return ArrayBuffer.isView(b) && sameNumbers(a as never, b as never);
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || Array.isArray(a) !== Array.isArray(b)) return false;
  return keys.every((key) => key in b && sameLayer(a[key as never], b[key as never]));
}

function sameNumbers(a: Float64Array | Uint32Array, b: Float64Array | Uint32Array): boolean {
  if (a.length !== b.length) return false;
  // NaN marks a centre without a place and equals itself here.
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k] && !Object.is(a[k], b[k])) return false;
  return true;
}
