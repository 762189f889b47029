/** A made-up plan of any size: a chessboard of communes with forest, hazards, roads, villages and events. */

import { lineSetOf, polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import { columnsFrom } from "../../../src/core/model/columns.ts";
import type { Baseline, HouseholdEvent } from "../../../src/core/model/event.ts";
import { EVENT_KINDS } from "../../../src/core/model/event.ts";
import type { PolygonGeometry } from "../../../src/core/model/geometry.ts";
import type { Household } from "../../../src/core/model/household.ts";
import type { ReferenceLayers } from "../../../src/core/model/layers.ts";
import { HAZARD_KINDS, type HazardLevel } from "../../../src/core/model/layers.ts";
import type { Site } from "../../../src/core/model/site.ts";
import type { PlanSnapshot } from "../../../src/core/model/snapshot.ts";
import { DEFAULT_RULES } from "../../../src/core/screening/rule-set.ts";
import { randomOf } from "./random.ts";

const WEST = 108;
const SOUTH = 12.4;

export interface Size {
  readonly seed: number;
  readonly households: number;
  /** Communes along each side. */
  readonly side?: number;
  /** Degrees along each side of the whole. */
  readonly span?: number;
}

/** The plan of a seed and size; the same arguments give the same plan. */
export function syntheticPlan({ seed, households: count, side = 3, span = 0.5 }: Size): PlanSnapshot {
  const random = randomOf(seed);
  const layers = layersOf(random, side, span);
  const households = householdsOf(random, count, span);
  return {
    planId: `synthetic-${seed}`,
    revision: 7,
    households: columnsFrom(households),
    layers,
    rules: DEFAULT_RULES,
    sites: sitesOf(span),
    events: eventsOf(random, households),
    baselines: [baselineOf(households)],
    decisions: [],
    targets: [],
  };
}

/** A rectangle, anticlockwise. */
export function rectangle(west: number, south: number, width: number, height: number): PolygonGeometry {
  const [east, north] = [west + width, south + height];
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

function layersOf(random: () => number, side: number, span: number): ReferenceLayers {
  const step = span / side;
  const cells = Array.from({ length: side * side }, (_, k) => ({
    column: k % side,
    row: Math.floor(k / side),
  }));
  const zones = Array.from({ length: side * side * 4 }, () => ({
    shape: rectangle(
      WEST + random() * span * 0.9,
      SOUTH + random() * span * 0.9,
      0.01 + random() * 0.06 * span,
      0.01 + random() * 0.06 * span,
    ),
    kind: HAZARD_KINDS[Math.floor(random() * HAZARD_KINDS.length)]!,
    level: (1 + Math.floor(random() * 5)) as HazardLevel,
  }));
  return {
    units: {
      name: "Ranh giới thử",
      date: "2025-07-01",
      coverage: "all",
      shapes: polygonSetOf(
        cells.map(({ column, row }) => rectangle(WEST + column * step, SOUTH + row * step, step, step)),
      ),
      attributes: cells.map(({ column, row }, k) => ({
        code: `${90000 + k}`,
        name: `Xã Ea Thử ${row + 1}.${column + 1}`,
        district: row === 0 ? "Huyện Nam" : "Huyện Bắc",
      })),
    },
    forests: [
      {
        name: "Rừng thử",
        date: null,
        coverage: "all",
        shapes: polygonSetOf([
          rectangle(WEST + span * 0.6, SOUTH + span * 0.6, span * 0.3, span * 0.3),
          rectangle(WEST + span * 0.92, SOUTH + span * 0.6, span * 0.03, span * 0.3),
          rectangle(WEST, SOUTH, span * 0.2, span * 0.2),
        ]),
        attributes: [
          { name: "Rừng đặc dụng Chư Thử", kind: "special-use", subzone: "strict" },
          { name: "Rừng đặc dụng Chư Thử", kind: "special-use", subzone: "service" },
          { name: null, kind: "protection", subzone: null },
        ],
      },
    ],
    hazards: [
      {
        name: "Thiên tai thử",
        date: "2024-05-02",
        coverage: "zones",
        shapes: polygonSetOf(zones.map(({ shape }) => shape)),
        attributes: zones.map(({ kind, level }) => ({ kind, level })),
      },
    ],
    roads: {
      name: "Đường thử",
      date: null,
      shapes: lineSetOf(
        cells.map(({ row, column }) => ({
          type: "LineString",
          coordinates: [
            [WEST + column * step, SOUTH + (row + 0.5) * step],
            [WEST + (column + 1) * step, SOUTH + (row + 0.45) * step],
          ],
        })),
      ),
      attributes: cells.map(({ column }) => ({ name: null, roadClass: column === 0 ? "main" : "minor" })),
    },
    centres: {
      name: "Trung tâm thử",
      date: null,
      lon: Float64Array.from(cells, ({ column }) => WEST + (column + 0.5) * step),
      lat: Float64Array.from(cells, ({ row }) => SOUTH + (row + 0.5) * step),
      attributes: cells.map((_, k) => ({ code: `${90000 + k}`, name: `Trung tâm ${k}` })),
    },
  };
}

const GROUPS = ["Kinh", "Ê Đê", "Mông", "Dao", "Mnông", null];
const HEADS = ["Y Bhăm Niê", "H'Bia Êban", "Giàng A Páo", "Triệu Văn Đức", "Nguyễn Thị Hòa", "Ma Thị Sính"];

function householdsOf(random: () => number, count: number, span: number): Household[] {
  const villages = Array.from({ length: Math.max(1, Math.round(count / 140)) }, (_, v) => ({
    name: v % 2 === 0 ? `Buôn Čư ${v}` : `Thôn ${v}`,
    // A little beyond every side, so that some villages lie outside every commune.
    lon: WEST + (random() * 1.04 - 0.02) * span,
    lat: SOUTH + (random() * 1.04 - 0.02) * span,
  }));
  return Array.from({ length: count }, (_, i): Household => {
    const village = villages[Math.floor(random() * villages.length)]!;
    const spread = random() < 0.8 ? 0.006 : 0.03;
    const located = random() > 0.02;
    const head = HEADS[Math.floor(random() * HEADS.length)]!;
    const lon = village.lon + spread * (random() + random() - 1);
    const lat = village.lat + spread * (random() + random() - 1);
    return {
      id: `H${i}`,
      head: random() < 0.01 ? null : `${head} ${i % 97}`,
      ethnicity: GROUPS[Math.floor(random() * GROUPS.length)]!,
      members: random() < 0.05 ? null : 1 + Math.floor(random() * 9),
      poverty: random() < 0.3 ? "nghèo" : "không nghèo",
      migrant: random() < 0.1 ? null : random() < 0.2,
      village: random() < 0.03 ? null : village.name,
      communeCode: null,
      lon: located ? lon : null,
      lat: located ? lat : null,
      properties: {},
    };
  });
}

function eventsOf(random: () => number, households: readonly Household[]): HouseholdEvent[] {
  const events: HouseholdEvent[] = [];
  for (const { id } of households) {
    if (random() < 0.7) continue;
    const n = 1 + Math.floor(random() * 3);
    for (let k = 0; k < n; k++) {
      const year = 2021 + Math.floor(random() * 5);
      const month = `${1 + Math.floor(random() * 12)}`.padStart(2, "0");
      const kind = EVENT_KINDS[Math.floor(random() * EVENT_KINDS.length)]!;
      events.push({
        id: `E${events.length}`,
        householdId: id,
        kind,
        on: `${year}-${month}-15`,
        document: null,
        note: null,
      });
    }
  }
  return events;
}

function baselineOf(households: readonly Household[]): Baseline {
  const householdIds = households.filter((_, i) => i % 3 === 0).map(({ id }) => id);
  return {
    id: "B1",
    name: "Danh sách gốc 2021",
    target: "relocation",
    on: "2021-06-30",
    householdIds,
    place: null,
    places: [],
    additions: [],
  };
}

function sitesOf(span: number): Site[] {
  return [
    {
      id: "S1",
      name: "Điểm Ea Thử",
      form: "concentrated",
      status: "draft",
      capacity: 40,
      note: null,
      geometry: rectangle(WEST + span * 0.5, SOUTH + span * 0.1, 0.004, 0.003),
    },
    {
      id: "S2",
      name: "Điểm xen ghép",
      form: "inserted",
      status: "decision",
      capacity: null,
      note: "đất lúa",
      geometry: rectangle(WEST + span * 0.1, SOUTH + span * 0.8, 0.002, 0.002),
    },
  ];
}
