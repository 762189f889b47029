/**
 * What was computed last, by name and parameters. It lives inside a `Prepared` and dies with it; asking with
 * the same parameters gives the same value, so it changes time and never an answer.
 */
export class Memo {
  private readonly kept = new Map<string, { readonly key: string; readonly value: unknown }>();

  /** The value kept under `name` if its parameters are `key`, else made anew and kept in its place. */
  remember<T>(name: string, key: unknown, make: () => T): T {
    const text = JSON.stringify(key);
    const last = this.kept.get(name);
    if (last && last.key === text) return last.value as T;
    const value = make();
    this.kept.set(name, { key: text, value });
    return value;
  }
}
