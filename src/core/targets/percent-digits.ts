/** How many decimals a percentage needs so that cutting the rest does not carry it over a threshold. */

const MOST = 6;

/**
 * The fewest decimals, one or more and at most six, at which the percentage cut (never rounded up) stands on the
 * same side of the threshold as it does in full: 60.04 against "more than 60" needs two, 59.96 one.
 */
export function percentDigits(percent: number, threshold: number | null): number {
  if (threshold === null) return 1;
  const side = Math.sign(percent - threshold);
  for (let digits = 1; digits < MOST; digits++) {
    if (Math.sign(cutPercent(percent, digits) - threshold) === side) return digits;
  }
  return MOST;
}

/** A percentage cut after so many decimals; 57.99999999999999, which is 58 in the computer's fractions, is 58. */
export function cutPercent(percent: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.floor(percent * scale + 1e-9) / scale;
}
