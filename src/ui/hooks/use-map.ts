/** Makes the one map and keeps it in step with the store. */
import { type RefObject, useEffect } from "react";
import { createPlanMap } from "../../map/create-plan-map.ts";
import type { MapView } from "../../map/plan-map.ts";
import { pick, showEverything } from "../actions/look.ts";
import { cancelSketch, heardSketch, heardSketchDone } from "../actions/sketch.ts";
import { chooseInBox } from "../actions/table.ts";
import { scatterMetres } from "../rules-draft.ts";
import { services } from "../services.ts";
import { setView, useView, type View, view } from "../store.ts";

/** Puts the map into `host` and ties it to the store until the host goes away. */
export function useMap(host: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const container = host.current;
    if (!container) return;
    const all = services();
    const tiles = new URL("tiles/", document.baseURI).href;
    const map = createPlanMap(container, {
      compute: all.compute,
      tilesUrl: tiles,
      fontsUrl: `${tiles}fonts/`,
      language: view().language,
      listener: {
        onPick: pick,
        onBox: chooseInBox,
        onSketch: heardSketch,
        onSketchDone: heardSketchDone,
        onSketchCancel: cancelSketch,
        onPointer: (pointer) => setView({ map: { ...view().map, pointer } }),
        onView: ({ zoom, scale, metresPerPixel, center }) =>
          setView({ map: { ...view().map, zoom, scale, metresPerPixel, center } }),
        onReady: () => void showEverything(false),
        onProblem: (code, detail) => {
          if (code === "map.no-webgl") setView({ mapProblem: { code, detail } });
          else setView({ notice: { kind: "warn", key: "map.tiles", values: { detail } } });
        },
      },
    });
    all.map = map;
    let last: View | null = null;
    const step = (now: View) => {
      follow(now, last);
      last = now;
    };
    step(view());
    const stop = useView.subscribe(step);
    const watch = new ResizeObserver(() => map.resize());
    watch.observe(container);
    return () => {
      stop();
      watch.disconnect();
      all.map = null;
      map.destroy();
    };
  }, [host]);
}

/** Passes on what changed between two states of the store. */
function follow(now: View, last: View | null): void {
  const { map } = services();
  if (!map) return;
  const mapView: MapView = now.plan === null ? "empty" : now.tab;
  const before: MapView | null = last && (last.plan === null ? "empty" : last.tab);
  if (mapView !== before) map.setView(mapView);
  if (now.plan?.demo !== last?.plan?.demo || !last) map.setBase(now.plan?.demo ? "demo" : null);
  if (now.switches !== last?.switches) map.setLayers(now.switches);
  const rules = now.draft ?? now.rules;
  const oldRules = last && (last.draft ?? last.rules);
  if (rules?.hazard?.minLevel !== oldRules?.hazard?.minLevel) map.setMinLevel(rules?.hazard?.minLevel ?? 6);
  const chosen = now.selection !== last?.selection || now.computed !== last?.computed || rules !== oldRules;
  if (chosen) void mark(now);
}

/** Marks on the map what is chosen; a household with the circle that the scatter rule tests. */
async function mark(now: View): Promise<void> {
  const { map, compute } = services();
  if (!map) return;
  const { selection } = now;
  if (selection?.kind !== "household") return map.select(selection);
  const facts = await compute.facts(selection.id);
  if (view().selection !== selection) return;
  if (!facts?.at) return map.select(null);
  const rules = now.draft ?? now.rules;
  const radiusM = rules ? scatterMetres(rules) : null;
  map.select({
    kind: "household",
    at: facts.at,
    radiusM: now.tab === "screening" ? radiusM : null,
    label: facts.head ?? facts.id,
  });
}
