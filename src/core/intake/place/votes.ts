/**
 * Whether rows tell two ways to place them apart. Each row has one vote, for the way under which it lies better; rows
 * that lie alike under both say nothing. One way is better when so many more votes are seldom chance (sign test).
 */

/** Chance at most of taking the wrong one of two that are alike. */
const CHANCE = 0.01;

/** True when `votes` for and `against` are not to be had by tossing a coin, once in a hundred times. */
export function clearlyMore(votes: number, against: number): boolean {
  if (votes <= against) return false;
  const all = votes + against;
  // Of many the binomial is a bell: 2.33 standard deviations leave one in a hundred.
  if (all > 400) return votes - against > 2.33 * Math.sqrt(all);
  // Chance of at most `against`, from the least likely number on.
  let term = 0.5 ** all;
  let sum = term;
  for (let k = 1; k <= against; k++) {
    term *= (all - k + 1) / k;
    sum += term;
  }
  return sum < CHANCE;
}
