/** Facts of a coordinate system in well-known text: ESRI, OGC, ISO 19162; compound and bound systems too. */
import { type CrsFacts, datumNamed } from "./crs-facts.ts";
import { VN2000_SHIFTS } from "./datums.ts";
import { nodesOf, numbersOf, parseWkt, textsOf, type WktNode } from "./wkt.ts";

/** Null when it is no well-known text of a coordinate system. */
export function factsOfWkt(text: string): CrsFacts | null {
  const root = parseWkt(text);
  if (!root) return null;
  const projected = nodesOf(root, "PROJCS", "PROJCRS", "PROJECTEDCRS", "BASEPROJCRS")[0];
  const geographic = nodesOf(
    root,
    "GEOGCS",
    "GEOGCRS",
    "GEOGRAPHICCRS",
    "GEODCRS",
    "BASEGEOGCRS",
    "BASEGEODCRS",
  )[0];
  const main = projected ?? geographic;
  if (!main) return null;
  const named = nodesOf(main, main.keyword, "GEOGCS", "GEOGCRS", "BASEGEOGCRS", "GEODCRS", "BASEGEODCRS");
  const datums = nodesOf(main, "DATUM", "GEODETICDATUM", "TRF", "ENSEMBLE");
  const ellipsoid = nodesOf(main, "SPHEROID", "ELLIPSOID")[0];
  const names = [...named, ...datums].flatMap((item) => textsOf(item).slice(0, 1));
  const byParameters = isVn2000Shift(shiftOf(root));
  const parameters = parametersOf(projected);
  const method = projected ? methodOf(projected) : "";
  return {
    epsg: codeOf(main),
    names,
    datum: byParameters ? "vn2000" : datumNamed(names, ellipsoid ? (numbersOf(ellipsoid)[0] ?? null) : null),
    datumBy: byParameters ? "parameters" : "name",
    shape: projected ? shapeOf(method, textsOf(projected)[0] ?? "") : "degrees",
    meridian:
      parameters("centralmeridian", "longitudeofnaturalorigin", "longitudeoforigin") ?? utmMeridian(method),
    scale: parameters("scalefactor", "scalefactoratnaturalorigin"),
    falseEasting: parameters("falseeasting"),
    falseNorthing: parameters("falsenorthing"),
  };
}

/** Whether three translations are those by which files say VN-2000. */
export function isVn2000Shift(shift: readonly number[]): boolean {
  return VN2000_SHIFTS.some((wanted) =>
    wanted.every((metres, i) => Math.abs(metres - (shift[i] ?? 0)) < 0.05),
  );
}

function parametersOf(projected: WktNode | undefined): (...names: readonly string[]) => number | null {
  const given = new Map<string, number>();
  for (const item of projected ? nodesOf(projected, "PARAMETER") : []) {
    const value = numbersOf(item)[0];
    if (value !== undefined) given.set(plain(textsOf(item)[0] ?? ""), value);
  }
  return (...names) => {
    for (const name of names) {
      const value = given.get(name);
      if (value !== undefined) return value;
    }
    return null;
  };
}

function methodOf(projected: WktNode): string {
  const nodes = nodesOf(projected, "PROJECTION", "METHOD", "CONVERSION");
  return nodes.map((item) => plain(textsOf(item)[0] ?? "")).join(" ");
}

/** The sphere goes by its name, or by a method of its own; a Mercator of another name is none of ours. */
function shapeOf(method: string, name: string): CrsFacts["shape"] {
  if (/transverse|gauss|utm/.test(method)) return "grid";
  const web = /auxiliarysphere|popularvisualisation|pseudomercator|webmercator|googlemaps/;
  return web.test(method) || (/mercator/.test(method) && web.test(plain(name))) ? "web-mercator" : null;
}

/** `UTM zone 48N` as the name of a conversion whose parameters are left out. */
function utmMeridian(method: string): number | null {
  const zone = /utmzone(\d+)/.exec(method);
  return zone ? 6 * Number(zone[1]) - 183 : null;
}

/** TOWGS84 of WKT 1, or the translations of the transformation in a bound system. */
function shiftOf(root: WktNode): readonly number[] {
  const towgs84 = nodesOf(root, "TOWGS84")[0];
  if (towgs84) return numbersOf(towgs84);
  const translations = nodesOf(root, "PARAMETER").filter((item) =>
    /axis translation/i.test(textsOf(item)[0] ?? ""),
  );
  return translations.map((item) => numbersOf(item)[0] ?? 0);
}

function codeOf(main: WktNode): number | null {
  const own = main.items.find(
    (item): item is WktNode =>
      typeof item === "object" && (item.keyword === "AUTHORITY" || item.keyword === "ID"),
  );
  if (!own || !/^epsg$/i.test(textsOf(own)[0] ?? "")) return null;
  const code = Number(textsOf(own)[1] ?? numbersOf(own)[0]);
  return Number.isInteger(code) ? code : null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
