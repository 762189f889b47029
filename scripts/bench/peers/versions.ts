/** Versions of the npm packages that are compared with, as installed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const MODULES = join(import.meta.dirname, "../../../node_modules");

/** A key of the package's own description; throws when the package is not installed. */
export function packageFact(name: string, key = "version"): string {
  const facts = JSON.parse(readFileSync(join(MODULES, name, "package.json"), "utf8")) as Record<
    string,
    unknown
  >;
  const value = facts[key];
  if (typeof value !== "string") throw new Error(`${name} says no ${key}`);
  return value;
}

/** `name version`. */
export const named = (name: string): string => `${name} ${packageFact(name)}`;
