/** What happened to the households of the baselines from 2021 to October 2026. */
import type { EventKind } from "../../src/core/model/event.ts";
import type { Household } from "../../src/core/model/household.ts";
import type { Screening } from "../../src/core/screening/finding.ts";
import type { IsoDate } from "../../src/core/units.ts";
import type { Commune } from "./area.ts";
import { type Baselines, EXACTLY, NEARLY } from "./baselines.ts";
import { type Random, randomOf } from "./random.ts";

/** One row of `events.csv`. */
export interface DemoEvent {
  readonly household: string;
  readonly kind: EventKind;
  readonly on: IsoDate;
  readonly document: string | null;
  readonly note: string | null;
}

/** Nothing is dated later. */
export const LAST_DAY = "2026-10-12";
/** Shares of what was done by 2025 in the years 2022 to 2025. */
const BY_YEAR: readonly (readonly [year: number, weight: number])[] = [
  [2022, 1],
  [2023, 2.2],
  [2024, 3],
  [2025, 3.6],
];
/** Share of the migrants' list that is done by the end of 2025; the plan asks for 90 %. */
const MIGRANTS_DONE = 0.904;
/** Bounds of the whole area's share of the relocation baseline at the end of 2025. */
const TOTAL_FROM = 0.572;
const TOTAL_TO = 0.588;

/** How one household's case ended, as far as it has. */
type End = "done" | "done-late" | "undone" | "returned" | "closed" | "waiting";

export function eventsOf(
  seed: number,
  households: readonly Household[],
  screening: Screening,
  communes: readonly Commune[],
  baselines: Baselines,
): DemoEvent[] {
  const random = randomOf(seed, "events");
  const listed = new Set(baselines.relocation.householdIds);
  const byCommune = communes.map((_, u) =>
    households.filter(({ id }, i) => listed.has(id) && screening.unit[i] === u),
  );
  const quotas = quotasOf(
    byCommune.map((own) => own.length),
    communes.map(({ pace }) => pace),
  );
  const ends = new Map<string, End>();
  byCommune.forEach((own, u) => {
    for (const [id, end] of endsOf(own, quotas[u], random)) ends.set(id, end);
  });
  const events: DemoEvent[] = [];
  for (const household of households) {
    const end = ends.get(household.id);
    if (end) events.push(...relocation(household, end, random));
  }
  events.push(...baselines.later.flatMap((id) => foundLater(id, random)));
  events.push(...migrantEvents(households, baselines, ends, random));
  return events.sort((a, b) => compare(a.on, b.on) || compare(a.household, b.household));
}

/** Households done by the end of 2025 in each commune, so that the whole area's share is as wanted. */
function quotasOf(sizes: readonly number[], paces: readonly number[]): number[] {
  const most = sizes.map((n, u) =>
    paces[u] < 0.6 ? Math.max(0, Math.ceil(0.6 * n) - 1) : Math.round((paces[u] + 0.12) * n),
  );
  const least = sizes.map((n, u) => (paces[u] < 0.6 ? 0 : Math.ceil(0.6 * n - 1e-9)));
  const quotas = sizes.map((n, u) => {
    if (paces[u] === NEARLY) return most[u];
    if (paces[u] === EXACTLY) return least[u];
    return Math.min(most[u], Math.max(least[u], Math.round(paces[u] * n)));
  });
  const total = sizes.reduce((sum, n) => sum + n, 0);
  const done = () => quotas.reduce((sum, n) => sum + n, 0);
  const movable = [...paces.keys()].filter((u) => paces[u] !== NEARLY && paces[u] !== EXACTLY);
  for (let round = 0; round < 10_000; round++) {
    const share = done() / total;
    const step = share < TOTAL_FROM ? 1 : share > TOTAL_TO ? -1 : 0;
    if (step === 0) return quotas;
    const u = movable[round % movable.length];
    const next = quotas[u] + step;
    if (next >= least[u] && next <= most[u]) quotas[u] = next;
  }
  throw new Error("The wanted share of the whole area cannot be reached");
}

/** Unplanned migrants are served first, being in both lists. */
function endsOf(own: readonly Household[], done: number, random: Random): [string, End][] {
  const order = own
    .map((household) => ({ household, key: random.next() - (household.migrant === true ? 0.5 : 0) }))
    .sort((a, b) => a.key - b.key)
    .map(({ household }) => household);
  const late = Math.round(own.length * 0.07);
  return order.map(({ id }, i) => {
    if (i < done) return [id, random.chance(0.012) ? "undone" : "done"];
    if (i < done + late) return [id, "done-late"];
    const end = random.weighted<End>([
      ["waiting", 88],
      ["closed", 6],
      ["returned", 6],
    ]);
    return [id, end];
  });
}

function relocation({ id }: Household, end: End, random: Random): DemoEvent[] {
  const write = writer(id);
  write(
    "identified",
    dayIn(2021, 60, 340, random),
    null,
    random.chance(0.5) ? "Phát hiện khi rà soát đợt 1" : null,
  );
  if (end === "waiting") {
    if (random.chance(0.62)) {
      const planned = dayIn(
        random.weighted([
          [2023, 1],
          [2024, 2],
          [2025, 3],
          [2026, 2],
        ]),
        20,
        250,
        random,
      );
      write("planned", planned, paper(random, "QĐ-UBND"), null);
      if (random.chance(0.3) && planned < "2026-03-01") {
        write("land-allocated", later(planned, 60, 200, random), paper(random, "QĐ-UBND"), null);
      }
    }
    return write.events;
  }
  if (end === "closed") {
    const kind = random.weighted<EventKind>([
      ["left", 5],
      ["died", 2],
      ["split", 3],
    ]);
    const notes: Partial<Record<EventKind, string>> = {
      left: "Chuyển đi tỉnh khác làm ăn",
      died: "Hộ một người, đã mất",
      split: "Con trai tách ra ở riêng",
    };
    write(kind, dayIn(2022 + random.index(4), 10, 350, random), null, notes[kind] ?? null);
    return write.events;
  }
  const year = end === "done-late" ? 2026 : random.weighted(BY_YEAR);
  const finished = end === "done-late" ? dayIn(2026, 40, 280, random) : dayIn(year, 60, 362, random);
  if (end !== "returned" && random.chance(0.16)) {
    write("planned", earlier(finished, 150, 400, random), paper(random, "QĐ-UBND"), null);
    write("stabilised-in-place", finished, paper(random, "BB-UBND"), "Kè chắn và đường thoát lũ đã xong");
    if (end === "undone") undo(write, random);
    return write.events;
  }
  const moved = earlier(finished, 25, 120, random);
  const land = earlier(moved, 50, 160, random);
  write("planned", earlier(land, 60, 220, random), paper(random, "QĐ-UBND"), null);
  write("land-allocated", land, paper(random, "QĐ-UBND"), null);
  if (end === "returned") {
    write("moved", moved, paper(random, "BB-UBND"), null);
    write("returned", inYearOf(later(moved, 40, 200, random)), null, "Quay lại nơi ở cũ vì xa nương rẫy");
    return write.events;
  }
  write("moved", moved, paper(random, "BB-UBND"), null);
  if (random.chance(0.86))
    write("settled", finished, paper(random, "BB-UBND"), random.chance(0.2) ? "Đã nhận nhà và đất ở" : null);
  if (end === "undone") undo(write, random);
  return write.events;
}

/** Returned in 2026: the figure of 2025 stays as it was. */
function undo(write: ReturnType<typeof writer>, random: Random): void {
  write("returned", dayIn(2026, 20, 270, random), null, "Quay lại nơi ở cũ sau mùa khô");
}

function foundLater(id: string, random: Random): DemoEvent[] {
  const write = writer(id);
  const found = dayIn(
    random.weighted([
      [2023, 1],
      [2024, 2],
      [2025, 2],
      [2026, 2],
    ]),
    20,
    270,
    random,
  );
  write("identified", found, null, "Phát hiện khi rà soát đợt 2");
  if (random.chance(0.3) && found < "2026-01-01") {
    write("planned", later(found, 90, 260, random), paper(random, "QĐ-UBND"), null);
  }
  return write.events;
}

function migrantEvents(
  households: readonly Household[],
  { relocation: moves, migrants, later: found }: Baselines,
  ends: ReadonlyMap<string, End>,
  random: Random,
): DemoEvent[] {
  const others = new Set([...moves.householdIds, ...found]);
  const alreadyDone = migrants.householdIds.filter((id) => {
    const end = ends.get(id);
    return end === "done" || end === "undone";
  }).length;
  const own = random.shuffled(migrants.householdIds.filter((id) => !others.has(id)));
  const wanted = Math.ceil(MIGRANTS_DONE * migrants.householdIds.length) - alreadyDone;
  if (wanted > own.length)
    throw new Error(`${wanted} migrants should be done and only ${own.length} are left`);
  const done = new Set(own.slice(0, wanted));
  return households.flatMap(({ id, migrant }) => {
    if (migrant !== true || others.has(id)) return [];
    const write = writer(id);
    write("identified", dayIn(2021, 30, 340, random), null, null);
    if (done.has(id)) {
      const finished = dayIn(random.weighted(BY_YEAR), 40, 360, random);
      write("planned", earlier(finished, 80, 300, random), paper(random, "QĐ-UBND"), null);
      const kind = random.chance(0.62) ? "stabilised-in-place" : "settled";
      write(kind, finished, paper(random, "BB-UBND"), null);
    } else if (random.chance(0.5)) {
      write(
        "planned",
        dayIn(random.chance(0.5) ? 2025 : 2026, 20, 270, random),
        paper(random, "KH-UBND"),
        null,
      );
    }
    return write.events;
  });
}

/** Collects the events of one household, each on a later day than the one before and none after the last day. */
function writer(household: string) {
  const events: DemoEvent[] = [];
  const write = (kind: EventKind, on: IsoDate, document: string | null, note: string | null) => {
    const before = events[events.length - 1]?.on;
    const day = before !== undefined && on <= before ? addDays(before, 3) : on;
    if (day <= LAST_DAY) events.push({ household, kind, on: day, document, note });
  };
  return Object.assign(write, { events });
}

/** Number of a document; the numbers start again every year, so they repeat. */
function paper(random: Random, kind: "QĐ-UBND" | "BB-UBND" | "KH-UBND"): string {
  return `${1 + random.index(180)}/${kind}`;
}

function dayIn(year: number, from: number, to: number, random: Random): IsoDate {
  return addDays(`${year}-01-01`, Math.round(random.between(from, to)));
}

function later(day: IsoDate, least: number, most: number, random: Random): IsoDate {
  return addDays(day, Math.round(random.between(least, most)));
}

function earlier(day: IsoDate, least: number, most: number, random: Random): IsoDate {
  return addDays(day, -Math.round(random.between(least, most)));
}

/** Not after the end of 2025. */
function inYearOf(day: IsoDate): IsoDate {
  return day > "2025-12-30" ? "2025-12-30" : day;
}

function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
