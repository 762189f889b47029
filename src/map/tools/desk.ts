/** The drawing desk: holds the active tool, hands it pointer and keys, shows and tells what it makes. */
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent, MapTouchEvent } from "maplibre-gl";
import type { ArealGeometry } from "../../core/model/geometry.ts";
import type { LonLat } from "../../core/units.ts";
import { collection } from "../page-features.ts";
import type { PlanMapListener } from "../plan-map.ts";
import { createCrosshair } from "./crosshair.ts";
import { createDrawTool } from "./draw-tool.ts";
import { createEditTool } from "./edit-tool.ts";
import type { Pointer, Tool } from "./tool.ts";

/** Reach of a handle for a mouse and for a finger, CSS pixels; the keyboard is as generous as a finger. */
const MOUSE_REACH_PX = 9;
const TOUCH_REACH_PX = 22;
/** Longest time between the clicks of a double click. */
const DOUBLE_CLICK_MS = 500;

export interface Desk {
  readonly active: () => boolean;
  startDrawing(): void;
  startEditing(geometry: ArealGeometry): void;
  placeVertexAtCentre(): void;
  removeLastVertex(): void;
  finish(): void;
  cancel(): void;
  destroy(): void;
}

type DeskListener = Pick<PlanMapListener, "onSketch" | "onSketchDone" | "onSketchCancel">;

/** `changed` is told when a tool starts or ends. */
export function createDesk(map: MapLibre, listener: DeskListener, changed: (active: boolean) => void): Desk {
  let tool: Tool | null = null;
  let held = false;
  let gone = false;
  const crosshair = createCrosshair(map.getContainer());
  const canvas = map.getCanvas();

  const centre = (): LonLat => {
    const { lng, lat } = map.getCenter();
    return [lng, lat];
  };
  const pointerOf = (event: MapMouseEvent | MapTouchEvent): Pointer => ({
    at: [event.lngLat.lng, event.lngLat.lat],
    point: event.point,
    reachPx: event.type.startsWith("touch") ? TOUCH_REACH_PX : MOUSE_REACH_PX,
  });
  const show = () => {
    const source = map.getSource<GeoJSONSource>("sketch");
    source?.setData(collection(tool ? tool.features() : []));
  };
  const tell = () => {
    show();
    if (tool) listener.onSketch(tool.sketch());
  };

  function start(next: Tool): void {
    tool = next;
    held = false;
    map.doubleClickZoom.disable();
    changed(true);
    tell();
  }
  function end(): void {
    tool = null;
    held = false;
    crosshair.show(false);
    // The second click of the double click that ended the shape must not zoom the map.
    window.setTimeout(() => {
      if (!tool && !gone) map.doubleClickZoom.enable();
    }, DOUBLE_CLICK_MS);
    canvas.style.cursor = "";
    show();
    changed(false);
    listener.onSketch(null);
  }

  const desk: Desk = {
    active: () => tool !== null,
    startDrawing() {
      start(createDrawTool(map, () => desk.finish()));
      // So that Space, Enter and Esc work at once, whichever button drawing was begun with.
      canvas.focus({ preventScroll: true });
    },
    startEditing: (geometry) => start(createEditTool(map, geometry)),
    placeVertexAtCentre() {
      if (!tool) return;
      crosshair.show(true);
      tool.act(centre(), TOUCH_REACH_PX);
      tell();
    },
    removeLastVertex() {
      if (!tool) return;
      tool.removeVertex(centre(), TOUCH_REACH_PX);
      tell();
    },
    finish() {
      const geometry = tool?.finished();
      if (!geometry) return;
      end();
      listener.onSketchDone(geometry);
    },
    cancel() {
      if (!tool) return;
      end();
      listener.onSketchCancel();
    },
    destroy() {
      gone = true;
      tool = null;
      crosshair.remove();
      canvas.removeEventListener("keydown", onKey);
      canvas.removeEventListener("focus", onFocus);
      window.removeEventListener("pointerup", onUp);
    },
  };

  function onPress(event: MapMouseEvent | MapTouchEvent): void {
    if (!tool) return;
    if ("button" in event.originalEvent && event.originalEvent.button !== 0) return;
    if ("touches" in event.originalEvent && event.originalEvent.touches.length > 1) return;
    crosshair.show(false);
    held = tool.press(pointerOf(event));
    if (!held) return;
    event.preventDefault();
    tell();
  }
  function onMove(event: MapMouseEvent | MapTouchEvent): void {
    if (!tool) return;
    if (event.type === "touchmove" && !held) return;
    if (held) event.preventDefault();
    const pointer = pointerOf(event);
    tool.move(pointer);
    canvas.style.cursor = tool.cursor(pointer);
    tell();
  }
  function onUp(): void {
    if (!tool || !held) return;
    held = false;
    tool.release();
    tell();
  }
  function onClick(event: MapMouseEvent): void {
    if (!tool) return;
    tool.click(pointerOf(event));
    tell();
  }
  function onLeave(): void {
    if (!tool || held) return;
    tool.leave();
    tell();
  }
  function onCentre(): void {
    if (!tool) return;
    tool.centreMoved(centre());
    tell();
  }
  function onFocus(): void {
    // Reached by Tab, not by a click: the middle of the map is where Space will act.
    if (tool && canvas.matches(":focus-visible")) crosshair.show(true);
  }
  function onKey(event: KeyboardEvent): void {
    if (!tool || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      Enter: desk.finish,
      Escape: desk.cancel,
      Backspace: desk.removeLastVertex,
      Delete: desk.removeLastVertex,
      " ": desk.placeVertexAtCentre,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  map.on("mousedown", onPress);
  map.on("touchstart", onPress);
  map.on("mousemove", onMove);
  map.on("touchmove", onMove);
  map.on("mouseup", onUp);
  map.on("touchend", onUp);
  map.on("click", onClick);
  map.on("mouseout", onLeave);
  map.on("move", onCentre);
  canvas.addEventListener("keydown", onKey);
  canvas.addEventListener("focus", onFocus);
  window.addEventListener("pointerup", onUp);
  return desk;
}
