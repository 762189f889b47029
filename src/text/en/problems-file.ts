import type { problemsFile as vi } from "../vi/problems-file.ts";

export const problemsFile: Record<keyof typeof vi, string> = {
  "problem.file.empty": "The file has no content. Check where it was exported and export it again.",
  "problem.file.unknown-format":
    "The format of the file is not recognised. Excel, CSV, shapefile, MapInfo, GeoPackage, KML, GPX, FlatGeobuf, GeoJSON, DXF, DGN and GeoTIFF can be read. See whether it is broken or a companion (.dbf, .shx, .dat) is missing, then choose it again.",
  "problem.file.other-format":
    "The content looks like {looksLike}, which cannot be read yet. Export it as GeoJSON (WGS 84) or CSV.",
  "problem.file.not-what-it-says":
    "The file's name says {said} but its content is {is}; it was read as what it is.",
  "problem.file.not-utf8":
    "The text of the file is not UTF-8 (first at line {line}). Save it as UTF-8 and bring it in again, so that names keep their marks.",
  "problem.file.wrong-layer":
    "The file cannot be used as {wanted}; by its columns it looks like {looks}. Choose the right layer or the right file.",
  "problem.file.column-taken": "This column is taken as {as}.",
  "problem.file.column-twice":
    "This column means {as}, as column {used} does; {used} was used, this one passed over.",
  "problem.file.text-normalised": "{count} texts were in decomposed Unicode and were composed (NFC).",
  "problem.geojson.syntax":
    "The GeoJSON is broken at line {line}, character {column}. It may have been cut while downloading or edited by hand; get the original again.",
  "problem.geojson.not-collection":
    "This JSON is {type}, not a GeoJSON collection of features (FeatureCollection). Export it as GeoJSON.",
  "problem.geojson.not-feature": "This item is {type}, not a GeoJSON feature.",
  "problem.geojson.nested":
    "The data is nested more than {most} levels deep, so it cannot be read. Export the file again from the program that made it.",
  "problem.geojson.crs":
    "The file declares the coordinate system {crs}. GeoJSON must be WGS 84 (longitude, latitude); convert it and export again, because the wrong system can shift places by more than 200 m.",
  "problem.csv.no-header":
    "The header line lacks a name or repeats one in column {column} ({name}). Each column needs a name of its own.",
  "problem.csv.no-coordinates":
    "The file has no coordinates (two columns lon, lat or kinh_do, vi_do are needed); every household is kept as not located and the answer will be unknown.",
  "problem.csv.columns":
    "The row has {cells} cells, the header {columns} columns. A separator inside text must be enclosed in double quotes.",
  "problem.csv.quote":
    "The double quote opened in this row is never closed, so the rest of the file cannot be read. Add the closing quote.",
  "problem.row.id-missing":
    "The household has no id. Each household needs one of its own to be followed over the years.",
  "problem.row.id-repeated":
    "The household id {id} is already used in row (feature) {first}. Each household needs one of its own.",
  "problem.row.number": "“{given}” is not a number of degrees; the household is kept as not located.",
  "problem.row.coordinates":
    "The coordinates {lon}; {lat} are not a longitude and a latitude. Correct them or leave both cells empty.",
  "problem.row.coordinates-half":
    "Only one of the two coordinates is given; the household is kept as not located. Add the missing number.",
  "problem.row.coordinates-zero":
    "Coordinates 0; 0 are taken as not measured; the household is kept as not located.",
  "problem.row.value": "“{given}” is taken as not known.",
  "problem.row.word-taken": "“{given}” is taken as {as}.",
  "problem.row.members":
    "“{given}” is not a number of members (a whole number from 0 to {most}); kept as not known.",
  "problem.row.yes-no": "“{given}” is neither yes nor no; kept as not known.",
  "problem.row.swapped":
    "Longitude {lon} and latitude {lat} are swapped. Exchange them: longitude (about 108) first, latitude (about 12) second.",
  "problem.row.outside": "The coordinates {lon}; {lat} lie far from the province. Accepted; to be checked.",
  "problem.row.projected":
    "The coordinates {lon}; {lat} are metres, not degrees (possibly: {looksLike}). Convert them to WGS 84 (longitude, latitude) and bring them in again; the wrong system can shift places by more than 200 m.",
  "problem.feature.no-geometry": "The feature has no shape. Draw one or take the feature out of the file.",
  "problem.feature.geometry-kind": "The shape is {given}, this layer needs {wanted}.",
  "problem.feature.position": "A vertex is not a pair of numbers, longitude and latitude: {given}.",
  "problem.feature.ring-short":
    "A boundary ring has only {positions} positions, at least 4 are needed (the last equals the first). Draw this area again.",
  "problem.feature.line-short": "A line has only one position. Draw it again.",
  "problem.feature.ring-open":
    "{rings} {rings:boundary ring was|boundary rings were} not closed and {rings:was|were} closed by going back to the first position.",
  "problem.feature.self-crossing":
    "The boundary crosses itself at {lon}; {lat}. Accepted: what several parts cover counts as inside, what one ring goes round twice as outside; the boundary needs correcting there.",
  "problem.feature.repeated-vertices":
    "{count} repeated neighbouring {count:vertex was|vertices were} left out; the shapes are the same.",
  "problem.feature.property-missing": "The value of {wanted} is missing.",
  "problem.feature.kind-missing": "The kind ({wanted}) is missing. Write one of: {allowed}.",
  "problem.hazard.kind": "“{given}” is not a kind of hazard that is considered. Write one of: {allowed}.",
  "problem.hazard.level":
    "The susceptibility level “{given}” cannot be used. Write a whole number from 1 (lowest) to 5 (highest).",
  "problem.forest.kind": "“{given}” is not a kind of forest that is considered. Write one of: {allowed}.",
  "problem.forest.subzone": "The subzone “{given}” is not known; kept as not known.",
  "problem.unit.name-missing": "The unit has no name; its code is used instead.",
  "problem.unit.code-repeated":
    "The unit code {code} is already used in row (feature) {first}. Join the parts of a commune into one feature of several areas.",

  "problem.rules.syntax":
    "The rule file is not valid JSON at line {line}, character {column}. Check its commas and brackets.",
  "problem.rules.missing": "The rule file lacks “{key}”.",
  "problem.rules.type": "Rule “{key}” says {given}; {wanted} is wanted.",
  "problem.rules.choice": "Rule “{key}” says {given}; only one of these is taken: {allowed}.",
  "problem.rules.least": "Rule “{key}” says {given}; at least {least} is wanted.",
  "problem.rules.most": "Rule “{key}” says {given}; at most {most} is wanted.",
  "problem.rules.whole": "Rule “{key}” says {given}; a whole number is wanted.",
  "problem.rules.empty": "Rule “{key}” is empty; at least one value is wanted.",
  "problem.rules.remote-empty":
    "The criterion remote has no threshold. Give roadM or centreM (metres), or null to switch it off.",
  "problem.rules.unknown-key": "Rule “{key}” is not one of ours. Correct its name or take it out.",

  "problem.assignment.fixed":
    "Household {household} was sent to its site by hand. Let go of it first, then assign again.",
  "problem.assignment.none": "Household {household} has no site yet.",
  "problem.site.field": "A site needs an id.",
  "problem.site.form": "There is no form of resettlement “{given}”; it must be one of: {allowed}.",
  "problem.site.capacity": "The capacity “{given}” must be a whole number of households, 0 or more.",
  "problem.site.no-area": "A site must be an area (Polygon, MultiPolygon).",
  "problem.site.id-taken": "There is a site with the id {id} already. Give it another.",
  "problem.site.missing": "Site {id} is no longer in the plan.",
  "problem.site.shape": "The shape of a site must be an area of at least 3 vertices, larger than 0.",
  "problem.site.self-crossing":
    "The outline of the site crosses itself. Move a vertex so that no edges cross.",
  "problem.site.too-small": "The site is only {areaM2} m², too small for any household.",
  "problem.site.name-missing": "The site needs a name.",
  "problem.site.blocked":
    "{count} blocking {count:check is|checks are} left, so it cannot become a proposal. The draft can still be saved.",
};
