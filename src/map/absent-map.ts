import type { PlanMap } from "./plan-map.ts";

/** The map of a browser without WebGL 2: draws nothing and refuses nothing, so panels and tables go on. */
export function absentMap(): PlanMap {
  const nothing = () => {};
  return {
    setView: nothing,
    setLayers: nothing,
    setLanguage: nothing,
    setBase: nothing,
    setMinLevel: nothing,
    refresh: nothing,
    select: nothing,
    setShares: nothing,
    setBlocked: nothing,
    setProof: nothing,
    setLooked: nothing,
    boxAt: () => null,
    fit: nothing,
    center: nothing,
    zoom: nothing,
    startDrawing: nothing,
    startEditing: nothing,
    placeVertexAtCentre: nothing,
    removeLastVertex: nothing,
    finishSketch: nothing,
    cancelSketch: nothing,
    resize: nothing,
    destroy: nothing,
  };
}
