/** Problems of KML, GPX, FlatGeobuf, GeoPackage, drawings and rasters. */
import type { problemsFormats as vi } from "../vi/problems-formats.ts";

export const problemsFormats: Record<keyof typeof vi, string> = {
  "problem.format.no-features": "The file holds no features. Check where it came from.",
  "problem.format.too-large":
    "The file is too large (more than {limit} MB). Split it into smaller files, by commune for example, and bring them in one by one.",
  "problem.format.columns":
    "The file has {count} columns, more than can be read ({most}). Leave out the ones that are not needed and export it again.",
  "problem.format.broken":
    "{most} features are broken, so this file is not read any further. Get the original again or export it anew.",
  "problem.format.mixed-letters":
    "The text of the file is written in several encodings at once and cannot be decoded. Export the file as UTF-8.",
  "problem.format.left-out":
    "{count} items of the kind {what} were left out: this kind cannot be brought in.",
  "problem.format.only-left-out":
    "The file holds {what} only, which cannot be brought in. Export its points, lines or areas and try again.",
  "problem.format.shape":
    "The shape of this feature cannot be read. Open the file in the program that made it, mend the shape and export again.",
  "problem.format.cut-off":
    "The file was cut off and its end cannot be read. Get the whole file; the features that could be read can be used.",
  "problem.xml.broken":
    "The XML of the file is broken at line {line}, character {column}. It may have been cut off or edited by hand; get the original.",
  "problem.xml.deep":
    "The data is nested more than {most} levels deep and cannot be read. Export the file anew from the program that made it.",
  "problem.xml.entities":
    "{count} named signs in the file are not part of XML and were left as they are written.",
  "problem.kml.coordinates":
    "“{given}” is no position (longitude and latitude as numbers). Correct it in the file.",
  "problem.kml.tables":
    "The descriptions of {count} features are tables of two columns; they were taken apart into columns.",
  "problem.kmz.no-document":
    "The KMZ file has no KML file in it. Export it anew from the program that made it.",
  "problem.kmz.broken": "The KMZ file is broken and cannot be unpacked. Download or export it again.",
  "problem.gpkg.plan":
    "This file is a plan of this program, not data to bring in. Open it with Open plan instead.",
  "problem.gpkg.unfinished":
    "Part of the data still lies in {name} and is not in the GeoPackage yet. Close the program that has the file open (QGIS, for example) and choose it again.",
  "problem.gpkg.no-contents":
    "This SQLite file is no GeoPackage (it has no table gpkg_contents). Export it as GeoPackage.",
  "problem.gpkg.table":
    "The file lists the table {name}, which cannot be read: {detail}. The other tables can be used.",
  "problem.gpkg.bytes": "The column {name} holds binary data (pictures, attachments) and was left out.",
  "problem.tab.part-missing":
    "The file {name} that belongs to it is missing. Choose the .tab, .dat, .map and .id of the same name together, or in one .zip.",
  "problem.drawing.closed":
    "The file is {looksLike}, which only the program that made it can read. Save it as DXF (ASCII) and bring that in.",
  "problem.drawing.blocks": "{count} blocks of the drawing were read as the points where they stand.",
  "problem.drawing.left-out":
    "{count} items of the kind {what} of the drawing were left out: they are neither points, lines nor areas.",
  "problem.drawing.polylines": "{count} closed lines of the drawing were read as areas.",
  "problem.drawing.no-place":
    "The drawing does not say its coordinate system. Choose one in the step Place and compare it with the communes.",
  "problem.raster.continuous":
    "The values of this raster are continuous (from {least} to {greatest}), as those of an elevation model, so it does not become zones. Use it to read the value at each household; for zones, classify it into {most} classes at most and bring it in again.",
  "problem.raster.cells":
    "The raster has {cells} cells, more than can be read ({most}). Cut it to the area needed or make its cells larger, then bring it in again.",
  "problem.raster.no-place":
    "The raster does not say where on the ground it lies (it is no GeoTIFF). Export it with its coordinates.",
  "problem.raster.rough":
    "The raster falls into too many small areas (more than {most} corners). Remove the small ones (Sieve in QGIS, for example) and bring it in again.",
  "problem.raster.empty": "No cell of the raster has a value. Check where the file came from.",
  "problem.raster.bands": "The raster has {count} bands; only the first is read.",
  "problem.raster.outside":
    "In the chosen coordinate system the raster lies off the earth. Choose another one in the step Place.",
  "problem.raster.not-heights":
    "Values from {least} to {greatest} cannot be heights in metres. Usually empty cells hold a value that the file does not declare as NoData (such as -32768): declare it (the Translate tool of QGIS) and import again.",
  "problem.raster.bytes":
    "The raster takes {bytes} bytes, more than can be kept in a plan ({most}). Clip it to the province or lower its resolution, then import again.",
  "problem.raster.kept":
    "The file {file} is a raster that is kept as a grid of cells: it has no rows or areas to convert. To get areas, read it as classes of hazard.",
  "problem.raster.unreadable":
    "The raster cannot be read: the file is broken or compressed in a way that is not supported. Export it as GeoTIFF without compression, or with LZW or Deflate.",
};
