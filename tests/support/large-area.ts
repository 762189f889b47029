/** A made-up area for large plans: communes with shared wiggly borders, forests with holes, hazards, roads, centres. */
import { randomOf } from "../compute/support/random.ts";

/** Where the area lies and how its parts are counted. WGS 84 degrees. */
export interface AreaSize {
  readonly seed: number;
  /** Communes along each side. */
  readonly side?: number;
  /** Hazard zones, and corners of each. */
  readonly hazards?: number;
  readonly corners?: number;
}
type Position = readonly [lon: number, lat: number];

/** The layers as the texts of GeoJSON files, and what the register is laid on. */
export interface LargeArea {
  readonly files: Readonly<Record<"units" | "forests" | "hazards" | "roads" | "centres", string>>;
  readonly communes: readonly { readonly code: string; readonly name: string; readonly centre: Position }[];
  readonly roads: readonly (readonly Position[])[];
}

export const WEST = 108;
export const SOUTH = 12.4;
export const WIDTH = 1;
export const HEIGHT = 0.8;
/** Points along one side of a commune. */
const STEPS = 24;

/** The same size gives the same area. */
export function largeArea({ seed, side = 4, hazards = 300, corners = 40 }: AreaSize): LargeArea {
  const random = randomOf(seed);
  const corner = cornersOf(random, side);
  const along = bordersOf(random, side, corner);
  const communes: { code: string; name: string; centre: Position; ring: Position[] }[] = [];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const k = communes.length;
      const ring = [
        ...along.get(`h${row},${column}`)!,
        ...along.get(`v${row},${column + 1}`)!.slice(1),
        ...along
          .get(`h${row + 1},${column}`)!
          .toReversed()
          .slice(1),
        ...along.get(`v${row},${column}`)!.toReversed().slice(1),
      ];
      communes.push({
        code: `${99101 + k}`,
        name: `Xã Ea Mẫu ${k + 1}`,
        centre: place(column + 0.5, row + 0.5, side),
        ring,
      });
    }
  }
  const roads = roadsOf(random, communes, side);
  return {
    communes: communes.map(({ code, name, centre }) => ({ code, name, centre })),
    roads,
    files: {
      units: collection(
        communes.map(({ code, name, ring }, k) => [
          { code, name, district: `Huyện Mẫu ${1 + (k % 3)}` },
          { type: "Polygon", coordinates: [ring] },
        ]),
      ),
      forests: collection(forestsOf(random)),
      hazards: collection(hazardsOf(random, hazards, corners)),
      roads: collection(
        roads.map((line, k) => [
          { name: `Đường Mẫu ${k + 1}`, class: k % 3 === 0 ? "main" : "minor" },
          { type: "LineString", coordinates: line },
        ]),
      ),
      centres: collection(
        communes.map(({ code, centre }) => [
          { code, name: `Trung tâm ${code}` },
          { type: "Point", coordinates: centre },
        ]),
      ),
    },
  };
}

/** Degrees as a register writes them: six decimals, the same number in the file and in the plan. */
export function degrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** A place by column and row of the chessboard of communes. */
function place(column: number, row: number, side: number): Position {
  return [degrees(WEST + (column / side) * WIDTH), degrees(SOUTH + (row / side) * HEIGHT)];
}

/** Corners of communes, moved a little except on the rim. */
function cornersOf(random: () => number, side: number): (column: number, row: number) => Position {
  const shift = Array.from(
    { length: (side + 1) * (side + 1) },
    () => [random() - 0.5, random() - 0.5] as const,
  );
  return (column, row) => {
    const [dx, dy] = shift[row * (side + 1) + column]!;
    const inside = (at: number) => (at > 0 && at < side ? 0.3 : 0);
    return place(column + dx * inside(column), row + dy * inside(row), side);
  };
}

/** Every border once, so that neighbours share its vertices: `h` runs east, `v` runs north. */
function bordersOf(random: () => number, side: number, corner: (column: number, row: number) => Position) {
  const along = new Map<string, Position[]>();
  for (let row = 0; row <= side; row++) {
    for (let column = 0; column <= side; column++) {
      const from = corner(column, row);
      if (column < side) along.set(`h${row},${column}`, wiggly(random, from, corner(column + 1, row), side));
      if (row < side) along.set(`v${row},${column}`, wiggly(random, from, corner(column, row + 1), side));
    }
  }
  return along;
}

/** A line that strays to its sides, least at its ends, so that borders meet in corners only. */
function wiggly(random: () => number, from: Position, to: Position, side: number): Position[] {
  const reach = (0.06 * WIDTH) / side;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    if (i === 0) return from;
    if (i === STEPS) return to;
    const t = i / STEPS;
    const aside = (random() - 0.5) * reach * Math.sin(Math.PI * t);
    return [
      degrees(from[0] + dx * t - (dy / length) * aside),
      degrees(from[1] + dy * t + (dx / length) * aside),
    ];
  });
}

/** A shape around a place whose radius changes from corner to corner: never crosses itself. Closed. */
function star(random: () => number, [lon, lat]: Position, radius: number, corners: number): Position[] {
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / corners;
    const r = radius * (0.7 + 0.3 * random());
    return [degrees(lon + r * Math.cos(angle)), degrees(lat + r * Math.sin(angle))];
  });
  return [...ring, ring[0]!];
}

function somewhere(random: () => number): Position {
  return [WEST + random() * WIDTH, SOUTH + random() * HEIGHT];
}

function forestsOf(random: () => number): [object, object][] {
  const kinds = ["special-use", "protection", "production", "buffer"];
  return Array.from({ length: 16 }, (_, k) => {
    const centre = somewhere(random);
    const outer = star(random, centre, 0.02 + 0.05 * random(), 120);
    const hole = star(random, centre, 0.008, 24).toReversed();
    return [
      { name: `Rừng Mẫu ${k + 1}`, kind: kinds[k % 4] },
      { type: "Polygon", coordinates: k % 3 === 0 ? [outer, hole] : [outer] },
    ];
  });
}

function hazardsOf(random: () => number, count: number, corners: number): [object, object][] {
  const kinds = ["landslide", "flash-flood", "pipe-flood"];
  const radius = (WIDTH * 0.16) / Math.sqrt(count);
  return Array.from({ length: count }, (_, k) => {
    const ring = star(random, somewhere(random), radius * (0.4 + random()), corners);
    return [
      { kind: kinds[k % 3], level: 1 + Math.floor(random() * 5) },
      { type: "Polygon", coordinates: [ring] },
    ];
  });
}

/** From each centre to the next in its row and column. */
function roadsOf(
  random: () => number,
  communes: readonly { centre: Position }[],
  side: number,
): Position[][] {
  const lines: Position[][] = [];
  communes.forEach(({ centre }, k) => {
    if (k % side < side - 1) lines.push(wiggly(random, centre, communes[k + 1]!.centre, side));
    if (k + side < communes.length && k % 2 === 0) {
      lines.push(wiggly(random, centre, communes[k + side]!.centre, side));
    }
  });
  return lines;
}

function collection(features: readonly (readonly [properties: object, geometry: object])[]): string {
  return JSON.stringify({
    type: "FeatureCollection",
    features: features.map(([properties, geometry]) => ({ type: "Feature", properties, geometry })),
  });
}
