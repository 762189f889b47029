/**
 * Colours of the map, in the names the interface uses for its CSS variables (`--yes` is `TOKENS.yes`).
 * The style and the canvas symbols cannot read CSS variables, so the values are repeated here; a test
 * compares the two.
 */
export const TOKENS = {
  paper: "#FAF8F2",
  surface: "#FFFFFF",
  line: "#DDD9CE",
  "line-strong": "#7F888E",
  "ink-1": "#1B2226",
  "ink-2": "#46525A",
  "ink-3": "#5E6A72",
  action: "#12506B",
  error: "#A3121C",
  select: "#1B2226",
  "select-halo": "#FFFFFF",
  yes: "#B4123F",
  "yes-edge": "#4E0219",
  unknown: "#F7B500",
  "unknown-edge": "#3B2B00",
  no: "#FFFFFF",
  "no-edge": "#4D585F",
  "no-bar": "#A9B0B3",
  "st-identified": "#B4123F",
  "st-planned": "#9A5B00",
  "st-land": "#9A5B00",
  "st-moved": "#2B5FA3",
  "st-settled": "#0B5D57",
  "st-inplace": "#0B5D57",
  "st-left": "#4D585F",
  "land-1": "#F3E9DD",
  "land-2": "#E8D3BB",
  "land-3": "#D8B48C",
  "land-4": "#BE8A57",
  "land-5": "#955C2B",
  "flood-1": "#ECEBF2",
  "flood-2": "#D6D5E6",
  "flood-3": "#AEB8DB",
  "flood-4": "#8291C5",
  "flood-5": "#5367A6",
  "land-ink": "#6B3F19",
  "flood-ink": "#34447E",
  forest: "#7FB08B",
  "forest-edge": "#235A39",
  protect: "#B7C99A",
  "protect-edge": "#6F8350",
  water: "#4E93AE",
  "road-case": "#5B5248",
  "road-main": "#FFE9B8",
  "road-minor": "#FFFFFF",
  unit: "#40484D",
  "p-1": "#EEF3F1",
  "p-2": "#C4DCD6",
  "p-3": "#7FB5AB",
  "p-4": "#0B5D57",
} as const satisfies Record<string, `#${string}`>;

/** Colours only the map draws with: inks of the hatches by level 1…5, edges, casings of names. */
export const MAP_INK = {
  land: ["#B08A60", "#9A6E40", "#8A5A2C", "#6B3F19", "#4A260C"],
  flood: ["#8E98BE", "#7681B0", "#4F5F9B", "#34447E", "#1B2A60"],
  landEdge: "#5A3516",
  floodEdge: "#34447E",
  tree: "#2F6B47",
  tape: "#B3121D",
  tapeEdge: "#7E0A13",
  contour: "#8B7355",
  unitName: "#2B3338",
  forestName: "#1E5234",
  forestNameCasing: "#EEF4EA",
  chosenUnit: "#1D2327",
  dim: "#F7F4EC",
  paleRoadCase: "#BFB49C",
  settledEdge: "#05322F",
  clusterEdge: "#3A444A",
} as const;

/** Opacity of a hazard fill by level 1…5. Low levels lean to paper, high ones cover it. */
export const HAZARD_OPACITY = {
  land: [0.3, 0.34, 0.5, 0.62, 0.72],
  flood: [0.3, 0.34, 0.52, 0.64, 0.74],
} as const;

/** Tints of a hazard family by level 1…5. */
export const HAZARD_TINT = {
  land: [TOKENS["land-1"], TOKENS["land-2"], TOKENS["land-3"], TOKENS["land-4"], TOKENS["land-5"]],
  flood: [TOKENS["flood-1"], TOKENS["flood-2"], TOKENS["flood-3"], TOKENS["flood-4"], TOKENS["flood-5"]],
} as const;

/** Landslides are brown, both kinds of flood slate-indigo; the hatch tells the two floods apart. */
export function hazardFamily(kind: "landslide" | "flash-flood" | "pipe-flood"): "land" | "flood" {
  return kind === "landslide" ? "land" : "flood";
}
