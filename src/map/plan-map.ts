/** What the interface may ask of the map, and what the map tells it. `create-plan-map.ts` makes one. */

import type { ArealGeometry, Geometry } from "../core/model/geometry.ts";
import type { HazardKind } from "../core/model/layers.ts";
import type { Bbox, LonLat } from "../core/units.ts";
import type { Language } from "../text/say.ts";

/** Findings and statuses never share a view: screening draws findings, placement and progress draw statuses. */
export type MapView = "empty" | "screening" | "placement" | "progress" | "data";

/** Which layers are drawn. Hazards are switched per kind and per level. */
export interface LayerSwitches {
  readonly relief: boolean;
  readonly units: boolean;
  readonly specialUse: boolean;
  readonly otherForest: boolean;
  readonly buffer: boolean;
  readonly roads: boolean;
  readonly households: boolean;
  readonly hazards: Readonly<
    Record<
      HazardKind,
      { readonly on: boolean; readonly levels: readonly [boolean, boolean, boolean, boolean, boolean] }
    >
  >;
  /** 0…1, multiplies the fills of forest and hazards. */
  readonly opacity: number;
}

export type Picked =
  | { readonly kind: "household"; readonly id: string; readonly at: LonLat }
  | { readonly kind: "site"; readonly id: string; readonly at: LonLat }
  | { readonly kind: "unit"; readonly code: string; readonly at: LonLat };

/** What is being drawn or edited, told on every move of a vertex. Null: nothing is. */
export interface Sketch {
  readonly geometry: ArealGeometry | null;
  readonly vertices: number;
  /** True once the shape is closed and could be saved. */
  readonly complete: boolean;
}

export interface PlanMapListener {
  /** `many`: Ctrl (on a Mac Command) was held, so that it joins what is chosen or leaves it. */
  onPick(picked: Picked | null, many: boolean): void;
  /** A box was drawn with Shift held. */
  onBox(bbox: Bbox): void;
  onSketch(sketch: Sketch | null): void;
  /** Enter or double click finished the shape. */
  onSketchDone(geometry: ArealGeometry): void;
  onSketchCancel(): void;
  /** Pointer position, null when it left the map. */
  onPointer(at: LonLat | null): void;
  onView(view: {
    readonly zoom: number;
    readonly center: LonLat;
    readonly scale: number;
    readonly metresPerPixel: number;
  }): void;
  onReady(): void;
  /** WebGL or a tile archive failed: said, never silent. */
  onProblem(code: "map.no-webgl" | "map.tiles", detail: string): void;
}

/** Longitude, latitude by turns, the same rows in the same order in both. */
export interface PlaceProofPoints {
  readonly chosen: Float64Array;
  /** By the likeliest mistake; null when there is none to compare with. */
  readonly mistake: Float64Array | null;
}

/** Rows of a file that are looked at closely, WGS 84. */
export interface LookedAt {
  readonly before: readonly Geometry[];
  /** After the repair that is offered; empty when nothing would move. */
  readonly after: readonly Geometry[];
  readonly at: LonLat | null;
}

export interface PlanMap {
  setView(view: MapView): void;
  setLayers(switches: LayerSwitches): void;
  setLanguage(language: Language): void;
  /** The base archive (relief, streams, places) belongs to the demo area; null draws none. View `empty` always has it. */
  setBase(base: "demo" | null): void;
  /** Hazard level from which zones are hatched (rules.hazard.minLevel). */
  setMinLevel(level: number): void;
  /**
   * Asks the compute worker again for these sources. `within`: boxes outside of which nothing changed; left
   * out: anything may have.
   */
  refresh(sources: readonly string[], within?: readonly Bbox[]): void;
  select(
    selected:
      | { kind: "household"; at: LonLat; radiusM: number | null; label: string }
      | { kind: "unit"; code: string }
      | { kind: "site"; id: string }
      | null,
  ): void;
  /** Share done, 0…1, per unit code for the fill of the progress view; -1 unknown, null nobody in the baseline. */
  setShares(shares: Readonly<Record<string, number | null>>): void;
  /** The offending parts of the site being checked, drawn as barrier tape with label. */
  setBlocked(parts: readonly { readonly geometry: ArealGeometry; readonly label: string }[]): void;
  /** Where the rows of a file that waits would fall; null: no such file is looked at. */
  setProof(points: PlaceProofPoints | null): void;
  /** Draws rows of a file before and after a repair; null: none are looked at. */
  setLooked(looked: LookedAt | null): void;
  /** The ground between two corners, in CSS pixels from the top left of the map. */
  boxAt(from: readonly [x: number, y: number], to: readonly [x: number, y: number]): Bbox | null;
  fit(bbox: Bbox, animate: boolean): void;
  center(at: LonLat, zoom: number | null): void;
  zoom(by: 1 | -1): void;
  /** Begins drawing a new polygon with the mouse, touch or keyboard. */
  startDrawing(): void;
  /** Begins editing the vertices of a shape. */
  startEditing(geometry: ArealGeometry): void;
  /**
   * Space while drawing by keyboard: puts a vertex at the middle of the map (a crosshair shows it). While
   * editing it takes hold of the vertex or midpoint there; panning carries it, a second call sets it down.
   */
  placeVertexAtCentre(): void;
  /** Drawing: takes the last vertex away. Editing: the one last touched, or the one at the middle. */
  removeLastVertex(): void;
  /** Ends drawing as Enter would; does nothing when the shape is not complete. */
  finishSketch(): void;
  cancelSketch(): void;
  resize(): void;
  destroy(): void;
}
