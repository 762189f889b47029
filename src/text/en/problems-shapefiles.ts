/** Problems of archives, shapefiles and MapInfo exchange files. */
import type { problemsShapefiles as vi } from "../vi/problems-shapefiles.ts";

export const problemsShapefiles: Record<keyof typeof vi, string> = {
  "problem.archive.too-large":
    "The archive {file} unpacks to too much (over {limit} MB). Unpack it and choose the file you need.",
  "problem.archive.too-many":
    "The archive {file} holds more than {limit} files. Unpack it and choose the files you need.",
  "problem.archive.ratio":
    "The file {name} in the archive grows more than {limit} times when it is opened, as malicious archives do, so it was not opened. Get it again from the sender, or unpack it and choose the file you need.",
  "problem.archive.path":
    "A file in the archive has a path that is not valid ({name}) and was left out. Pack the folder again and choose it again.",
  "problem.archive.twice":
    "The archive holds two files named {name}; only the first was read. Rename one and pack again if you need both.",
  "problem.archive.encrypted":
    "The file {name} in the archive has a password and cannot be opened. Unpack it with the password and choose the file inside.",
  "problem.archive.method":
    "The file {name} is packed in a way that cannot be read yet. Unpack it and choose the file inside, or pack it again as a plain ZIP.",
  "problem.archive.damaged":
    "The file {name} in the archive is damaged. Copy or download the archive again, or pack it again where it came from.",
  "problem.archive.cut":
    "The archive is damaged or was not copied to its end and cannot be opened. Copy or download it again, or pack it again where it came from.",
  "problem.archive.nested":
    "The archive {name} lies too deep inside another archive and was not opened. Unpack it and choose the file you need.",
  "problem.archive.other-kind":
    "Archives of the kind {kind} cannot be opened yet. Unpack it and choose the files inside, or pack it again as ZIP.",
  "problem.archive.geodatabase":
    "{name} is an ESRI File Geodatabase, which cannot be read yet. Export its layers as Shapefile or GeoPackage and bring those in.",
  "problem.archive.empty": "The archive holds no files. Pack it again and choose it again.",

  "problem.shapefile.header":
    "The header of the shapefile (.shp) is damaged, so it cannot be read. Export the layer again from the program that made it.",
  "problem.shapefile.multipatch":
    "The file holds three-dimensional bodies (multipatch), which this map cannot use. Turn them into polygons and export again.",
  "problem.shapefile.kind":
    "The shape is of the kind {given}, which cannot be read; this feature was not taken.",
  "problem.shapefile.record":
    "The shape data of this feature is damaged, so it was not taken. Look at the feature in its source and export again.",
  "problem.shapefile.number":
    "Coordinates of this feature are not numbers. Points are kept without a place; lines and areas are not taken. Correct the shape in its source.",
  "problem.shapefile.shape-cut":
    "The .shp file ends or is damaged before this feature, so it has no shape. Copy the whole .shp file, or export the layer again, and bring it in again.",
  "problem.shapefile.cut":
    "The .shp file is cut: its header says {said} bytes and there are {is}. The {shapes} whole {shapes:feature was|features were} read. Copy the whole file to get the rest.",
  "problem.shapefile.no-dbf":
    "There is no .dbf file with it, so the features have no names, codes or other attributes. Choose the .dbf of the same name too if there is one.",
  "problem.shapefile.dbf":
    "The file {name} that belongs to it cannot be read, so the features have no attributes. Copy or export the .dbf again.",
  "problem.shapefile.no-shape":
    "This row of attributes has no shape in the .shp file and was not taken. Export the layer again so that both files agree.",
  "problem.shapefile.no-attributes":
    "This shape has no row of attributes in the .dbf file and was not taken. Export the layer again so that both files agree.",
  "problem.shapefile.counts":
    "The .shp file has {shapes} {shapes:shape|shapes} and the .dbf file {rows} {rows:row|rows}; they may not be of the same edition. Check that the attributes belong to the shapes.",
  "problem.shapefile.rings":
    "The feature has too many rings inside one another ({rings} rings) to be sorted out. Split it into several parts and export again.",
  "problem.shapefile.winding":
    "{rings} {rings:ring runs|rings run} against the prescribed direction; what is outside and what is a hole was decided by which ring lies in which. Look at areas with holes on the map.",
  "problem.shapefile.heights":
    "The file has heights or measures with the coordinates of {features} {features:feature|features}; only the position on the ground is used.",
  "problem.shapefile.index":
    "The .shx file does not match the .shp file and was not used; shapes were read in the order of the .shp file.",
  "problem.shapefile.order":
    "The record numbers in the .shp file are not valid; shapes were joined with rows of attributes in the order of the file. Check that the attributes belong to the shapes.",
  "problem.shapefile.encoding":
    "The .cpg file says {said}, but the text in the .dbf file is not UTF-8; the encoding is guessed again for every column.",
  "problem.shapefile.no-rows":
    "The file holds no features and no rows. Check where it came from and export again.",

  "problem.dbf.header":
    "The header of the DBF file is damaged, so it cannot be read. Export the table again from the program that made it.",
  "problem.dbf.version":
    "The DBF file is of a version that cannot be read (dBase 7). Save it as dBase IV or Excel and bring that in.",
  "problem.dbf.cut":
    "The DBF file is cut: its header says {said} {said:row|rows} and {whole} {whole:is|are} whole. The whole rows are read. Copy the whole file to get the rest.",
  "problem.dbf.row-cut":
    "The DBF file ends before or within this row, so it was not taken. Copy the whole file.",
  "problem.dbf.beyond":
    "This row lies behind the number of rows the header of the DBF file gives, so it was not taken. Open the file in the program that made it, save it, and bring it in again.",
  "problem.dbf.deleted":
    "{count} {count:row|rows} marked as deleted in the DBF file {count:was|were} left out.",
  "problem.dbf.memo":
    "This column holds long text kept in another file (.dbt, .fpt), which cannot be read; it is left empty. Turn it into a plain text column if you need it.",
  "problem.dbf.overflow":
    "{count} {count:cell of this column holds|cells of this column hold} only * because the number was too long for the column; taken as not known. Look the number up at its source.",
  "problem.dbf.letter-cut":
    "{count} {count:text or column name was|texts or column names were} cut within a letter for being too long; the rest of the letter was left out.",

  "problem.mif.header":
    "The MapInfo MIF file lacks its header (Version, Columns, Data), so it cannot be read. Export it again from MapInfo.",
  "problem.mif.columns":
    "The columns of the MIF file cannot be read in line {line}. Export it again from MapInfo.",
  "problem.mif.no-mid":
    "There is no .mid file with it, so the features have no names, codes or other attributes. Choose the .mid of the same name too.",
  "problem.mif.object":
    "An object of the kind {kind} (text, arc, ellipse) is no point, line or area and was left out.",
  "problem.mif.coordinates":
    "Coordinates of the object in line {line} of the MIF file are missing or no numbers, so it was not taken. Correct the shape and export again.",
  "problem.mif.rings":
    "The feature has too many rings inside one another ({rings} rings) to be sorted out. Split it into several parts and export again.",
  "problem.mif.row":
    "The row of attributes in the .mid file has {given} {given:cell|cells} where {wanted} {wanted:is|are} needed. Check separators and quotation marks in this row.",
  "problem.mif.no-row":
    "This object has no row of attributes in the .mid file and was not taken. Export again so that both files agree.",
  "problem.mif.no-object":
    "This row of attributes has no object in the .mif file and was not taken. Export again so that both files agree.",
  "problem.mif.counts":
    "The .mif file has {objects} {objects:object|objects} and the .mid file {rows} {rows:row|rows}; they may not be of the same edition, or one is cut. Check that the attributes belong to the shapes.",
  "problem.mif.encoding":
    "The MIF file says {said}, but its text is not UTF-8; the encoding is guessed again for every column.",
};
