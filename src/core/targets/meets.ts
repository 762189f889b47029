/** Households held against a target, in whole numbers: no share is ever rounded over the line. */
import type { Comparator, Target } from "../model/target.ts";

/** A comparator and the percentage behind it. */
export type Aim = Pick<Target, "comparator" | "value">;

/** Whether `done` of `all` households (both whole, `all` above 0) reach the target. */
export function meets(done: number, all: number, { comparator, value }: Aim): boolean {
  const { digits, scale } = exact(value);
  const reached = BigInt(done) * 100n * scale;
  const wanted = digits * BigInt(all);
  return holds(reached < wanted ? -1 : +(reached > wanted), comparator);
}

/**
 * The fewest of `all` households that reach the target; null when no number does, or when it asks for few
 * rather than many (`<`, `<=`).
 */
export function fewestFor(all: number, { comparator, value }: Aim): number | null {
  if (comparator === "<" || comparator === "<=" || all === 0) return null;
  const { digits, scale } = exact(value);
  const [wanted, per] = [digits * BigInt(all), 100n * scale];
  const whole = wanted / per;
  const fewest = Number(comparator === ">" || whole * per < wanted ? whole + 1n : whole);
  return fewest > all ? null : Math.max(0, fewest);
}

function holds(order: number, comparator: Comparator): boolean {
  switch (comparator) {
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0;
  }
}

/** A decimal number as whole digits and a power of ten: 99.98 is 9998 / 100. */
function exact(value: number): { digits: bigint; scale: bigint } {
  // What a person writes has few decimals; ten of them are more than any share of households can show.
  const [whole = "0", decimals = ""] = value.toFixed(10).split(".");
  return { digits: BigInt(whole + decimals), scale: 10n ** BigInt(decimals.length) };
}
