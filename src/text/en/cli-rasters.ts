/** `ancu plan rasters`. */
export const cliRasters = {
  "cli.plan.rasters.usage": `Usage: npm run -s ancu -- plan rasters PLAN.gpkg [--sample | --at LON,LAT | --add FILE.tif | --remove ID|NAME] […]

  nothing more           lists the rasters (heights, classes of hazard) of the plan
  --sample               height, slope, class where every household with a place lives, as CSV; empty: not known
  --at LON,LAT           the same at one place (decimal degrees, WGS 84)
  --add FILE.tif         takes in a GeoTIFF and keeps its cells
    --as terrain|classes heights or classes of hazard (left out: by the values in it)
    --crs EPSG:CODE      coordinate system, where the file does not say it clearly
    --datum TEXT         what heights are counted from
    --name, --date, --provider, --licence
  --remove ID|NAME       takes a raster out
  --author NAME          who does it, for the history
  --json                 on standard output: revision, rasters, and ground or households`,
  "cli.plan.rasters.at": "--at needs longitude and latitude such as 107.95,12.66; given: {given}.",
  "cli.plan.rasters.missing": "No raster has the id or name {name}, or several have this name.",
  "cli.plan.rasters.removed": "Raster {name} was removed.",
  "cli.plan.rasters.added": "{file} was taken into {plan}: {kind}.",
  "cli.plan.rasters.none": "The plan has no rasters.",
  "cli.plan.rasters.no-raster": "{file} is no raster (GeoTIFF).",
  "cli.plan.rasters.crs": "There is no coordinate system {given}. Write a code such as EPSG:9218.",
  "cli.plan.rasters.place":
    "It is not sure which coordinate system {file} is in. Give --crs; it could be: {guesses}.",
  "cli.plan.rasters.row":
    "{kind}: {name} ({id})\n  {width} × {height} cells of {wide} × {high} m; from {least} to {greatest}; {missing} without a value; file {source}",
} as const;
