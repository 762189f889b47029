import type { cli as vi } from "../vi/cli.ts";

export const cli: Record<keyof typeof vi, string> = {
  "cli.usage": `Usage: npm run -s ancu -- COMMAND …

  screen    who must move
  inspect   what a file holds, how much of it can be read, and what is wrong
  convert   any file as GeoJSON or CSV, in WGS 84 and Unicode
  units …   communes and wards before and since 1 July 2025; codes of one list as those of the other
  plan …    plan files: new, import, screen, baseline, event, progress, history, undo, redo, check, merge

Add --help after a command for its own usage. --lang vi|en chooses the language (vi by default).
Exit status: 0 done; 1 refused, with the reason on standard error; 2 wrong usage.
`,
  "cli.screen.usage": `Usage: npm run -s ancu -- screen --units FILE --households FILE --out FILE.geojson|.csv|.gpkg […]

  --units FILE           communes (GeoJSON): code, name, district
  --households FILE      household register (GeoJSON or CSV): id, ethnicity, lon, lat …
  --forests FILE         forests: name, kind
  --forest-coverage all|zones
                         outside every area of the layer is: all = assessed and clear; zones = not surveyed
  --hazards FILE         hazard zones: kind, level; may be given several times
  --hazard-coverage all|zones
  --roads FILE           roads
  --centres FILE         commune centres: code
  --rules FILE           rules (JSON); the default rules when left out
  --out FILE             the result, one feature or row per household; may be left out when only
                         counts are wanted (--summary or --json)
  --summary FILE.json    the totals
  --skip-bad             run although an area cannot be read; every output says so
  --json                 print the totals as JSON on standard output
  --lang vi|en           language (vi by default)

A layer of areas without --…-coverage is taken as zones: outside them the answer is unknown.
`,
  "cli.inspect.usage": `Usage: npm run -s ancu -- inspect FILE [--units FILE] [--json] [--lang vi|en]

Tells the format, which layer the file can be, how many features are accepted and refused and why, and its columns.
`,
  "cli.wrong-usage": "Wrong usage: {detail}",
  "cli.unknown-command": "There is no command “{command}”.",
  "cli.missing-option": "{option} is missing.",
  "cli.option-choice": "{option} says “{given}”; only these are taken: {allowed}.",
  "cli.one-file": "inspect wants exactly one file.",
  "cli.unknown-option": "there is no {option}",
  "cli.option-value": "{option} wants a value",
  "cli.unexpected": "it is not clear what “{given}” is for",
  "cli.no-file": "Cannot open the file {file}: it is not there or may not be read.",
  "cli.no-folder": "There is no folder to write {file} in. Make the folder first and run again.",
  "cli.option-twice": "{option} may be given once only",
  "cli.cannot-write": "Cannot write {file}: {reason}. Nothing was written.",
  "cli.out-ending": "It is not clear in which format to write {file}. Let it end in .geojson, .csv or .gpkg.",
  "cli.out-is-input":
    "{file} is both an input and the result. Choose another name so that no source is lost.",
  "cli.out-twice": "{file} is named for both the result and the totals. Choose two names.",
  "cli.reading": "Reading {file} …",
  "cli.read": "  {accepted} accepted, {rejected} refused, of {read}",
  "cli.screening": "Screening {households} {households:household|households} …",
  "cli.layer-refused":
    "Stopped: {count} {count:feature|features} of the layer cannot be read. A lost zone can make a house look safe. Mend the file, or add --skip-bad to run without them (every output will say so).",
  "cli.nothing-accepted": "Stopped: the file {file} has no feature that can be used as {wanted}.",
  "cli.skipped":
    "NOTE: {count} {count:feature|features} of the file {file} could not be read and {count:was|were} left out; zones may be missing.",
  "cli.coverage-assumed":
    "The layer {file} does not say what it covers; it is taken as zones only, outside them unknown (--{option} all if it covers the whole area).",
  "cli.replaced": "The register already has {columns}; the old values are replaced by this result.",
  "cli.screen.done":
    "{households} {households:household|households}: {eligible} must move, {unknown} unknown, {no} not concerned. {rejected} {rejected:row|rows} refused.",
  "cli.screen.written": "Wrote {file}",

  "cli.inspect.format": "Format: {format}",
  "cli.inspect.count": "Features: {count}",
  "cli.inspect.geometry": "Shapes: {kinds}",
  "cli.inspect.no-geometry": "no shape",
  "cli.inspect.needs": "needs {wanted}; the file has: {given}",
  "cli.inspect.unlikely": "(unlikely)",
  "cli.inspect.table": "a table without shapes",
  "cli.inspect.coordinates": "Coordinates:",
  "cli.inspect.possible": "Can be used as:",
  "cli.inspect.none": "Cannot be used as any layer yet. Why, by layer:",
  "cli.inspect.reading": "{layer}: {accepted} accepted, {rejected} refused",
  "cli.inspect.located": "{located} located, {unlocated} not located",
  "cli.inspect.rejected": "Refused:",
  "cli.inspect.notes": "Notes:",
  "cli.inspect.columns": "Columns:",
  "cli.inspect.column": "{name}: filled {filled}/{count}, {distinct} distinct; for example: {sample}",
  "cli.inspect.column-empty": "{name}: empty",
};
