/** What all `plan` commands share: a plan file, `--json`, `--author`, and one way to be typed wrong. */
import os from "node:os";
import type { TextKey } from "../../../src/text/say.ts";
import type { Command, ExitCode } from "../command.ts";
import type { OptionSpec, Options, WrongUsage } from "../options.ts";
import { Speaker } from "./speaker.ts";

export interface PlanCommand {
  /** The word after `plan`. */
  readonly name: string;
  readonly usage: TextKey;
  readonly options: OptionSpec;
  /** How many files stand without an option, the plan first; `many`: the plan and at least one more. */
  readonly files: number | "many" | ((options: Options) => number);
  /** The first thing typed wrong beyond names of options and number of files. */
  wrong?(options: Options): WrongUsage | null;
  /** `files` are as many as asked for. */
  run(files: readonly string[], options: Options, speaker: Speaker): ExitCode | Promise<ExitCode>;
}

/** The command as the list of all commands holds it. */
export function asCommand(plan: PlanCommand): Command {
  return {
    name: `plan ${plan.name}`,
    usage: plan.usage,
    options: { ...plan.options, json: "flag" },
    run(options, terminal, language) {
      const speaker = new Speaker(terminal, language, plan.usage);
      const typed = wrongFiles(plan, options) ?? plan.wrong?.(options) ?? null;
      if (typed !== null) return speaker.wrong(typed.key, typed.values);
      return plan.run(options.rest, options, speaker);
    },
  };
}

function wrongFiles({ files }: PlanCommand, options: Options): WrongUsage | null {
  const { rest } = options;
  if (rest.length === 0) return { key: "cli.plan.no-plan", values: {} };
  if (files === "many") return rest.length > 1 ? null : { key: "cli.plan.merge.files", values: {} };
  const most = typeof files === "number" ? files : files(options);
  const extra = rest[most];
  if (extra !== undefined) return { key: "cli.plan.unexpected", values: { given: extra } };
  return rest.length < most ? { key: "cli.plan.no-file", values: {} } : null;
}

/** Options of commands that write. */
export const WRITING = { author: "value" } as const satisfies OptionSpec;

/** Who is written into the history: `--author`, else `ANCU_AUTHOR`, else the user of the operating system; null not told. */
export function authorOf(options: Options): string | null {
  const given = options.value("author") ?? process.env.ANCU_AUTHOR ?? systemUser();
  const tidy = given.normalize("NFC").trim();
  return tidy === "" ? null : tidy;
}

function systemUser(): string {
  try {
    return os.userInfo().username;
  } catch {
    return ""; // a user without an entry in the system's list, as in some containers
  }
}

/** `--name` must be one of some words. */
export function wrongChoice(options: Options, name: string, allowed: readonly string[]): WrongUsage | null {
  const given = options.value(name);
  if (given === null || allowed.includes(given)) return null;
  return { key: "cli.option-choice", values: { option: `--${name}`, given, allowed: allowed.join(", ") } };
}

/** `--name` must be a day, written 2025-12-31. */
export function wrongDate(options: Options, name: string): WrongUsage | null {
  const given = options.value(name);
  if (given === null || isDay(given)) return null;
  return { key: "cli.plan.date", values: { option: `--${name}`, given } };
}

/** `--name` must be given. */
export function missing(options: Options, ...names: readonly string[]): WrongUsage | null {
  const name = names.find((one) => !options.has(one));
  return name === undefined ? null : { key: "cli.missing-option", values: { option: `--${name}` } };
}

/** `--name` means nothing here. */
export function pointless(options: Options, names: readonly string[], where: string): WrongUsage | null {
  const name = names.find((one) => options.has(one));
  return name === undefined ? null : { key: "cli.plan.pointless", values: { option: `--${name}`, where } };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
