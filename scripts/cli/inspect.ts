/** `ancu inspect`: what a file holds, how much of it can be read, and what is wrong. */
import path from "node:path";
import {
  acceptedCount,
  describe,
  type FileDescription,
  placeProblems,
  readerFor,
} from "../../src/core/formats/index.ts";
import { problemText } from "../../src/text/problem-text.ts";
import { type Language, say } from "../../src/text/say.ts";
import { columnStatistics } from "./column-statistics.ts";
import type { Command, ExitCode } from "./command.ts";
import { readBytes } from "./files.ts";
import { geometryKinds, whyNot } from "./inspect-shapes.ts";
import { inspectionText } from "./inspect-text.ts";
import { openSources } from "./intake/open-sources.ts";
import { type TableReport, tableReport } from "./intake/table-report.ts";
import { tableText } from "./intake/table-text.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

export const inspect: Command = {
  name: "inspect",
  usage: "cli.inspect.usage",
  options: { json: "flag", units: "value" },
  run,
};

/** What `--json` prints and what the text tells of a file that is in our words. */
export type Inspection = ReturnType<typeof inspectionOf>;

async function run(options: Options, terminal: Terminal, language: Language): Promise<ExitCode> {
  const [file, ...more] = options.rest;
  if (file === undefined || more.length > 0) {
    terminal.tell(say(language, "cli.one-file"));
    terminal.tell(say(language, "cli.inspect.usage"));
    return 2;
  }
  const bytes = readBytes(file);
  if (bytes === null) {
    terminal.tell(say(language, "cli.no-file", { file }));
    return 1;
  }
  const described = describe(bytes, path.basename(file));
  const tables = await tablesOf(file, options, terminal, language);
  if (tables === null) return 1;
  if (described.ok) {
    const report = { ...inspectionOf(described.value), tables };
    terminal.out(
      options.has("json") ? `${JSON.stringify(report, null, 2)}\n` : inspectionText(language, report),
    );
    return 0;
  }
  if (tables.length === 0) return 1;
  const lines = tables.flatMap((table) => tableText(language, table));
  terminal.out(
    options.has("json")
      ? `${JSON.stringify({ file: path.basename(file), tables }, null, 2)}\n`
      : `${lines.join("\n")}\n`,
  );
  return 0;
}

/** Every sheet or layer of the file with what it is guessed to mean; what cannot be read is told. */
async function tablesOf(
  file: string,
  options: Options,
  terminal: Terminal,
  language: Language,
): Promise<readonly TableReport[] | null> {
  const opened = await openSources([file], options.value("units"), terminal, language);
  if (opened === null) return null;
  for (const problem of opened.refused) terminal.tell(problemText(language, problem));
  const tables: TableReport[] = [];
  for (const { id } of opened.items) {
    const view = await opened.session.view(id);
    if (view.ok) tables.push(tableReport(view.value, opened.session));
  }
  return tables;
}

function inspectionOf({ table, possible }: FileDescription) {
  const readings = possible.map(({ as, score }) => {
    const reading = readerFor(as).read(table);
    const { read, rejected, notes } = reading;
    return {
      as,
      likeness: Math.round(score * 100) / 100,
      read,
      accepted: acceptedCount(reading),
      located: "located" in reading ? reading.located : null,
      rejected,
      notes,
    };
  });
  const none = readings.length === 0;
  return {
    file: table.file,
    format: table.format,
    read: table.read,
    geometry: geometryKinds(table),
    readings,
    /** Only where the file can be no layer: why, and what is wrong with its coordinates. */
    reasons: none ? whyNot(table) : [],
    coordinates: none ? placeProblems(table).filter(({ code }) => code !== "feature.geometry-kind") : [],
    columns: columnStatistics(table),
    rows: table.features.length,
  };
}
