/** The style is data: every state of the map gives a valid one, with our own addresses only. */
import { createExpression, isExpression, validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { HOUSEHOLD_STATUSES } from "../../src/core/model/event.ts";
import { HAZARD_KINDS } from "../../src/core/model/layers.ts";
import { LAYER_GROUPS } from "../../src/map/layers/index.ts";
import { initialState, type MapState } from "../../src/map/map-state.ts";
import type { MapView } from "../../src/map/plan-map.ts";
import { createStyle } from "../../src/map/style.ts";
import { clusterSymbol } from "../../src/map/symbols/clusters.ts";
import { MARKS, PATTERNS } from "../../src/map/symbols/index.ts";

const OWN = "https://own.example/an-cu/";
const setting = {
  fontsUrl: `${OWN}tiles/fonts/`,
  tileUrl: (source: string) => `ancu://1/${source}/{z}/{x}/{y}`,
};
const VIEWS: readonly MapView[] = ["empty", "screening", "placement", "progress", "data"];
const base = { relief: `${OWN}tiles/relief.pmtiles`, base: `${OWN}tiles/base.pmtiles` };

type Plain = Record<string, unknown>;

/** The value an expression of a layer has for a feature. */
function evaluate(expression: unknown, properties: Plain): unknown {
  const parsed = createExpression(expression, "layers[0].filter");
  if (parsed.result !== "success") throw new Error(JSON.stringify(expression));
  return parsed.value.evaluate({ zoom: 12 } as never, { type: 1, properties } as never);
}

/** States that touch every branch of the layers. */
function states(): MapState[] {
  const start = initialState("vi");
  const all = [true, true, true, true, true] as const;
  const hazards = {
    landslide: { on: true, levels: all },
    "flash-flood": { on: false, levels: all },
    "pipe-flood": { on: true, levels: [false, false, false, false, false] as const },
  };
  return VIEWS.flatMap((view): MapState[] => [
    { ...start, view },
    { ...start, view, base, language: "en", switches: { ...start.switches, hazards, opacity: 0.5 } },
    { ...start, view, base, minLevel: 6, hatchStep: 3, shares: { "24121": 0.599, "24133": null, "1": -1 } },
    { ...start, view, selected: { kind: "unit", code: "24121" } },
    { ...start, view, selected: { kind: "site", id: "s" }, sketching: true },
    { ...start, view, selected: { kind: "household", at: [108, 12], radiusM: 300, label: "Y Blŏ" } },
  ]);
}

const layersOf = (state: MapState) => createStyle(state, setting).layers as unknown as Plain[];

describe("every state", () => {
  test.each(states().map((state, i) => [`${state.view} ${i}`, state] as const))("%s is valid", (_, state) => {
    const errors = validateStyleMin(createStyle(state, setting) as never);
    expect(errors.map((error) => error.message)).toEqual([]);
  });

  test("draws from sources that exist, each layer once", () => {
    for (const state of states()) {
      const style = createStyle(state, setting);
      const ids = style.layers.map((layer) => layer.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const layer of style.layers) {
        if ("source" in layer) expect(Object.keys(style.sources)).toContain(layer.source);
      }
    }
  });

  test("names no address but our own", () => {
    for (const state of states()) {
      const addresses = JSON.stringify(createStyle(state, setting)).match(/\b[a-z]+:\/\/[^"]+/g) ?? [];
      expect(addresses.length).toBeGreaterThan(0);
      for (const address of addresses) {
        expect(address.startsWith("ancu://") || address.replace("pmtiles://", "").startsWith(OWN)).toBe(true);
      }
    }
  });

  test("uses fonts that are declared", () => {
    for (const state of states()) {
      const style = createStyle(state, setting);
      const fonts = style.layers.flatMap(
        (layer) => ((layer.layout as Plain | undefined)?.["text-font"] as string[] | undefined) ?? [],
      );
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) expect(Object.keys(style["font-faces"] ?? {})).toContain(font);
    }
  });
});

test("layers that stay keep their order, so that one style can be brought to the next", () => {
  const full = layersOf({ ...initialState("vi"), view: "screening", base }).map((layer) => layer.id);
  for (const state of states()) {
    const ids = layersOf(state).map((layer) => layer.id);
    expect(ids).toEqual(full.filter((id) => ids.includes(id)));
  }
});

test("draw order from the ground up", () => {
  const order = LAYER_GROUPS.map((group) => group.name);
  const wanted = [
    "paper",
    "relief",
    "forest fill",
    "hazard fills",
    "water",
    "forest edge",
    "roads",
    "commune lines",
    "no marks",
    "clusters",
    "marks",
    "sites",
    "blocked",
    "selection",
    "labels",
  ];
  expect(order.filter((name) => wanted.includes(name))).toEqual(wanted);
});

describe("symbols", () => {
  const known = new Set([...PATTERNS, ...MARKS].map((symbol) => symbol.id));

  /** Everything the features of the tiles can say. */
  const features: Plain[] = [
    ...[1, 2, 3, 4, 5].map((level) => ({ level })),
    ...["yes", "no", "unknown"].flatMap((eligible) =>
      [...HOUSEHOLD_STATUSES, undefined].map((status) => ({ eligible, status })),
    ),
    { n: 14, yes: 4, unknown: 2, done: 3, open: 5 },
    { n: 6 },
  ];
  const fits = (property: unknown, feature: Plain) => {
    const text = JSON.stringify(property);
    const names = [...text.matchAll(/\["get","(\w+)"\]/g)].map((match) => match[1]!);
    if (names.includes("level")) return "level" in feature;
    if (names.includes("n")) return "n" in feature;
    if (names.includes("status")) return feature.eligible !== undefined;
    return feature.eligible !== undefined && feature.eligible !== "no";
  };

  test("every name a layer asks for is drawn by us", () => {
    let asked = 0;
    for (const state of states()) {
      for (const layer of layersOf(state)) {
        const property =
          (layer.layout as Plain | undefined)?.["icon-image"] ?? (layer.paint as Plain)?.["fill-pattern"];
        if (property === undefined) continue;
        const ids = isExpression(property)
          ? features.filter((feature) => fits(property, feature)).map((one) => evaluate(property, one))
          : [property];
        expect(ids.length).toBeGreaterThan(0);
        for (const id of ids) {
          asked++;
          expect([id, known.has(id as string) || clusterSymbol(id as string) !== null]).toEqual([id, true]);
        }
      }
    }
    expect(asked).toBeGreaterThan(100);
  });

  test("each hazard kind and level has its own hatch in every step", () => {
    for (const kind of HAZARD_KINDS) {
      for (let level = 1; level <= 5; level++) {
        for (let step = 0; step < 4; step++) expect(known.has(`hatch:${kind}:${level}:${step}`)).toBe(true);
      }
    }
  });
});

test("unknown is never hidden: the amber diamond is drawn in every view of households", () => {
  for (const view of ["screening", "data", "placement", "progress"] as const) {
    const id = view === "screening" || view === "data" ? "findings-marks" : "statuses-marks";
    const layer = layersOf({ ...initialState("vi"), view }).find((one) => one.id === id)!;
    const layout = layer.layout as Plain;
    expect(layout.visibility).toBe("visible");
    const household = { id: "1", eligible: "unknown", status: "none" };
    expect(evaluate(layout["icon-image"], household)).toBe("finding:unknown");
    expect(evaluate(layer.filter, household)).toBe(true);
  }
});

test("clusters with anyone to move or check lie above the others, and every share is seen", () => {
  const layers = layersOf({ ...initialState("vi"), view: "screening" });
  const at = (id: string) => layers.findIndex((layer) => layer.id === id);
  expect(at("findings-clusters")).toBeGreaterThan(at("findings-clusters-quiet"));
  const [quiet, loud] = [layers[at("findings-clusters-quiet")]!, layers[at("findings-clusters")]!];
  const icon = (layer: Plain, feature: Plain) => evaluate((layer.layout as Plain)["icon-image"], feature);
  for (const feature of [
    { n: 6, yes: 0, unknown: 0 },
    { n: 8000, yes: 1, unknown: 0 },
    { n: 8000, yes: 0, unknown: 1 },
  ]) {
    const anyone = feature.yes + feature.unknown > 0;
    expect(evaluate(loud.filter, feature)).toBe(anyone);
    expect(evaluate(quiet.filter, feature)).toBe(!anyone);
  }
  expect(icon(quiet, { n: 6, yes: 0, unknown: 0 })).toBe("quiet:9");
  expect(icon(loud, { n: 8000, yes: 1, unknown: 0 })).toBe("donut:19:1:0");
  expect(icon(loud, { n: 40, yes: 20, unknown: 20 })).toBe("donut:14:16:16");
  const number = (language: "vi" | "en", n: number) => {
    const [, zoom, , , written] = (
      layersOf({ ...initialState(language), view: "screening" })[at("findings-clusters")]!.layout as Plain
    )["text-field"] as unknown[];
    expect(zoom).toEqual(["zoom"]);
    return evaluate(written, { n });
  };
  expect(["vi", "en"].map((language) => number(language as "vi" | "en", 12_345))).toEqual([
    "12.345",
    "12,345",
  ]);
  expect(number("vi", 999)).toBe("999");
});

test("a status lies above must move, that above unknown; rings of those not concerned lie below all", () => {
  const layers = layersOf({ ...initialState("vi"), view: "placement" });
  const marks = layers.find((layer) => layer.id === "statuses-marks")!;
  const key = (marks.layout as Plain)["symbol-sort-key"];
  const ranks = [
    { eligible: "unknown", status: "none" },
    { eligible: "yes" },
    { eligible: "no", status: "moved" },
  ].map((household) => Number(evaluate(key, household)));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(new Set(ranks).size).toBe(3);
  const ids = layers.map((layer) => layer.id);
  expect(ids.indexOf("statuses-no")).toBeLessThan(ids.indexOf("statuses-clusters-quiet"));
});

test("findings and statuses never share a view", () => {
  for (const view of VIEWS) {
    const shown = layersOf({ ...initialState("vi"), view })
      .filter((layer) => (layer.layout as Plain | undefined)?.visibility === "visible")
      .map((layer) => layer.source);
    expect(shown.includes("findings") && shown.includes("statuses")).toBe(false);
  }
});

test("a buffer zone is a line without fill: it is not forest", () => {
  const state = { ...initialState("vi"), view: "screening" as const };
  const filled = layersOf(state).filter((layer) => layer.type === "fill" && layer.source === "forests");
  expect(filled.length).toBeGreaterThan(0);
  for (const layer of filled) {
    expect(evaluate(layer.filter, { kind: "buffer" })).toBe(false);
  }
});

test("ground nobody surveyed is marked wherever zones are drawn, also when every kind is switched off", () => {
  const off = { on: false, levels: [false, false, false, false, false] } as const;
  for (const view of VIEWS) {
    const start = initialState("vi");
    const hazards = { landslide: off, "flash-flood": off, "pipe-flood": off };
    const layers = layersOf({ ...start, view, base, switches: { ...start.switches, hazards, opacity: 0 } });
    const at = (id: string) => layers.findIndex((layer) => layer.id === id);
    const marked = layers[at("not-surveyed")]!;
    const zones = view !== "empty" && view !== "progress";
    expect((marked.layout as Plain).visibility).toBe(zones ? "visible" : "none");
    expect(marked["source-layer"]).toBe("not-surveyed");
    // Whole zones lie over the marks, whatever their level: that ground was surveyed.
    const surveyed = layers[at("surveyed-ground")]!;
    expect(surveyed.filter).toBeUndefined();
    expect(at("surveyed-ground")).toBe(at("not-surveyed") + 1);
    expect(at("relief")).toBeGreaterThan(at("surveyed-ground"));
  }
});

test("from afar only the edge of the whole is drawn, in the progress map every commune", () => {
  const drawn = (view: MapView, zoom: number, outer: 0 | 1) => {
    const line = layersOf({ ...initialState("vi"), view }).find(({ id }) => id === "units-line")!;
    const parsed = createExpression(line.filter, "layers[0].filter");
    if (parsed.result !== "success") throw new Error(JSON.stringify(line.filter));
    return parsed.value.evaluate({ zoom } as never, { type: 2, properties: { outer } } as never);
  };
  for (const view of ["screening", "placement", "data"] as const) {
    expect([drawn(view, 8, 0), drawn(view, 8, 1), drawn(view, 9, 0)]).toEqual([false, true, true]);
  }
  expect([drawn("progress", 7, 0), drawn("progress", 7, 1)]).toEqual([true, true]);
});
