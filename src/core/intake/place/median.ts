/** The middle of some numbers (the lower of two); null when there are none. NaN is left out. */
export function median(numbers: Iterable<number>): number | null {
  const sorted = Float64Array.from(numbers)
    .filter((number) => !Number.isNaN(number))
    .sort();
  return sorted.length === 0 ? null : sorted[(sorted.length - 1) >> 1]!;
}
