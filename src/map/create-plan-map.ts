/** Makes the map and answers what the interface asks of it. */
import {
  type GeoJSONSource,
  Map as MapLibre,
  type MapMouseEvent,
  type MapOptions,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Bbox, LonLat } from "../core/units.ts";
import type { Language } from "../text/say.ts";
import { absentMap } from "./absent-map.ts";
import { applyStyle } from "./apply-style.ts";
import { type BaseArea, baseFinder, registerArchives } from "./archives.ts";
import { metresPerPixel, scaleOf } from "./camera.ts";
import { findGraphics, type Graphics } from "./graphics.ts";
import { lookedFeatures } from "./looked-features.ts";
import { initialState, type MapState } from "./map-state.ts";
import { nameCanvas } from "./name-canvas.ts";
import { blockedFeatures, collection, type PageFeature, selectionFeatures } from "./page-features.ts";
import { pick } from "./picking.ts";
import type { PlanMap, PlanMapListener } from "./plan-map.ts";
import { createPlanTiles } from "./plan-tiles.ts";
import { proofFeatures } from "./proof-features.ts";
import type { PageSource } from "./sources.ts";
import { createStyle } from "./style.ts";
import { addSymbols } from "./symbols/add-symbols.ts";
import { hatchStepOf } from "./symbols/hatches.ts";
import type { TileCutter } from "./tile-loader.ts";
import { createTileRefresh } from "./tile-refresh.ts";
import { createDesk } from "./tools/desk.ts";

export interface PlanMapOptions {
  readonly compute: TileCutter;
  /** Absolute address of the folder with the tile archives, slash at its end. */
  readonly tilesUrl: string;
  /** Absolute address of the folder with the font files, slash at its end. */
  readonly fontsUrl: string;
  readonly language: Language;
  readonly listener: PlanMapListener;
}

/** Flights take 400 ms and only after a click; with reduced motion MapLibre jumps. */
const FLIGHT_MS = 400;
const FIT_PADDING_PX = 36;
const FIT_MAX_ZOOM = 15;
/** Middle of Đắk Lắk (before July 2025), where the map opens until it is told where to look. */
const START = { center: [108.2, 12.8] as [number, number], zoom: 8 };

function mapOptions(container: HTMLElement, graphics: Graphics): Omit<MapOptions, "style"> {
  const quick = graphics === "hardware";
  return {
    container,
    ...START,
    minZoom: 5,
    maxZoom: 19,
    maxPitch: 0,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: quick ? 120 : 0,
    canvasContextAttributes: { antialias: quick },
  };
}

/** Creates the map in `container`. It is ready for questions at once; what needs tiles follows when they are there. */
export function createPlanMap(container: HTMLElement, options: PlanMapOptions): PlanMap {
  const { listener } = options;
  const graphics = findGraphics();
  if (graphics === "none") {
    listener.onProblem("map.no-webgl", "WebGL 2");
    return absentMap();
  }
  setWorkerUrl(workerUrl);
  registerArchives();
  const tiles = createPlanTiles(options.compute);
  const setting = { fontsUrl: options.fontsUrl, tileUrl: tiles.tileUrl };
  let state = initialState(options.language);
  let style = createStyle(state, setting);
  const boxAt = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Bbox => {
    const a = map.unproject([x1, y1]);
    const b = map.unproject([x2, y2]);
    return [Math.min(a.lng, b.lng), Math.min(a.lat, b.lat), Math.max(a.lng, b.lng), Math.max(a.lat, b.lat)];
  };
  const map = new MapLibre({
    ...mapOptions(container, graphics),
    style,
    // A box drawn with Shift chooses households; closer in leads the wheel, and the buttons.
    boxZoom: {
      boxZoomEnd: (_map, from, to) => {
        if (!desk.active()) listener.onBox(boxAt([from.x, from.y], [to.x, to.y]));
      },
    },
  });
  const refresher = createTileRefresh(map);
  // Frames drawn by the processor pile up behind a flight, and the map shows what was long ago: it jumps then.
  const flightMs = graphics === "hardware" ? FLIGHT_MS : 0;
  let destroyed = false;
  let loaded = false;
  let baseAsked: "demo" | null = null;
  let area: BaseArea | null = null;
  const findArea = baseFinder(options.tilesUrl);
  const pageData = new Map<PageSource, PageFeature[]>();

  addSymbols(map);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  nameCanvas(map, state.language, false);

  /** Draws the next state once the style is there; several changes in a row make one step. */
  let asked = false;
  function change(part: Partial<MapState>): void {
    state = { ...state, ...part };
    if (asked || !loaded) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      if (!destroyed) draw();
    });
  }
  function draw(): void {
    const next = createStyle(state, setting);
    applyStyle(map, style, next);
    style = next;
  }
  /** Said once each: a missing archive fails for every tile. */
  const told = new Set<string>();
  function tellTiles(detail: string): void {
    if (destroyed || told.has(detail)) return;
    told.add(detail);
    listener.onProblem("map.tiles", detail);
  }
  function setPageData(source: PageSource, features: PageFeature[]): void {
    pageData.set(source, features);
    map.getSource<GeoJSONSource>(source)?.setData(collection(features));
  }

  // Before the desk listens: the click that ends a shape is not a question about what lies below.
  map.on("click", (event: MapMouseEvent) => {
    if (desk.active()) return;
    const hit = pick(map, event.point);
    if (hit?.kind === "cluster") plan.center(hit.at, hit.zoom);
    else listener.onPick(hit, event.originalEvent.ctrlKey || event.originalEvent.metaKey);
  });
  const desk = createDesk(map, listener, (active) => {
    change({ sketching: active });
    nameCanvas(map, state.language, active);
  });

  /** With nothing open there is nothing else to look at. */
  function showArea({ center, zoom, bounds }: BaseArea): void {
    if (center && zoom !== null) map.jumpTo({ center: [center[0], center[1]], zoom });
    else if (bounds) plan.fit(bounds, false);
  }

  /** With no plan open the map shows the base area, pale; with one only if the plan lies there. */
  function followBase(): void {
    const wanted = () => state.view === "empty" || baseAsked !== null;
    if (!wanted()) change({ base: null });
    else if (area) change({ base: area.archives });
    else {
      findArea().then(
        (found) => {
          area = found;
          if (destroyed || !wanted()) return;
          change({ base: found.archives });
          if (state.view === "empty") showArea(found);
        },
        (error: unknown) => tellTiles(error instanceof Error ? error.message : String(error)),
      );
    }
  }

  function tellView(): void {
    const { lng, lat } = map.getCenter();
    const zoom = map.getZoom();
    listener.onView({
      zoom,
      center: [lng, lat],
      scale: scaleOf(zoom, lat),
      metresPerPixel: metresPerPixel(zoom, lat),
    });
  }
  map.once("style.load", () => {
    loaded = true;
    draw();
    tellView();
    for (const [source, features] of pageData) setPageData(source, features);
    listener.onReady();
  });
  map.on("move", tellView);
  map.on("zoomend", () => {
    const hatchStep = hatchStepOf(map.getZoom());
    if (hatchStep !== state.hatchStep) change({ hatchStep });
  });
  map.on("mousemove", (event: MapMouseEvent) => {
    listener.onPointer([event.lngLat.lng, event.lngLat.lat]);
    if (desk.active() || map.isMoving()) return;
    const hit = pick(map, event.point);
    map.getCanvas().style.cursor = hit && hit.kind !== "unit" ? "pointer" : "";
  });
  map.on("mouseout", () => listener.onPointer(null));
  map.on("error", (event) => tellTiles(event.error?.message ?? String(event.error)));
  map.on("webglcontextlost", () => listener.onProblem("map.no-webgl", "webglcontextlost"));

  const plan: PlanMap = {
    setView(view) {
      change({ view });
      followBase();
    },
    setLayers: (switches) => change({ switches }),
    setLanguage(language) {
      change({ language });
      nameCanvas(map, language, desk.active());
      setPageData("selection", selectionFeatures(state.selected, language));
    },
    setBase(base) {
      baseAsked = base;
      followBase();
    },
    setMinLevel: (minLevel) => change({ minLevel }),
    refresh: (sources, within) => refresher.refresh(tiles.renew(sources), within),
    select(selected) {
      change({ selected });
      setPageData("selection", selectionFeatures(selected, state.language));
    },
    setShares: (shares) => change({ shares }),
    setBlocked: (parts) => setPageData("blocked", blockedFeatures(parts)),
    setProof: (points) => setPageData("proof", proofFeatures(points)),
    setLooked: (looked) => setPageData("looked", lookedFeatures(looked)),
    boxAt,
    fit([west, south, east, north], animate) {
      map.fitBounds([west, south, east, north], {
        padding: FIT_PADDING_PX,
        maxZoom: FIT_MAX_ZOOM,
        linear: true,
        duration: animate ? flightMs : 0,
      });
    },
    center(at: LonLat, zoom) {
      map.easeTo({ center: [at[0], at[1]], zoom: zoom ?? map.getZoom(), duration: flightMs });
    },
    zoom: (by) => {
      map.easeTo({ zoom: map.getZoom() + by, duration: flightMs });
    },
    startDrawing: desk.startDrawing,
    startEditing: desk.startEditing,
    placeVertexAtCentre: desk.placeVertexAtCentre,
    removeLastVertex: desk.removeLastVertex,
    finishSketch: desk.finish,
    cancelSketch: desk.cancel,
    resize: () => {
      map.resize();
    },
    destroy() {
      if (destroyed) return;
      destroyed = true;
      desk.destroy();
      refresher.destroy();
      tiles.destroy();
      map.remove();
    },
  };
  followBase();
  return plan;
}
