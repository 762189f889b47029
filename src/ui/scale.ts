/** Round numbers for the scale bar and the scale of the map. */

/** The largest 1, 2 or 5 times a power of ten that is not longer than `metres`. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const lead = metres / power;
  return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

/** A scale denominator to two figures: 66,214 is written 66,000. */
export function roundScale(scale: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(scale)) - 1);
  return Math.round(scale / power) * power;
}
