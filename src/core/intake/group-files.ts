/** Which of the chosen files are one thing together: told by folder, name and content. */
import { isShp } from "../formats/shapefile/shapefile.ts";
import { startOf } from "../formats/text/source-text.ts";
import type { FileGroup, SourceFile } from "./dataset.ts";

export interface GroupedFiles {
  readonly groups: readonly FileGroup[];
  /** Names of files that help no other and hold nothing for us. */
  readonly unused: readonly string[];
}

/** Endings that can belong to a file of the same name, by the ending of that file. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  shp: ["dbf", "prj", "cpg", "cst", "shx"],
  tab: ["dat", "map", "id", "ind", "dbf", "cpg"],
  mif: ["mid", "prj"],
  dbf: ["cpg", "cst"],
  tif: ["tfw", "tifw", "wld", "prj", "tab", "aux.xml", "tif.aux.xml", "ovr", "tif.ovr"],
  tiff: ["tfw", "tiffw", "wld", "prj", "tab", "aux.xml", "tiff.aux.xml", "ovr", "tiff.ovr"],
  dxf: ["prj"],
  dgn: ["prj"],
  gpkg: ["gpkg-wal", "gpkg-shm"],
};
/** What lies beside layers and is none. */
const BESIDE = new Set([
  ...[
    "shx",
    "sbn",
    "sbx",
    "qix",
    "ain",
    "aih",
    "atx",
    "ixs",
    "mxs",
    "fbn",
    "fbx",
    "idm",
    "prj",
    "cpg",
    "cst",
  ],
  ...[
    "dat",
    "map",
    "id",
    "ind",
    "mid",
    "wor",
    "tfw",
    "tifw",
    "tiffw",
    "wld",
    "ovr",
    "dbt",
    "fpt",
    "cdx",
    "mdx",
  ],
  ...[
    "qgz",
    "qgs",
    "qmd",
    "qml",
    "qlr",
    "sld",
    "lyr",
    "lyrx",
    "mxd",
    "aprx",
    "lock",
    "csvt",
    "gpkg-wal",
    "gpkg-shm",
  ],
  ...["aux.xml", "shp.xml", "tif.xml", "tif.aux.xml", "tiff.aux.xml", "tif.ovr", "tiff.ovr", "ini", "db"],
]);
/** Papers and pictures: said to be unreadable when they come alone, passed over beside something to read. */
const PAPERS = new Set(["pdf", "doc", "docx", "ppt", "pptx", "rtf", "png", "jpg", "jpeg", "gif", "bmp"]);
const README = /^(?:read[ _-]?me|licen[cs]e|copying|huong[ _-]?dan|doc[ _-]?toi)\b/i;

interface Named {
  readonly file: SourceFile;
  /** Folder and name without its ending, in small letters. */
  readonly stem: string;
  readonly ending: string;
}

/** Every file is in a group, a companion of one, or unused. A companion may help two (a `.prj` two layers). */
export function groupFiles(files: readonly SourceFile[]): GroupedFiles {
  const named = files.map(namedFile);
  const byStem = new Map<string, Named[]>();
  for (const one of named) {
    const others = byStem.get(one.stem);
    if (others) others.push(one);
    else byStem.set(one.stem, [one]);
  }
  const helping = new Set<SourceFile>();
  const companions = new Map<SourceFile, readonly SourceFile[]>();
  // In this order: a table belongs to the shapes or the layer of its name before it stands alone.
  for (const wanted of ["shp", "tab", "mif", "tif", "tiff", "dxf", "dgn", "gpkg", "dbf"]) {
    for (const main of named) {
      if (main.ending !== wanted || helping.has(main.file)) continue;
      const found = helpersOf(main, byStem.get(main.stem)!, helping);
      companions.set(main.file, found);
      for (const file of found) helping.add(file);
    }
  }
  const left = named.filter(({ file }) => !helping.has(file));
  const mains = left.filter((one) => !isBeside(one) && !PAPERS.has(one.ending) && !isReadme(one));
  const shown = mains.length > 0 ? mains : left.filter((one) => !isBeside(one));
  const chosen = new Set(shown.map(({ file }) => file));
  return {
    groups: shown.map(({ file }) => ({ main: file, companions: companions.get(file) ?? [] })),
    unused: left.filter(({ file }) => !chosen.has(file)).map(({ file }) => file.name),
  };
}

function helpersOf(main: Named, sameStem: readonly Named[], helping: ReadonlySet<SourceFile>): SourceFile[] {
  const endings = COMPANIONS[main.ending]!;
  const found: SourceFile[] = [];
  for (const ending of endings) {
    // A table is that of one layer only; what says the system or the letters may help several.
    const other = sameStem.find(
      (one) => one !== main && one.ending === ending && !(ending === "dbf" && helping.has(one.file)),
    );
    if (other && ending === "tab" && !RASTER_TAB.test(startOf(other.file.bytes))) continue;
    if (other && isHelper(other)) found.push(other.file);
  }
  return found;
}

/** Says of a picture where it lies: of all that is called `.tab` only this may belong to a raster. */
const RASTER_TAB = /type\s+"raster"/i;

/** By its content: an archive that is called `.dbf` is no table of anyone. */
function isHelper({ file: { bytes }, ending }: Named): boolean {
  const isZipped = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  return !isZipped && !(ending !== "shx" && isShp(bytes));
}

function isBeside({ file: { bytes }, ending }: Named): boolean {
  if (!BESIDE.has(ending)) return false;
  // Renamed layers: content decides. Only an index begins as a shapefile does and is none.
  return ending === "shx" || !isShp(bytes);
}

function isReadme({ file: { name }, ending }: Named): boolean {
  return /^(?:txt|md|html?)$/.test(ending) && README.test(name.slice(name.lastIndexOf("/") + 1));
}

function namedFile(file: SourceFile): Named {
  const slash = file.name.lastIndexOf("/") + 1;
  const name = file.name.slice(slash).toLowerCase();
  const match = /(\.(?:(?:shp|tif|tiff)\.)?(?:aux\.xml|xml|ovr)|\.[^.]*)$/.exec(name);
  const ending = match ? match[0].slice(1) : "";
  // `ABC.tif.aux.xml` belongs to `ABC.tif`: both are called ABC.
  return {
    file,
    stem: file.name.slice(0, slash).toLowerCase() + name.slice(0, match?.index ?? name.length),
    ending,
  };
}
