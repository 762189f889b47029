/** `ancu convert`: any file that comes in, as GeoJSON or CSV in WGS 84 with its letters put right. */

import path from "node:path";
import type { CrsCode } from "../../src/core/crs/definitions.ts";
import { parseCrsCode } from "../../src/core/crs/parse-code.ts";
import { writeCsv } from "../../src/core/formats/csv/csv-write.ts";
import { writeGeoJson } from "../../src/core/formats/geojson/geojson-write.ts";
import { setOwn } from "../../src/core/formats/normalise.ts";
import { missingColumn } from "../../src/core/intake/columns/meaning-json.ts";
import type { Interpreted } from "../../src/core/intake/interpret.ts";
import { ENCODINGS, type Encoding, type Meaning } from "../../src/core/intake/meaning.ts";
import { pointAt } from "../../src/core/intake/place-list.ts";
import type { Geometry } from "../../src/core/model/geometry.ts";
import type { Json } from "../../src/core/model/household.ts";
import type { IntakeView } from "../../src/intake/protocol.ts";
import { groupTexts, problemText, withoutFile } from "../../src/text/problem-text.ts";
import { type Language, say, type TextKey, type TextValues } from "../../src/text/say.ts";
import type { Command, ExitCode } from "./command.ts";
import { writeAll } from "./files.ts";
import { readMapping } from "./intake/mapping-file.ts";
import { oneTable } from "./intake/one-table.ts";
import { openSources } from "./intake/open-sources.ts";
import { tableReport } from "./intake/table-report.ts";
import { tableText } from "./intake/table-text.ts";
import { unitsLine, unitsReport } from "./intake/units-line.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/**
 * `--json`: `{ "file", "table", "read", "written", "rejected", "place", "meaning", "units", "notes" }`; `units` is a
 * `UnitsReport`, null where no codes are turned.
 */
export const convert: Command = {
  name: "convert",
  usage: "cli.convert.usage",
  options: {
    out: "value",
    crs: "value",
    encoding: "value",
    mapping: "value",
    table: "value",
    units: "value",
    json: "flag",
  },
  run,
};

/** What was asked, understood. */
interface Asked {
  readonly out: string;
  readonly crs: CrsCode | null;
  readonly encoding: Encoding | null;
  readonly meaning: Meaning | null;
}

async function run(options: Options, terminal: Terminal, language: Language): Promise<ExitCode> {
  const tell = (key: TextKey, values?: TextValues) => terminal.tell(say(language, key, values));
  const asked = askedOf(options, terminal, language);
  if (typeof asked === "number") return asked;
  const opened = await openSources(options.rest, options.value("units"), terminal, language);
  if (opened === null) return 1;
  const item = oneTable(opened, options.value("table"), terminal, language);
  if (item === null) return 1;
  const { session } = opened;
  const first = await session.view(item.id);
  if (!first.ok) return refuse(problemText(language, first.problem), terminal);
  const keys = first.value.meaning.columns.map(({ column }) => column);
  const missing = asked.meaning === null ? null : missingColumn(asked.meaning, keys, { file: item.file });
  if (missing) return refuse(problemText(language, missing), terminal);
  const meaning = meaningAsked(first.value, asked);
  if (meaning === null) {
    for (const line of tableText(language, tableReport(first.value))) terminal.tell(line);
    tell("cli.convert.place", { file: item.file });
    return 1;
  }
  const said = await session.change(item.id, { kind: "whole", meaning });
  if (!said.ok) return refuse(problemText(language, said.problem), terminal);
  const rows = session.interpreted(item.id);
  if (rows === null) return 1;
  const bytes = asked.out.toLowerCase().endsWith(".csv") ? csvOf(rows) : geoJsonOf(rows);
  const failed = writeAll([{ file: asked.out, pieces: [bytes] }]);
  if (failed) {
    tell("cli.cannot-write", failed);
    return 1;
  }
  const notes = rows.notes();
  for (const problems of [notes, rows.rejected]) {
    for (const text of groupTexts(language, problems.map(withoutFile))) terminal.tell(`  ${text}`);
  }
  const units = unitsReport(session, item.id);
  if (units) terminal.tell(`  ${unitsLine(language, units)}`);
  tell("cli.convert.done", { out: asked.out, written: rows.rows.length, rejected: rows.rejected.length });
  if (options.has("json")) {
    const { file, table, read } = item;
    const report = {
      file,
      table,
      read,
      written: rows.rows.length,
      rejected: rows.rejected,
      place: meaning.place,
      meaning,
      units,
      notes,
    };
    terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  }
  return 0;
}

function askedOf(options: Options, terminal: Terminal, language: Language): Asked | ExitCode {
  const wrong = (key: TextKey, values?: TextValues): ExitCode => {
    terminal.tell(say(language, key, values));
    terminal.tell(say(language, "cli.convert.usage"));
    return 2;
  };
  const out = options.value("out");
  if (options.rest.length === 0) return wrong("cli.missing-option", { option: "IN" });
  if (out === null) return wrong("cli.missing-option", { option: "--out" });
  if (!/\.(geojson|json|csv)$/i.test(out)) return wrong("cli.convert.ending", { file: out });
  if (options.rest.some((file) => path.resolve(file) === path.resolve(out))) {
    return wrong("cli.out-is-input", { file: out });
  }
  const given = options.value("encoding");
  const encoding = ENCODINGS.find((one) => one === given) ?? null;
  if (given !== null && given !== "auto" && encoding === null) {
    return wrong("cli.option-choice", {
      option: "--encoding",
      given,
      allowed: ["auto", ...ENCODINGS].join(", "),
    });
  }
  const code = options.value("crs");
  const crs = code === null ? null : parseCrsCode(code);
  if (crs && !crs.ok) return refuse(problemText(language, crs.problem), terminal);
  const mapping = options.value("mapping");
  const meaning = mapping === null ? null : readMapping(mapping, terminal, language);
  if (mapping !== null && meaning === null) return 1;
  return { out, crs: crs?.ok ? crs.value : null, encoding, meaning };
}

/** Null when nobody can say for certain where the rows lie. Without a mapping every column keeps its own name. */
function meaningAsked(view: IntakeView, { crs, encoding, meaning }: Asked): Meaning | null {
  if (meaning) return meaning;
  const columns = view.meaning.columns.map((column) => ({
    ...column,
    field: null,
    values: null,
    ...(encoding && { encoding }),
  }));
  const places = view.places.filter(({ value }) => crs === null || value.crs === crs);
  const [best] = places;
  if (view.places.length > 0 && (!best || (crs === null && view.placeConfidence === "low"))) return null;
  return { ...view.meaning, columns, constants: [], unitList: null, place: best?.value ?? null };
}

function csvOf(rows: Interpreted): Uint8Array {
  const columns = rows.columns.map(({ name }) => name);
  const place = rows.points ? ["lon", "lat"] : [];
  return writeCsv(
    [...columns, ...place],
    Array.from(rows.rows, (_, i) => {
      const record = recordOf(rows, i);
      const at = rows.points && pointAt(rows.points, i);
      return at ? { ...record, lon: at[0], lat: at[1] } : record;
    }),
  );
}

function geoJsonOf(rows: Interpreted): Uint8Array {
  return writeGeoJson(
    Array.from(rows.rows, (_, i) => ({ properties: recordOf(rows, i), geometry: geometryOf(rows, i) })),
  );
}

function geometryOf(rows: Interpreted, i: number): Geometry | null {
  const at = rows.points && pointAt(rows.points, i);
  return rows.shapes?.[i] ?? (at ? { type: "Point", coordinates: at } : null);
}

function recordOf(rows: Interpreted, i: number): Record<string, Json> {
  const record: Record<string, Json> = {};
  for (const { name, value } of rows.columns) setOwn(record, name, value(rows.source[i]!));
  return record;
}

function refuse(text: string, terminal: Terminal): ExitCode {
  terminal.tell(text);
  return 1;
}
