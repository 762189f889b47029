/**
 * Keeps the last value of `make` for as long as its arguments are the very same objects. What depends on a
 * part of the plan names that part as an argument, so nothing has to be thrown away by hand.
 */
export function remember<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly value: R } | null = null;
  return (...args) => {
    if (last?.args.every((arg, k) => Object.is(arg, args[k]))) return last.value;
    const value = make(...args);
    last = { args, value };
    return value;
  };
}
