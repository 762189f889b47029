/** Options of a command: `--name value`, `--name=value`, `--flag`, and files without a name. */
import type { TextKey, TextValues } from "../../src/text/say.ts";

/** `value` may be given once, `values` several times, `flag` takes nothing. */
export type OptionSpec = Readonly<Record<string, "value" | "values" | "flag">>;

/** A sentence that says what is wrong with how the command was typed. */
export interface WrongUsage {
  readonly key: TextKey;
  readonly values: TextValues;
}

export class Options {
  constructor(
    private readonly given: ReadonlyMap<string, readonly string[]>,
    /** Arguments that belong to no option. */
    readonly rest: readonly string[],
  ) {}

  /** The value of an option, null when it was not given. */
  value(name: string): string | null {
    return this.given.get(name)?.[0] ?? null;
  }

  values(name: string): readonly string[] {
    return this.given.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.given.has(name);
  }
}

/** Sorts arguments into options; refuses an unknown name, a missing value and a value given twice. */
export function parseOptions(args: readonly string[], spec: OptionSpec): Options | WrongUsage {
  const given = new Map<string, string[]>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (!arg.startsWith("--")) {
      rest.push(arg);
      continue;
    }
    const equals = arg.indexOf("=");
    const name = arg.slice(2, equals < 0 ? undefined : equals);
    const kind = Object.hasOwn(spec, name) ? spec[name] : undefined;
    if (kind === undefined) return { key: "cli.unknown-option", values: { option: `--${name}` } };
    if (kind === "flag") {
      if (equals >= 0) return { key: "cli.unexpected", values: { given: arg } };
      given.set(name, []);
      continue;
    }
    const next = args[i + 1];
    const value = equals >= 0 ? arg.slice(equals + 1) : next?.startsWith("--") ? undefined : next;
    if (value === undefined || value === "")
      return { key: "cli.option-value", values: { option: `--${name}` } };
    if (equals < 0) i++;
    const before = given.get(name) ?? [];
    if (kind === "value" && before.length > 0) {
      return { key: "cli.option-twice", values: { option: `--${name}` } };
    }
    given.set(name, [...before, value]);
  }
  return new Options(given, rest);
}
