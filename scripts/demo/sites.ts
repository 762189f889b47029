/** Three sites in different states, found by the program's own check. */
import type { WriteFeature } from "../../src/core/formats/index.ts";
import { areaM2 } from "../../src/core/geometry/ellipsoid.ts";
import type { PolygonGeometry } from "../../src/core/model/geometry.ts";
import type { ReferenceLayers } from "../../src/core/model/layers.ts";
import type { Site, SiteCheck, SiteForm, SiteStatus } from "../../src/core/model/site.ts";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import { checkSite } from "../../src/core/siting/check-site.ts";
import { prepareSiteLayers } from "../../src/core/siting/site-layers.ts";
import type { Commune } from "./area.ts";
import { lonLatAt } from "./grid.ts";
import type { Cell2 } from "./lines.ts";
import { type Random, randomOf } from "./random.ts";
import { apartM, type SettlementInput, type Village } from "./villages.ts";

interface Wish {
  readonly id: string;
  readonly name: string;
  readonly commune: string;
  readonly form: SiteForm;
  readonly status: SiteStatus;
  /** Radius of the site, about. */
  readonly radiusM: number;
  /** Rise over run in its middle, at most. */
  readonly steepest: number;
  readonly note: string;
  readonly accepts: (checks: readonly SiteCheck[]) => boolean;
}

const clear = (checks: readonly SiteCheck[]) => checks.every(({ state }) => state === "passed");

/** Blocked by a flash flood over a small part of it, and by nothing else. */
const partlyFlooded = (checks: readonly SiteCheck[]) => {
  const blocked = checks.filter(({ state }) => state === "blocked");
  const share = blocked.reduce((sum, check) => sum + (check.share ?? 0), 0);
  return (
    blocked.length > 0 &&
    blocked.every(({ code }) => code.startsWith("hazard:flash-flood")) &&
    share > 0.04 &&
    share < 0.25 &&
    checks.every(({ code, state }) => state !== "warning" || code.startsWith("hazard"))
  );
};

const WISHES: readonly Wish[] = [
  {
    id: "diem-cu-mau-2",
    name: "Điểm Cư Mẫu 2",
    commune: "Xã Cư Mẫu",
    form: "concentrated",
    status: "draft",
    radiusM: 330,
    steepest: 0.16,
    note: "Đang khảo sát, chưa tránh hết dải ven suối.",
    accepts: partlyFlooded,
  },
  {
    id: "diem-krong-mau-1",
    name: "Điểm Krông Mẫu 1",
    commune: "Xã Krông Mẫu",
    form: "concentrated",
    status: "proposal",
    radiusM: 300,
    steepest: 0.1,
    note: "Xã đề xuất tại cuộc họp tháng 8/2026.",
    accepts: clear,
  },
  {
    id: "diem-ea-sar-mau-1",
    name: "Điểm Ea Sar Mẫu 1",
    commune: "Xã Ea Sar Mẫu",
    form: "inserted",
    status: "decision",
    radiusM: 190,
    steepest: 0.1,
    note: "Phê duyệt tại Quyết định 87/QĐ-UBND.",
    accepts: clear,
  },
];
/** Places looked at before giving up. */
const TRIES = 60_000;
/** Part of the ground for houses, ground of a house, and reserve: the look's own figures for a capacity. */
const NET_SHARE = 0.65;
const PLOT_M2 = 1000;
const RESERVE = 0.1;

export function sitesOf(
  input: SettlementInput,
  villages: readonly Village[],
  road: Uint8Array,
  layers: ReferenceLayers,
  communes: readonly Commune[],
): WriteFeature[] {
  const random = randomOf(input.land.seed, "sites");
  const prepared = prepareSiteLayers(layers);
  const sites: Site[] = [];
  for (const wish of WISHES) {
    const commune = communes.findIndex(({ name }) => name === wish.commune);
    sites.push(find(wish, commune, { input, villages, road, random, sites, prepared }));
  }
  return sites.map(({ id, name, form, status, capacity, note, geometry }) => ({
    properties: { id, name, form, status, capacity, note },
    geometry,
  }));
}

interface Search {
  readonly input: SettlementInput;
  readonly villages: readonly Village[];
  readonly road: Uint8Array;
  readonly random: Random;
  readonly sites: readonly Site[];
  readonly prepared: ReturnType<typeof prepareSiteLayers>;
}

function find(wish: Wish, commune: number, search: Search): Site {
  const { input, villages, road, random, sites, prepared } = search;
  const { coarse, communes, land } = input;
  const cells = [...communes.keys()].filter((c) => communes[c] === commune + 1);
  const nearRoad = (c: number) => {
    for (let dy = -6; dy <= 6; dy++) {
      for (let dx = -6; dx <= 6; dx++) if (road[c + dy * coarse.nx + dx] > 0) return true;
    }
    return false;
  };
  for (let tries = 0; tries < TRIES; tries++) {
    const c = cells[random.index(cells.length)];
    const x = 2 * (c % coarse.nx) + 1;
    const y = 2 * Math.floor(c / coarse.nx) + 1;
    if (land.evenSlope[y * land.frame.nx + x] > wish.steepest || !nearRoad(c)) continue;
    if (villages.some((village) => apartM(coarse, c, village.cell) < wish.radiusM + 300)) continue;
    const geometry = outline(land.frame, [x, y], wish.radiusM, random);
    const checked = checkSite({ geometry, exceptId: null }, prepared, DEFAULT_RULES, sites);
    if (!checked.ok || !wish.accepts(checked.value.checks)) continue;
    const houses = ((areaM2(geometry) * NET_SHARE) / PLOT_M2) * (1 - RESERVE);
    const { id, name, form, status, note } = wish;
    return { id, name, form, status, capacity: Math.floor(houses), note, geometry };
  }
  throw new Error(`No place for ${wish.name} after ${TRIES} tries`);
}

/** An uneven outline of seven to nine corners around a position in cells. */
function outline(
  frame: SettlementInput["coarse"],
  [cx, cy]: Cell2,
  radiusM: number,
  random: Random,
): PolygonGeometry {
  const corners = 7 + random.index(3);
  const turn = random.between(0, 2 * Math.PI);
  const long = random.between(1, 1.35);
  const ring = Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * (i + random.between(-0.25, 0.25))) / corners;
    const r = (radiusM * random.between(0.82, 1.12)) / frame.cellM;
    const u = r * long * Math.cos(angle);
    const v = (r / long) * Math.sin(angle);
    return lonLatAt(
      frame,
      cx + u * Math.cos(turn) - v * Math.sin(turn),
      cy + u * Math.sin(turn) + v * Math.cos(turn),
    );
  });
  return { type: "Polygon", coordinates: [[...ring, ring[0]]] };
}
