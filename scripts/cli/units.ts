/** `ancu units list` and `ancu units convert`: the two lists of communes, and from one to the other. */
import { conversionReport } from "../../src/core/admin/convert-unit.ts";
import { fullUnitName, unitsOf } from "../../src/core/admin/units.ts";
import type { AdminUnit } from "../../src/core/admin/units-data.ts";
import { writeCsv } from "../../src/core/formats/csv/csv-write.ts";
import { LIST_VERSIONS, type ListVersion } from "../../src/core/intake/meaning.ts";
import { type Language, say, type TextKey, type TextValues } from "../../src/text/say.ts";
import type { Command, ExitCode } from "./command.ts";
import { writeAll } from "./files.ts";
import type { Options } from "./options.ts";
import { table } from "./plan/table.ts";
import type { Terminal } from "./terminal.ts";
import { askedUnits, type NotOneUnit } from "./units-asked.ts";

/**
 * Every unit of one list, as an aligned table; `--out` writes the same as CSV. `--json`: `{ "list", "units" }`, every
 * unit as `AdminUnit`.
 */
export const unitsList: Command = {
  name: "units list",
  usage: "cli.units.usage",
  options: { list: "value", json: "flag", out: "value" },
  run: list,
};

/**
 * Codes and names of one list in the other, with the rows behind them. Status 1: the file, its table or its column
 * cannot be read; 2: not exactly one of arguments, `--file` and `--all`. `--json`: `ConversionReport` and `names`, the
 * names written that are not one unit; what is ambiguous or unknown is told, never guessed.
 */
export const unitsConvert: Command = {
  name: "units convert",
  usage: "cli.units.usage",
  options: {
    from: "value",
    file: "value",
    column: "value",
    table: "value",
    all: "flag",
    json: "flag",
    out: "value",
  },
  run: convert,
};

async function list(options: Options, terminal: Terminal, language: Language): Promise<ExitCode> {
  const version = listAsked(options, "list", "2025-07", terminal, language);
  if (version === null) return 2;
  if (options.rest.length > 0)
    return wrong("cli.unexpected", { given: options.rest[0]! }, terminal, language);
  const rows = unitsOf(version).map((unit) => ({
    code: unit.code,
    name: fullUnitName(unit),
    districts: unit.districts.map(({ name }) => name).join(", "),
    province: unit.formerProvince,
    made_of: unit.formerUnits
      .map(({ code, name, part }) => `${code} ${name}${part ? ` ${say(language, "cli.units.part")}` : ""}`)
      .join("; "),
  }));
  const columns = ["code", "name", "districts", "province", "made_of"];
  if (!written(options, columns, rows, terminal, language)) return 1;
  if (options.has("json")) {
    terminal.out(`${JSON.stringify({ list: version, units: unitsOf(version) }, null, 2)}\n`);
  } else if (!options.has("out")) {
    const [head, ...lines] = table(
      columns,
      rows.map((row) => [row.code, row.name, row.districts, row.province, row.made_of]),
      columns.map(() => "left"),
    );
    terminal.out(`${[head, ...lines].join("\n")}\n`);
  }
  return 0;
}

async function convert(options: Options, terminal: Terminal, language: Language): Promise<ExitCode> {
  const from = listAsked(options, "from", "2025-03", terminal, language);
  if (from === null) return 2;
  const ways = [options.rest.length > 0, options.has("all"), options.has("file")].filter(Boolean).length;
  const ofFile = [options.has("column"), options.has("table") || options.has("file")];
  if (ways !== 1 || ofFile.some((given) => given !== options.has("file"))) {
    return wrong("cli.units.which", {}, terminal, language);
  }
  const asked = await askedUnits(options, from, terminal, language);
  if (asked === null) return 1;
  const to: ListVersion = from === "2025-03" ? "2025-07" : "2025-03";
  const report = conversionReport(asked.codes, from, to);
  const rows = [
    ...report.certain.map((one) => rowOf("one", one.from, [one.to], one.rows)),
    ...report.several.map((one) => rowOf(one.why, one.from, one.to, one.rows)),
    ...report.none.map(([code, count]) => ({ state: "unknown", code, name: "", became: "", rows: count })),
    ...asked.names.map((one) => ({
      state: "unknown",
      code: "",
      name: one.written,
      became: one.candidates.map(coded).join("; "),
      rows: one.rows,
    })),
  ];
  if (!written(options, ["state", "code", "name", "became", "rows"], rows, terminal, language)) return 1;
  if (options.has("json")) {
    terminal.out(`${JSON.stringify({ ...report, names: asked.names }, null, 2)}\n`);
    return 0;
  }
  const lines = [
    say(language, "cli.units.counts", {
      from,
      to,
      one: report.one,
      ambiguous: report.ambiguous,
      unknown: report.unknown + sum(asked.names),
      empty: asked.empty,
    }),
    ...report.certain.map((one) => `  ${coded(one.from)} → ${coded(one.to)} (${one.rows})`),
    ...report.several.map((one) =>
      say(language, one.why === "split" ? "cli.units.split" : "cli.units.merged", {
        unit: coded(one.from),
        units: one.to.map(coded).join("; "),
        rows: one.rows,
      }),
    ),
    ...report.none.map(([code, count]) => say(language, "cli.units.none", { code, list: from, rows: count })),
    ...asked.names.map((one) => nameLine(one, from, language)),
  ];
  terminal.out(`${lines.join("\n")}\n`);
  return 0;
}

function nameLine({ written, candidates, rows }: NotOneUnit, list: ListVersion, language: Language): string {
  return candidates.length === 0
    ? say(language, "cli.units.none", { code: written, list, rows })
    : say(language, "cli.units.name", { name: written, units: candidates.map(coded).join("; "), rows });
}

function rowOf(state: string, from: AdminUnit, to: readonly AdminUnit[], rows: number) {
  return { state, code: from.code, name: fullUnitName(from), became: to.map(coded).join("; "), rows };
}

function coded(unit: AdminUnit): string {
  return `${unit.code} ${fullUnitName(unit)}`;
}

function sum(names: readonly NotOneUnit[]): number {
  return names.reduce((all, { rows }) => all + rows, 0);
}

/** True when there is nothing to write or it was written; else the reason was told. */
function written(
  options: Options,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | number>>[],
  terminal: Terminal,
  language: Language,
): boolean {
  const file = options.value("out");
  if (file === null) return true;
  const failed = writeAll([{ file, pieces: [writeCsv(columns, rows)] }]);
  if (failed) terminal.tell(say(language, "cli.cannot-write", failed));
  return failed === null;
}

function listAsked(
  options: Options,
  option: string,
  usual: ListVersion,
  terminal: Terminal,
  language: Language,
): ListVersion | null {
  const given = options.value(option) ?? usual;
  const known = LIST_VERSIONS.find((one) => one === given) ?? null;
  const values = { option: `--${option}`, given, allowed: LIST_VERSIONS.join(", ") };
  if (known === null) terminal.tell(say(language, "cli.option-choice", values));
  return known;
}

function wrong(key: TextKey, values: TextValues, terminal: Terminal, language: Language): ExitCode {
  terminal.tell(say(language, key, values));
  terminal.tell(say(language, "cli.units.usage"));
  return 2;
}
