/** Drawing and editing a site: from the first vertex to the command that puts it into the plan. */
import type { ArealGeometry } from "../../core/model/geometry.ts";
import type { Site, SiteStatus } from "../../core/model/site.ts";
import type { Bbox } from "../../core/units.ts";
import type { Sketch } from "../../map/plan-map.ts";
import { boundsOf } from "../coordinates.ts";
import { keepFocus, PANEL_FOOT } from "../focus.ts";
import { services } from "../services.ts";
import { type SketchSession, setView, view } from "../store.ts";
import { choose, showTab } from "./look.ts";
import { run } from "./run.ts";
import { tellDone } from "./tell.ts";

function mayEdit(): boolean {
  const { plan, save } = view();
  return plan !== null && plan.readOnly === null && save.state !== "not-saved";
}

/** Begins a new site; vertices are set with the mouse or the keyboard. */
export function startSite(name: string): void {
  if (!mayEdit()) return;
  showTab("placement");
  choose(null);
  setView({ sketch: session(null, "draw", null, name), coordinatesOpen: false });
  services().map?.startDrawing();
}

/** Begins editing the shape of a site that is in the plan. */
export function editSite(site: Site): void {
  if (!mayEdit()) return;
  setView({ sketch: { ...session(site.id, "edit", site.geometry, site.name), form: site.form } });
  services().map?.startEditing(site.geometry);
}

/** Takes a shape typed as coordinates as the new site's (or the edited site's) shape and shows it. */
export function takeShape(geometry: ArealGeometry, name: string): void {
  if (!mayEdit()) return;
  const { sketch } = view();
  setView({
    sketch: { ...(sketch ?? session(null, "edit", geometry, name)), mode: "edit", geometry, complete: true },
  });
  services().map?.startEditing(geometry);
  services().map?.fit(around(boundsOf(geometry)), true);
}

/** The bounds with as much again on every side, so that the surroundings are seen. */
function around([west, south, east, north]: Bbox): Bbox {
  const [x, y] = [east - west, north - south];
  return [west - x, south - y, east + x, north + y];
}

/** A vertex moved. */
export function heardSketch(sketch: Sketch | null): void {
  const { sketch: old } = view();
  if (!old || !sketch) return;
  const { geometry, vertices, complete } = sketch;
  setView({ sketch: { ...old, geometry: geometry ?? old.geometry, vertices, complete } });
}

/** The shape was finished: it stays open for corrections until it is saved. */
export function heardSketchDone(geometry: ArealGeometry): void {
  const { sketch } = view();
  if (!sketch) return;
  setView({ sketch: { ...sketch, geometry, complete: true, mode: "edit" } });
  services().map?.startEditing(geometry);
}

/** Drawing was cancelled: nothing is left of it. */
export function cancelSketch(): void {
  if (!view().sketch) return;
  setView({ sketch: null, coordinatesOpen: false });
  services().map?.cancelSketch();
  services().map?.setBlocked([]);
}

/**
 * Puts the shape into the plan: a new draft, or the new shape of an old site. Drawing ends and the site is
 * chosen before the command runs, so that the map has one thing to do when the new tiles come; a refusal
 * gives the shape back.
 */
export async function saveSketch(): Promise<void> {
  const { sketch, selection } = view();
  if (!sketch?.geometry || !sketch.complete) return;
  const { siteId, geometry, name, form, capacity } = sketch;
  const id = siteId ?? crypto.randomUUID();
  cancelSketch();
  choose({ kind: "site", id });
  keepFocus(PANEL_FOOT);
  const done = siteId
    ? await run("site.reshape", { id, geometry })
    : await run("site.add", { id, name: name.trim(), form, capacity, geometry });
  if (done) {
    tellDone("placement.saved", { name });
    return;
  }
  choose(selection);
  setView({ sketch });
  services().map?.startEditing(geometry);
}

/** Changes what is written about a site. */
export async function describeSite(
  site: Site,
  change: Partial<Omit<Site, "id" | "geometry">>,
): Promise<boolean> {
  const { id, name, form, status, capacity, note } = { ...site, ...change };
  return (await run("site.describe", { id, name, form, status, capacity, note })) !== null;
}

/** Puts a draft forward, or takes it back. */
export function moveSite(site: Site, status: SiteStatus): Promise<boolean> {
  return describeSite(site, { status });
}

function session(
  siteId: string | null,
  mode: "draw" | "edit",
  geometry: ArealGeometry | null,
  name: string,
): SketchSession {
  return {
    siteId,
    mode,
    geometry,
    complete: geometry !== null,
    vertices: 0,
    name,
    form: "concentrated",
    capacity: null,
  };
}
