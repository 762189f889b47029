/**
 * Expected failure is a value. Everything that can go wrong because of data or of what a person asked
 * returns an `Outcome`; a fault in our own code throws. Plain objects, so they cross a worker boundary.
 */

/** A value that a sentence names. Numbers are formatted in the reader's manner when the sentence is said. */
export type ProblemValue = string | number | null;

/**
 * One thing that is wrong or worth knowing: a code, the place it concerns and the values its sentence names.
 * `file` is the file's name, `row` counts from 1 as the person who made the file counts (the header of a
 * table is row 1; the first feature of a collection is 1), `field` is the name written in the file.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly file?: string;
  readonly row?: number;
  /** Set when `row` counts the features of a collection, not the lines of a table. */
  readonly rowIs?: "feature";
  readonly field?: string;
  readonly values?: Readonly<Record<string, ProblemValue>>;
}

/** Done, with what is worth knowing; or refused, with the one reason. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

/** Says that something was done. */
export function ok<T>(value: T, notes: readonly Problem[] = []): Outcome<T> {
  return { ok: true, value, notes };
}

/** Refuses, naming the reason. */
export function fail(
  code: ProblemCode,
  values?: Problem["values"],
  place: Pick<Problem, "file" | "row" | "field"> = {},
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: values ? { code, values, ...place } : { code, ...place } };
}

/**
 * What every reader of data returns. Nothing vanishes: `read` is the number of rows or features found in
 * the input and `read = accepted.length + rejected.length` always holds. `notes` tell what was changed or
 * looks wrong in rows that were accepted, or in the file as a whole.
 */
export interface ReadResult<T> {
  readonly read: number;
  readonly accepted: readonly T[];
  readonly rejected: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Every problem code, grouped by where it arises. Each has a sentence `problem.<code>` in `src/text`. */
export type ProblemCode =
  | FileProblem
  | RuleProblem
  | PlanProblem
  | RecordProblem
  | MergeProblem
  | StorageProblem
  | OutsideProblem
  | SiteProblem
  | ComputeProblem
  | SheetProblem
  | ShapefileProblem
  | GeoFormatProblem
  | PlaceProblem
  | MeaningProblem
  | CheckProblem
  | IntakeProblem;

/** Problems of a file, a row or a shape that was read. */
export type FileProblem =
  | "file.empty"
  | "file.unknown-format"
  | "file.other-format"
  | "file.not-what-it-says"
  | "file.not-utf8"
  | "file.wrong-layer"
  | "file.column-taken"
  | "file.column-twice"
  | "file.text-normalised"
  | "geojson.syntax"
  | "geojson.not-collection"
  | "geojson.not-feature"
  | "geojson.crs"
  | "geojson.nested"
  | "csv.no-header"
  | "csv.no-coordinates"
  | "csv.columns"
  | "csv.quote"
  | "row.id-missing"
  | "row.id-repeated"
  | "row.number"
  | "row.coordinates"
  | "row.coordinates-half"
  | "row.coordinates-zero"
  | "row.value"
  | "row.word-taken"
  | "row.members"
  | "row.yes-no"
  | "row.swapped"
  | "row.outside"
  | "row.projected"
  | "feature.no-geometry"
  | "feature.geometry-kind"
  | "feature.position"
  | "feature.ring-short"
  | "feature.line-short"
  | "feature.ring-open"
  | "feature.self-crossing"
  | "feature.repeated-vertices"
  | "feature.property-missing"
  | "feature.kind-missing"
  | "hazard.kind"
  | "hazard.level"
  | "forest.kind"
  | "forest.subzone"
  | "unit.name-missing"
  | "unit.code-repeated";

/** Problems of a rule set. */
export type RuleProblem =
  | "rules.syntax"
  | "rules.missing"
  | "rules.type"
  | "rules.choice"
  | "rules.least"
  | "rules.most"
  | "rules.whole"
  | "rules.empty"
  | "rules.remote-empty"
  | "rules.unknown-key";

/** Problems of what is recorded of households: facts, decisions, corrections, additions to a baseline. */
export type RecordProblem =
  | "household.exists"
  | "household.value"
  | "household.far"
  | "row.measure"
  | "row.measure-unclear"
  | "row.year"
  | "decision.reason"
  | "decision.date"
  | "decision.nobody"
  | "baseline.extend-date"
  | "baseline.extend-nobody"
  | "baseline.already"
  | "progress.not-known";

/** Problems of bringing copies of a plan together. */
export type MergeProblem =
  | "merge.expired"
  | "merge.no-files"
  | "merge.other-origin"
  | "merge.newer"
  | "merge.no-history"
  | "merge.nothing"
  | "merge.unresolved"
  | "merge.unit-code-twice";

/** Problems of copies, recovery and room. */
export type StorageProblem = "copy.missing" | "copy.unreadable" | "recover.nothing";

/** What another program did in the file. */
export type OutsideProblem =
  | "outside.adopted"
  | "outside.replaced"
  | "outside.more"
  | "outside.word"
  | "outside.number"
  | "outside.empty"
  | "outside.date"
  | "outside.reference"
  | "outside.json"
  | "outside.rules"
  | "outside.type"
  | "outside.ours"
  | "outside.needed"
  | "outside.key"
  | "outside.shape-unreadable"
  | "outside.shape-system"
  | "outside.shape-kind"
  | "outside.shape-position"
  | "outside.shape-crossing"
  | "outside.shape-missing"
  | "outside.table-refused"
  | "outside.table-missing"
  | "outside.column-missing"
  | "outside.unfinished";

/** Problems of the plan and its storage. */
export type PlanProblem =
  | "plan.missing"
  | "plan.damaged"
  | "plan.not-a-plan"
  | "plan.newer"
  | "plan.read-only"
  | "plan.other-tab"
  | "plan.no-storage"
  | "plan.full"
  | "plan.write-failed"
  | "plan.not-fetched"
  | "plan.open"
  | "plan.none-open"
  | "plan.nothing-to-undo"
  | "plan.nothing-to-redo"
  | "command.unknown"
  | "command.input"
  | "layer.missing"
  | "household.missing"
  | "event.date"
  | "event.order"
  | "event.return"
  | "event.repeated"
  | "event.missing"
  | "events.date"
  | "events.nobody"
  | "baseline.missing"
  | "baseline.name-taken"
  | "baseline.empty"
  | "baseline.date"
  | "import.expired"
  | "import.nothing-accepted"
  | "import.id-taken"
  | "import.unit-taken"
  | "import.left-behind";

/** Problems of a site. */
export type SiteProblem =
  | "site.missing"
  | "site.shape"
  | "site.self-crossing"
  | "site.too-small"
  | "site.name-missing"
  | "site.blocked";

/** Problems of computing and of taking results out. */
export type ComputeProblem = "compute.fault" | "export.unit-missing" | "export.district-missing";

/** Problems of spreadsheets and of tables with titles and totals. */
export type SheetProblem =
  | "sheet.empty"
  | "sheet.nothing"
  | "sheet.broken"
  | "sheet.locked"
  | "sheet.too-large"
  | "sheet.too-many"
  | "sheet.too-wide"
  | "sheet.unreadable"
  | "sheet.hidden"
  | "sheet.formula-empty"
  | "sheet.errors"
  | "sheet.merged"
  | "sheet.no-header"
  | "sheet.title"
  | "sheet.title-bytes"
  | "sheet.header-rows"
  | "sheet.numbering"
  | "sheet.groups"
  | "sheet.totals"
  | "sheet.header-again"
  | "sheet.footer"
  | "sheet.footer-bytes";

/** Problems of archives, shapefiles and MapInfo exchange files. */
export type ShapefileProblem =
  | "archive.too-large"
  | "archive.too-many"
  | "archive.ratio"
  | "archive.path"
  | "archive.twice"
  | "archive.encrypted"
  | "archive.method"
  | "archive.damaged"
  | "archive.cut"
  | "archive.nested"
  | "archive.other-kind"
  | "archive.geodatabase"
  | "archive.empty"
  | "shapefile.header"
  | "shapefile.multipatch"
  | "shapefile.kind"
  | "shapefile.record"
  | "shapefile.number"
  | "shapefile.shape-cut"
  | "shapefile.cut"
  | "shapefile.no-dbf"
  | "shapefile.dbf"
  | "shapefile.no-shape"
  | "shapefile.no-attributes"
  | "shapefile.counts"
  | "shapefile.rings"
  | "shapefile.winding"
  | "shapefile.heights"
  | "shapefile.index"
  | "shapefile.order"
  | "shapefile.encoding"
  | "shapefile.no-rows"
  | "dbf.header"
  | "dbf.version"
  | "dbf.cut"
  | "dbf.row-cut"
  | "dbf.beyond"
  | "dbf.deleted"
  | "dbf.memo"
  | "dbf.overflow"
  | "dbf.letter-cut"
  | "mif.header"
  | "mif.columns"
  | "mif.no-mid"
  | "mif.object"
  | "mif.coordinates"
  | "mif.rings"
  | "mif.row"
  | "mif.no-row"
  | "mif.no-object"
  | "mif.counts"
  | "mif.encoding";

/** Problems of KML, GPX, FlatGeobuf, GeoPackage, drawings and rasters. */
export type GeoFormatProblem =
  | "format.no-features"
  | "format.too-large"
  | "format.columns"
  | "format.broken"
  | "format.mixed-letters"
  | "format.left-out"
  | "format.only-left-out"
  | "format.shape"
  | "format.cut-off"
  | "xml.broken"
  | "xml.deep"
  | "xml.entities"
  | "kml.coordinates"
  | "kml.tables"
  | "kmz.no-document"
  | "kmz.broken"
  | "gpkg.plan"
  | "gpkg.unfinished"
  | "gpkg.no-contents"
  | "gpkg.table"
  | "gpkg.bytes"
  | "tab.part-missing"
  | "drawing.closed"
  | "drawing.blocks"
  | "drawing.left-out"
  | "drawing.polylines"
  | "drawing.no-place"
  | "raster.continuous"
  | "raster.cells"
  | "raster.no-place"
  | "raster.rough"
  | "raster.empty"
  | "raster.bands"
  | "raster.unreadable";

/** Problems of coordinate systems and coordinates. */
export type PlaceProblem =
  | "place.crs-refused"
  | "place.crs-unknown"
  | "place.number"
  | "place.number-letter"
  | "place.number-ambiguous"
  | "place.half"
  | "place.zero"
  | "place.swapped"
  | "place.degrees"
  | "place.metres"
  | "place.outside";

/** Problems of columns and their values. */
export type MeaningProblem =
  | "meaning.value-unknown"
  | "meaning.more-unknown"
  | "meaning.syntax"
  | "meaning.missing"
  | "meaning.type"
  | "meaning.choice"
  | "meaning.unknown-key"
  | "meaning.field-not-of"
  | "meaning.field-twice"
  | "meaning.column-twice"
  | "meaning.column-missing"
  | "meaning.word"
  | "meaning.place-column"
  | "meaning.column-added"
  | "meaning.column-gone"
  | "meaning.value-new";

/** What the check of a file finds. */
export type CheckProblem =
  | "check.same-id"
  | "check.same-head"
  | "check.same-point"
  | "check.more"
  | "check.unlocated"
  | "check.zero"
  | "check.swapped"
  | "check.outside"
  | "check.outside-units"
  | "check.declared"
  | "check.commune-unknown"
  | "check.members"
  | "check.measure"
  | "check.year"
  | "check.no-head"
  | "check.no-degrees"
  | "check.ring-open"
  | "check.repeated-vertices"
  | "check.winding"
  | "check.spike"
  | "check.self-crossing"
  | "check.self-touch"
  | "check.overlap"
  | "check.gap"
  | "check.not-compared";

/** Problems of bringing files in. */
export type IntakeProblem =
  | "intake.tool-missing"
  | "intake.unreadable"
  | "intake.unused"
  | "intake.gone"
  | "intake.left-out"
  | "intake.too-large"
  | "intake.not-readable-now";
