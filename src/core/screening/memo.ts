/**
 * What was computed last, by name and parameters. It lives inside a `Prepared`, and goes on to the next one only
 * where what it was computed of is the very same; asking with the same parameters gives the same value, so it
 * changes time and never an answer.
 */
export class Memo {
  private readonly kept = new Map<string, { readonly key: string; readonly value: unknown }>();

  /** The value kept under `name` if its parameters are `key`, else made anew and kept in its place. */
  remember<T>(name: string, key: unknown, make: () => T): T {
    const text = JSON.stringify(key, exactly);
    const last = this.kept.get(name);
    if (last && last.key === text) return last.value as T;
    const value = make();
    this.kept.set(name, { key: text, value });
    return value;
  }
}

/** JSON has no word for numbers that are not finite, and would say "null". */
function exactly(_name: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? `${value}` : value;
}
