/** `ancu convert`, and what `ancu inspect` says of files that are not in our words. */
import type { cliIntake as vi } from "../vi/cli-intake.ts";

export const cliIntake: Record<keyof typeof vi, string> = {
  "cli.intake.units":
    "Commune codes from {from} to {to}, {rows} {rows:row|rows}: {one} convert; {ambiguous} of split units, {open} of them still open; {unknown} not in the list.",
  "cli.convert.usage": `Usage: npm run -s ancu -- convert FILE… --out RESULT.geojson|RESULT.csv [options]

Reads a sender's file (Excel, MapInfo, Shapefile, KML, GeoPackage …) and writes it in WGS 84 and Unicode.
Nothing is written while the coordinate system is not certain: the possible ones are told, to choose from.

  --crs EPSG:9218        coordinate system of the file, whatever the file says
  --encoding CODE        auto, unicode, utf-8, tcvn3, vni, viscii, windows-1258, html, viqr, by-value (default: found for each column)
  --mapping M.json       what the columns mean (the "meaning" of inspect --json, changed where needed)
  --table NAME           sheet or layer, when the file has several
  --units FILE           commune boundaries to prove places by
  --json                 print a report as JSON on standard output
  --lang vi|en           language (default vi)
`,
  "cli.convert.ending":
    "It is not clear in which format to write {file}. Give it the ending .geojson or .csv.",
  "cli.convert.tables": "The file holds several tables: {tables}. Choose one with --table.",
  "cli.convert.place":
    "The coordinate system of {file} is not certain, so nothing was written. Choose with --crs, or add --units to prove it.",
  "cli.convert.done": "Wrote {out}: {written} {written:row|rows}, {rejected} refused.",
  "cli.intake.table": "{name}: {format}, {read} rows or features",
  "cli.intake.as": "  Looks like {layer}. Columns:",
  "cli.intake.as-unknown": "  It is not clear which layer it is. Columns:",
  "cli.intake.column": "{name} [{encoding}] is {field}: {sample}",
  "cli.intake.unsure": "(not certain)",
  "cli.intake.place":
    "{crs}: {rows} rows, within the communes {inside}, in the declared commune {declared}, shift {shift}",
  "cli.intake.place-unsure": "The coordinate system is not certain: a person has to look at the map.",
  "cli.intake.no-table": "The file has no table “{table}”. There are: {tables}.",
  "cli.intake.nothing": "The file has no table or layer that can be read.",
  "cli.intake.question.as": "What is the file? Answer with --as. It could be:",
  "cli.intake.question.place": "Which coordinate system? Answer with --crs. It could be:",
  "cli.intake.question.unit-list":
    'Which list are the commune codes of? Give "unitList" as "2025-03" or "2025-07" in the file of --mapping.',
  "cli.intake.question.field":
    'Is the column “{name}” {field}? Give its "field" in the file of --mapping. It could be:',
  "cli.intake.question.encoding":
    'Which encoding is the column “{name}” in? Give its "encoding" in the file of --mapping. It could be:',
  "cli.intake.question.values":
    'What do the values of the column “{name}” mean? Give its "values" in the file of --mapping. Understood now:',
};
