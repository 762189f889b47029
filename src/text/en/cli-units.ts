/** `ancu units`. */
export const cliUnits = {
  "cli.units.usage": `Usage: npm run -s ancu -- units list [--list 2025-07|2025-03] [--json] [--out OUT.csv]
       npm run -s ancu -- units convert CODE|NAME… | --file FILE --column COLUMN [--table TABLE] | --all [--from 2025-03|2025-07]

  list           communes and wards, their former districts and province, and what they were made of
  convert        from one list to the other (from 2025-03 to 2025-07 unless said)
  --table TABLE  sheet or layer of the file, where it has several
  --out OUT.csv  writes the result to a file
  --json         prints the result as JSON on standard output
  --lang vi|en   language (vi unless said)
`,
  "cli.units.part": "(part)",
  "cli.units.which": "Give codes or names, or --file with --column, or --all; one of the three.",
  "cli.units.column": "There is no column {column}. Columns: {columns}.",
  "cli.units.counts":
    "From {from} to {to}, in rows: {one} convert, {ambiguous} ambiguous, {unknown} unknown, {empty} empty.",
  "cli.units.split": "  {unit} was split ({rows}): a point or village is needed to choose {units}",
  "cli.units.merged":
    "  {unit} was made of several units ({rows}): a point or village is needed to choose {units}",
  "cli.units.none": "  {code} is not in list {list} ({rows})",
  "cli.units.name": "  “{name}” is not one unit ({rows}): {units}",
} as const;
