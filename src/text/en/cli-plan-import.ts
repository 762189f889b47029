import type { cliPlanImport as vi } from "../vi/cli-plan-import.ts";

/** Command line: plan new, plan import. */
export const cliPlanImport: Record<keyof typeof vi, string> = {
  "cli.plan.new.usage": `Usage: npm run -s ancu -- plan new PLAN.gpkg --units FILE […]

  --units FILE           communes: code, name, district
  --households FILE      household register: id, ethnicity, lon, lat …
  --forests FILE         forests: name, kind; may be given several times
  --forest-coverage all|zones
                         outside every area of the layer is: all = assessed and clear; zones = not surveyed
  --hazards FILE         hazard zones: kind, level; may be given several times
  --hazard-coverage all|zones
  --roads FILE           roads
  --centres FILE         commune centres: code
  --rules FILE           rules (JSON); the default rules when left out
  --name NAME            name of the plan; the file's name when left out
  --skip-bad             take a layer although features cannot be read; the layer says how many are missing
  --author NAME          who does it, for the history (default: ANCU_AUTHOR, then the user of the machine)
  --json                 print on standard output: file, id, name, revision, imported, skipped
  --lang vi|en           language (vi by default)

A file that is there is never written over.
`,
  "cli.plan.import.usage": `Usage: npm run -s ancu -- plan import PLAN.gpkg [--as KIND] FILE… […]
       npm run -s ancu -- plan import PLAN.gpkg --households FILE [FILE…] […]

  Takes every format the program reads (Excel, CSV, Shapefile, MapInfo, KML, GeoPackage, GeoJSON …). Files given
  together belong together (a .shp and its .dbf). While anything is not certain nothing is written, and the option
  that answers it is told.

  --as households|units|forests|hazards|roads|centres
                         what the file is; found out when left out
  --households FILE      as --as households
  --layer KIND           as --as KIND
  --table NAME           sheet or layer, when the file has several
  --crs CODE|NAME        coordinate system of the file, whatever the file says: EPSG:9218
  --mapping M.json       what the columns mean (the "meaning" of inspect --json, changed where needed)
  --sender NAME          who sent it: how their earlier file was read is used again, and this reading is kept
  --update               a newer list laid over the register: adds and changes, removes nobody
  --dry-run              tell everything that would be done, write nothing
  --replace              put it in the place of the whole register, or of every layer of this kind
  --coverage all|zones   forests and hazards only: outside the areas is assessed and clear, or not surveyed
  --name NAME            name of the layer; the file's name when left out
  --date DATE            date of the data, written 2025-12-31
  --provider NAME        who made the data
  --licence NAME         terms of use
  --skip-bad             take it although features cannot be read; the layer says how many are missing
  --author NAME          who does it, for the history
  --json                 print on standard output: as, file, read, accepted, rejected, rejectedRows, located,
                         coverage, skipped, revision, place, from, update, dryRun
  --lang vi|en           language (vi by default)
`,
  "cli.plan.import.open":
    "It is not certain what the file {file} means, so nothing was written. Still to be answered:",
  "cli.plan.import.from": "Read like the earlier file {file} of {sender}.",
  "cli.plan.import.raster":
    "The file {file} is a raster. Take it in with: plan rasters PLAN.gpkg --add FILE.",
  "cli.plan.import.mapping-as":
    "--mapping says the file is {given}, the command says {as}. Change one of them.",
  "cli.plan.import.no-place":
    "The file {file} has no coordinates, so {crs} cannot be used. Leave out --crs, or name the columns with --mapping.",
  "cli.plan.import.update-layer": "--update is for household registers only; the file {file} is {layer}.",
  "cli.plan.import.update":
    "Against the register: {added} added, {changed} changed, {same} the same; {gone} are not in the newer list and stay.",
  "cli.plan.import.update-added": "  Added: {ids}",
  "cli.plan.import.update-changed": "  Changed: {ids}",
  "cli.plan.import.update-gone": "  Not in the newer list: {ids}",
  "cli.plan.import.update-alike":
    "  Perhaps the same household under another id, a person has to look: {pairs}",
  "cli.plan.import.dry-run":
    "Trial: {accepted} features of the file {file} could go into {plan}. Nothing was written.",
};
