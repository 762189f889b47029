/** Fills what the compute worker works on: the whole plan, or the parts that changed. */
import type { HouseholdColumns } from "../core/model/household.ts";
import type { EventsChange, PlanPatch, PlanSnapshot } from "../core/model/snapshot.ts";
import { readColumns } from "./columns.ts";
import { readReferenceLayers } from "./columns-layers.ts";
import type { PlanInfo, Touched } from "./protocol.ts";
import { readDecisions } from "./read-decisions.ts";
import {
  readBaselines,
  readCurrentRules,
  readEvents,
  readEventsNamed,
  readSites,
  readTargets,
} from "./read-plan.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";

/** Everything, at the revision of `info`. `households`: the register when it was read already. */
export function snapshotOf(
  sqlite: Sqlite3Static,
  db: Database,
  { id, revision }: Pick<PlanInfo, "id" | "revision">,
  households: HouseholdColumns = readColumns(sqlite, db),
): PlanSnapshot {
  return {
    planId: id,
    revision,
    households,
    layers: readReferenceLayers(sqlite, db),
    rules: readCurrentRules(db),
    sites: readSites(db),
    events: readEvents(sqlite, db),
    baselines: readBaselines(sqlite, db),
    decisions: readDecisions(sqlite, db),
    targets: readTargets(db),
  };
}

/**
 * The parts of the snapshot that these tables make up, read again; of events only those that are named, when they
 * are.
 */
export function patchOf(sqlite: Sqlite3Static, db: Database, touched: readonly Touched[]): PlanPatch {
  const tables = new Set(touched.map(({ table }) => table));
  return {
    ...(tables.has("household") && { households: readColumns(sqlite, db) }),
    ...(tables.has("layer") && { layers: readReferenceLayers(sqlite, db) }),
    ...(tables.has("rule_set") && { rules: readCurrentRules(db) }),
    ...(tables.has("site") && { sites: readSites(db) }),
    ...eventsPart(sqlite, db, touched),
    ...(tables.has("decision") && { decisions: readDecisions(sqlite, db) }),
    ...(tables.has("target") && { targets: readTargets(db) }),
    ...(tables.has("baseline") && { baselines: readBaselines(sqlite, db) }),
  };
}

function eventsPart(sqlite: Sqlite3Static, db: Database, touched: readonly Touched[]): PlanPatch {
  const named = touched.filter(({ table }) => table === "event").map(({ ids }) => ids);
  if (named.length === 0) return {};
  const ids = named.flatMap((some) => (some === "all" ? [] : some));
  if (named.includes("all")) return { events: readEvents(sqlite, db) };
  // Whether an event is new or changed is not told; that one is gone which never was does no harm.
  return { eventsChanged: { removed: ids, added: readEventsNamed(db, ids) } satisfies EventsChange };
}

/** Buffers to hand over instead of copying; the sender must not use the snapshot or patch after that. */
export function buffersOf(part: PlanPatch): ArrayBuffer[] {
  const arrays: ArrayBufferView[] = [];
  const { households, layers } = part;
  if (households) {
    const { lon, lat, members, migrant, ethnicity, village, communeCode, poverty } = households;
    arrays.push(lon, lat, members, migrant);
    for (const texts of [households.id, households.head, households.properties]) {
      if (texts) arrays.push(texts.bytes, texts.start);
    }
    for (const category of [ethnicity, village, communeCode, poverty]) arrays.push(category.index);
  }
  if (layers) {
    const { units, forests, hazards, roads, centres } = layers;
    for (const layer of [units, ...forests, ...hazards]) {
      if (!layer) continue;
      const { featurePart, partRing, ringVertex, xy } = layer.shapes;
      arrays.push(featurePart, partRing, ringVertex, xy);
    }
    if (roads) arrays.push(roads.shapes.featurePart, roads.shapes.partVertex, roads.shapes.xy);
    if (centres) arrays.push(centres.lon, centres.lat);
  }
  // The texts of a column kept in the file and their offsets lie in one buffer.
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}
