import type { cliPlan as vi } from "../vi/cli-plan.ts";

export const cliPlan: Record<keyof typeof vi, string> = {
  "cli.plan.usage": `Usage: npm run -s ancu -- plan COMMAND PLAN.gpkg …

  new        a new plan from data files
  import     a household register or a layer into a plan
  screen     who must move, by the plan's rules
  sites      list, check and add resettlement sites
  assign     send the households that must move to the sites
  baseline   freeze a baseline, list what is frozen, add households
  event      record what happened to one household, or a whole table
  progress   how far we are on a day
  history    who did what, when
  undo, redo turn the last command round
  check      examine a plan file, recover what can be read of a damaged one
  merge      bring copies of one plan together

Add --help after a command for its own usage.
A refused command leaves the plan file as it is. Exit status: 0 done; 1 refused; 2 wrong usage.
`,
  "cli.plan.screen.usage": `Usage: npm run -s ancu -- plan screen PLAN.gpkg […]

  --out FILE             the result for every household (.geojson, .csv, .gpkg)
  --summary FILE.json    the totals
  --rules FILE           try other rules; the plan stays as it is
  --json                 print the totals on standard output: as the command screen, with plan and decided
  --lang vi|en           language (vi by default)
`,
  "cli.plan.baseline.usage": `Usage: npm run -s ancu -- plan baseline PLAN.gpkg --name NAME --on DATE [--target relocation|migrants]
       npm run -s ancu -- plan baseline PLAN.gpkg --extend NAME --on DATE [--document NUMBER]
       npm run -s ancu -- plan baseline PLAN.gpkg --list

  --name NAME            freeze a new baseline: households that are to move by the rules and the decisions
  --on DATE              its date, written 2025-12-31
  --target relocation|migrants
                         relocation (default): households to move; migrants: unplanned migrants
  --extend NAME          add the households found since to a frozen baseline; counted apart from that date on
  --document NUMBER      the document the addition rests on
  --list                 the baselines there are
  --author NAME          who does it, for the history
  --json                 print on standard output: id, name, target, on, households, unknown, included,
                         excluded, revision; with --extend: id, name, on, added, unknown, revision
  --lang vi|en           language (vi by default)
`,
  "cli.plan.event.usage": `Usage: npm run -s ancu -- plan event PLAN.gpkg --household ID --kind KIND --on DATE [--document NUMBER] [--note TEXT]
       npm run -s ancu -- plan event PLAN.gpkg --file FILE.csv

  --household ID         the household
  --kind KIND            identified, planned, land-allocated, moved, settled, stabilised-in-place, returned,
                         split, left, died, removed
  --on DATE              when it happened, written 2025-12-31
  --document NUMBER      number of the document
  --note TEXT            a note
  --file FILE.csv        a table with the columns household, kind, on, document, note; all of it or nothing
  --author NAME          who does it, for the history
  --json                 print on standard output: id, household, kind, on, revision; with --file: file, events,
                         households, revision
  --lang vi|en           language (vi by default)
`,
  "cli.plan.progress.usage": `Usage: npm run -s ancu -- plan progress PLAN.gpkg --as-of DATE […]

  --as-of DATE           count what happened up to the end of this day, written 2025-12-31
  --by unit|district|province
                         by commune (default), former district or former province
  --baseline NAME        the baseline; the earliest one of the target when left out
  --target relocation|migrants
  --known-on DATE        by what was recorded up to the end of this day
  --audit                list what was changed, after the day of --as-of, of what had happened up to it
  --json                 print on standard output: asOf, target, baseline, rows, total, …, plan, knownOn, audit
  --lang vi|en           language (vi by default)

Percentages in the table are cut, never rounded up.
`,
  "cli.plan.history.usage": `Usage: npm run -s ancu -- plan history PLAN.gpkg [--household ID | --site ID | --layer ID] […]

  --household ID         only what concerns this household, with each field that changed
  --site ID|NAME         the same for a site
  --layer ID|NAME        the same for a layer
  --limit NUMBER         how many entries, newest first (default 50)
  --json                 print on standard output: revision, entries, more
  --lang vi|en           language (vi by default)
`,
  "cli.plan.undo.usage": `Usage: npm run -s ancu -- plan undo PLAN.gpkg [--author NAME] [--json] [--lang vi|en]

Undoes the last command and says which it was. The history keeps both the command and its undoing.
--json prints on standard output: turned, revision, undo, redo.
`,
  "cli.plan.redo.usage": `Usage: npm run -s ancu -- plan redo PLAN.gpkg [--author NAME] [--json] [--lang vi|en]

Does again what was undone last and says which it was.
--json prints on standard output: turned, revision, undo, redo.
`,
  "cli.plan.no-plan": "The name of the plan file (.gpkg) is missing.",
  "cli.plan.no-file": "The name of the file to take in is missing.",
  "cli.plan.unexpected": "It is not clear what “{given}” is for.",
  "cli.plan.pointless": "{option} does not go together with {where}.",
  "cli.plan.date":
    "{option} says “{given}”, which is not a day. Write year-month-day, for example 2025-12-31.",
  "cli.plan.number": "{option} says “{given}”; it wants a whole number from 1 on.",
  "cli.plan.folder": "{file} is a folder, not a plan file.",
  "cli.plan.not-a-plan":
    "The file {file} is not an An Cư plan. Make a plan with plan new, then bring data into it.",
  "cli.plan.damaged":
    "The file {file} is damaged or cut short and cannot be opened. Use plan check --recover to save what can still be read.",
  "cli.plan.open-elsewhere":
    "The file {file} is open in another program ({beside} is there). Close it there and run again.",
  "cli.plan.waiting": "Another command is writing to {file}, waiting for it …",
  "cli.plan.locked":
    "Another command is still writing to {file}. Nothing was written. If no command is running, delete the file {lock} and run again.",
  "cli.plan.changed-meanwhile":
    "Another program wrote the file {file} while this command ran. Nothing was written. Run the command again.",
  "cli.plan.not-saved": "The file stays as it is; those changes are not recorded in its history yet.",
  "cli.plan.no-memory":
    "The plan is too large for the memory there is, so {file} was not written. It stays as it was.",
  "cli.plan.not-saved-yet":
    "Those changes count in this result; the next command that writes records them in the history.",
  "cli.plan.ending": "A plan file's name ends in .gpkg; given was {file}.",
  "cli.plan.exists":
    "{file} is there already. This command writes over nothing; choose another name or use plan import.",
  "cli.plan.unlike":
    "Stopped: most of the file {file} does not look like {wanted}, so it was not taken in. Check the file.",
  "cli.plan.new.done":
    "Made the plan {file}: {layers} {layers:layer|layers}, {households} {households:household|households}.",
  "cli.plan.import.done": "Took {accepted} {accepted:feature|features} of the file {file} into {plan}.",
  "cli.plan.screen.decided":
    "By decision {included} more, {excluded} fewer: {toMove} must move, {unknown} unknown.",
  "cli.plan.baseline.frozen.relocation":
    "Froze {name} on {on}: {households} {households:household|households} to move. {unknown} unknown {unknown:one was|ones were} left out.",
  "cli.plan.baseline.frozen.migrants":
    "Froze {name} on {on}: {households} unplanned migrant {households:household|households}. {unknown} of which it is not known {unknown:was|were} left out.",
  "cli.plan.baseline.extended":
    "Added {added} {added:household|households} to {name} from {on} on, counted apart from those frozen. {unknown} unknown {unknown:one was|ones were} left out.",
  "cli.plan.baseline.missing": "The plan has no baseline {name}. See the names with plan baseline --list.",
  "cli.plan.baseline.nobody": "No further household is to move, so nothing can be added to {name}.",
  "cli.plan.baseline.none": "No baseline has been frozen in this plan.",
  "cli.plan.baseline.row":
    "{name} · {on} · {target} · {households} {households:household|households}, {added} added · {id}",
  "cli.plan.event.done": "Recorded for household {household}: {kind}, {on}.",
  "cli.plan.event.many":
    "Recorded {count} {count:event|events} of {households} {households:household|households} from the file {file}.",
  "cli.plan.event.columns":
    "The file {file} lacks the {columns} column. It needs household, kind, on (and document, note if any).",
  "cli.plan.event.kind": "{where}: There is no kind of event “{kind}”; only these are taken: {allowed}.",
  "cli.plan.event.none-taken":
    "Stopped: {count} {count:row|rows} of the file {file} cannot be recorded, so none was. Mend the file and run again.",
  "cli.plan.event.empty": "The file {file} has no rows.",
  "cli.plan.progress.head":
    "{target}, up to {asOf}. Baseline “{name}” of {on}: {count} {count:household|households}.",
  "cli.plan.progress.added":
    "Added since it was frozen: {count} {count:household|households}, counted apart in the rolling columns.",
  "cli.plan.progress.present":
    "An earlier form of the file froze this baseline and did not keep where households were; they are counted where they are now.",
  "cli.plan.progress.no-province": "former province not known",
  "cli.plan.progress.column.rolling": "Rolling",
  "cli.plan.progress.column.rolling-done": "Done",
  "cli.plan.progress.column.rolling-percent": "Percent",
  "cli.plan.progress.known-on": "By what was recorded up to the end of {on}.",
  "cli.plan.progress.column.code": "Code",
  "cli.plan.progress.column.name": "Name",
  "cli.plan.progress.column.baseline": "Baseline",
  "cli.plan.progress.column.done": "Done",
  "cli.plan.progress.column.percent": "Percent",
  "cli.plan.progress.column.target": "Target",
  "cli.plan.progress.column.met": "Met",
  "cli.plan.progress.column.last12": "12 months",
  "cli.plan.progress.met": "yes",
  "cli.plan.progress.not-met": "no",
  "cli.plan.audit.none": "After {on} nothing was changed of what had been recorded up to it.",
  "cli.plan.audit.head":
    "After {on} {count} {count:change was|changes were} made of what had been recorded up to it:",
  "cli.plan.audit.line": "{at} · {author} · household {household}: {before}, now {after}",
  "cli.plan.audit.event": "{kind} on {on}",
  "cli.plan.audit.nothing": "nothing",
  "cli.plan.audit.recorded-later":
    "{count} {count:event|events} dated up to {on} {count:was|were} first recorded after it.",
  "cli.plan.history.line": "{seq}  {at}  {author}  {what}",
  "cli.plan.history.do": "{what}",
  "cli.plan.history.undone": "{what} (undone)",
  "cli.plan.history.undo": "Undo: {what}",
  "cli.plan.history.redo": "Redo: {what}",
  "cli.plan.history.merged": "{what} (from a merged copy)",
  "cli.plan.history.nobody": "(no name)",
  "cli.plan.history.nothing": "Nothing was done yet.",
  "cli.plan.history.more": "There are older entries; only {limit} are shown (change with --limit).",
  "cli.plan.history.no-household": "The plan has no household {id}.",
  "cli.plan.history.no-site": "The plan has no site {id}.",
  "cli.plan.history.no-layer": "The plan has no layer {id}.",
  "cli.plan.history.field": "{thing}, {field}: {before}, now {after}",
  "cli.plan.history.insert": "added {thing}: {what}",
  "cli.plan.history.update": "changed {thing}: {what}",
  "cli.plan.history.remove": "removed {thing}: {what}",
  "cli.plan.undo.done": "Undone: {what}",
  "cli.plan.redo.done": "Done again: {what}",
  "cli.plan.check.usage": `Usage: npm run -s ancu -- plan check PLAN.gpkg [--recover NEW.gpkg] [--json] [--lang vi|en]

Looks at the pages of the file, its tables, the tables of a GeoPackage, extents and spatial indexes, the kept columns,
the commune that contains each household, what rows say of one another, the history, and undoing and doing again all of
it. The file stays as it is. Exit status 1 when something is wrong, with --recover too.

  --recover NEW.gpkg     write what can be read as a new plan
  --json                 print on standard output: file, ok, plan, checks, notSaved, recovered
`,
  "cli.plan.check.state.ok": "ok       {what}",
  "cli.plan.check.state.note": "note     {what}",
  "cli.plan.check.state.mended":
    "mended   {what} (wrong in the file, right once opened; the next command that writes saves it)",
  "cli.plan.check.state.wrong": "WRONG    {what}",
  "cli.plan.check.state.skipped": "NOT SEEN {what} (cannot be read)",
  "cli.plan.check.pages": "pages and indexes of the file",
  "cli.plan.check.opens": "opens, and everything can be read",
  "cli.plan.check.form": "tables, columns, indexes, triggers",
  "cli.plan.check.geopackage": "the tables of a GeoPackage",
  "cli.plan.check.extents": "extents of the layers",
  "cli.plan.check.spatial-index": "spatial indexes",
  "cli.plan.check.columns": "kept columns of the register",
  "cli.plan.check.units": "the commune that contains each household",
  "cli.plan.check.references": "what rows say of one another",
  "cli.plan.check.history": "the history",
  "cli.plan.check.replay": "everything undone and done again",
  "cli.plan.check.engine": "The database says: {text}",
  "cli.plan.check.opens.not": "The file cannot be opened. Use --recover to save what can still be read.",
  "cli.plan.check.form.older":
    "The file has an older form; the next command that writes brings it up to date.",
  "cli.plan.check.form.newer":
    "A newer version wrote the file and this one cannot check it. Update the program.",
  "cli.plan.check.form.missing": "{count} {count:part is|parts are} missing: {names}.",
  "cli.plan.check.form.other": "{count} {count:part is|parts are} not as the program makes them: {names}.",
  "cli.plan.check.geopackage.mark": "The file does not bear the mark of a GeoPackage (application_id).",
  "cli.plan.check.geopackage.version": "The version of GeoPackage (user_version) is not right.",
  "cli.plan.check.geopackage.contents": "gpkg_contents lacks {count} {count:table|tables}: {names}.",
  "cli.plan.check.geopackage.geometry":
    "gpkg_geometry_columns lacks or changes {count} {count:column|columns}: {names}.",
  "cli.plan.check.geopackage.extensions": "gpkg_extensions lacks {count} {count:entry|entries}: {names}.",
  "cli.plan.check.geopackage.systems":
    "gpkg_spatial_ref_sys lacks or changes {count} coordinate {count:system|systems}: {names}.",
  "cli.plan.check.geopackage.no-table":
    "{count} {count:table is|tables are} listed and not in the file: {names}.",
  "cli.plan.check.geopackage.no-system":
    "{count} coordinate {count:system is|systems are} used and not listed: {names}.",
  "cli.plan.check.extents.wrong":
    "The written extent does not hold all shapes of {count} {count:table|tables}: {names}.",
  "cli.plan.check.spatial-index.missing": "A spatial index or one of its triggers is missing.",
  "cli.plan.check.spatial-index.wrong":
    "The index does not agree with the shapes of {count} {count:table|tables}: {names}.",
  "cli.plan.check.columns.wrong": "The kept columns do not agree with the register.",
  "cli.plan.check.units.wrong":
    "The containing commune of {count} {count:household|households} is not right: {names}.",
  "cli.plan.check.references.broken":
    "Table {table} names {count} {count:thing|things} that table {other} does not have: {names}.",
  "cli.plan.check.references.event":
    "{count} {count:household|households} with events {count:is|are} no longer in the register: {names}.",
  "cli.plan.check.references.baseline_member":
    "{count} {count:household|households} of a baseline {count:is|are} no longer in the register: {names}.",
  "cli.plan.check.references.decision":
    "{count} {count:household|households} with a decision {count:is|are} no longer in the register: {names}.",
  "cli.plan.check.references.assignment":
    "{count} {count:household|households} with a site {count:is|are} no longer in the register: {names}.",
  "cli.plan.check.history.unnamed": "{count} {count:entry has|entries have} no name of their own: {names}.",
  "cli.plan.check.history.named-twice":
    "{count} {count:name of an entry is|names of entries are} there twice, from: {names}.",
  "cli.plan.check.history.rows":
    "Rows are kept of {count} {count:entry|entries} that the history does not have: {names}.",
  "cli.plan.check.history.table":
    "{count} {count:entry keeps|entries keep} rows of an unknown table: {names}.",
  "cli.plan.check.history.target":
    "{count} {count:entry turns|entries turn} something round that is not there: {names}.",
  "cli.plan.check.history.kind": "{count} {count:entry is|entries are} of an unknown kind: {names}.",
  "cli.plan.check.history.order": "The order of undoing and doing again does not fit: {text}",
  "cli.plan.check.replay.stuck": "Entry {seq} can not be undone or done again ({code}).",
  "cli.plan.check.replay.left":
    "After everything was undone rows are left in these tables: {tables}; the history lacks what brought them.",
  "cli.plan.check.replay.differs":
    "After everything was undone and done again these tables differ: {tables}.",
  "cli.plan.check.right": "{file}: nothing is wrong.",
  "cli.plan.check.not-right": "{file}: something is wrong.",
  "cli.plan.check.mark": "recovered",
  "cli.plan.check.table": "  {table}: {read} read, {lost} lost",
  "cli.plan.check.table-unknown": "  {table}: {read} read, not known how many were lost",
  "cli.plan.check.recovered": "Wrote what could be read, with its history, to {file}.",
  "cli.plan.check.recovered-without-history":
    "Wrote what could be read to {file}; the history is not whole, so earlier commands cannot be undone.",
  "cli.plan.merge.usage": `Usage: npm run -s ancu -- plan merge BASE.gpkg COPY.gpkg … --out NEW.gpkg [--conflicts FILE.json] […]

Brings copies of one plan together. The files given stay as they are; the order of the copies changes nothing.

  --out NEW.gpkg         the merged plan; a file that is there is never written over
  --conflicts FILE.json  what the copies say differently: without such a file it is listed there, with exit status 1;
                         put the index or the file of the side you choose into "choose" and run again
  --author NAME          who does it, for the history
  --json                 print on standard output: out, revision, sources, counts, conflicts
  --lang vi|en           language (vi by default)
`,
  "cli.plan.merge.files": "A base file and at least one copy are needed.",
  "cli.plan.merge.conflict": "{id}  {what}",
  "cli.plan.merge.side": "    {index} · {file}: {value} · {at} · {author}",
  "cli.plan.merge.removed": "(removed)",
  "cli.plan.merge.conflicts": "The copies say {count} {count:thing|things} differently. Nothing was written.",
  "cli.plan.merge.no-list": "Add --conflicts FILE.json to have them listed in a file and to choose.",
  "cli.plan.merge.listed": "Listed in {file}. Fill “choose” of each and run this command again.",
  "cli.plan.merge.unknown-conflict":
    "The file {file} chooses for {id}, but these copies do not differ there.",
  "cli.plan.merge.no-side": "The file {file} chooses {choose} for {id}; there are only: {sides}.",
  "cli.plan.merge.not-chosen": "The file {file} does not choose for {id} yet.",
  "cli.plan.merge.not-listed": "The file {file} does not have {id}. Have the conflicts listed in a new file.",
  "cli.plan.merge.no-choices":
    "The choices in the file {file} cannot be read: it should be the JSON file this command lists conflicts in.",
  "cli.plan.merge.nothing": "The copies have nothing new.",
  "cli.plan.merge.source": "{file} ({name}): {entries} new {entries:entry|entries}",
  "cli.plan.merge.done": "Wrote the merged plan to {file}; {count} by choice.",
};
