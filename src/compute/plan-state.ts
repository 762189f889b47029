import type { HouseholdEvent } from "../core/model/event.ts";
import type { HouseholdColumns } from "../core/model/household.ts";
import type { PlanPatch, PlanSnapshot } from "../core/model/snapshot.ts";
import type { Crew } from "../core/screening/crew.ts";
import { type Prepared, prepareScreening } from "../core/screening/prepare.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import { sameRules } from "../core/screening/same-rules.ts";
import type { Bbox } from "../core/units.ts";
import type { TileSource } from "./protocol.ts";
import { type Screened, screened } from "./screened.ts";
import { boxOfHouseholds } from "./tiles/point-box.ts";

/** A plan and what was computed from it. Replaced as a whole, never changed in place. */
export interface PlanState {
  readonly plan: PlanSnapshot;
  readonly prepared: Prepared;
  /** Under the rules in force: the draft that is being tried, else the plan's own. */
  readonly current: Screened;
}

/** Milliseconds, who does the work, and a word on how far a long computation is. */
export interface Clock {
  readonly crew: Crew;
  now(): number;
  progress(done: number, total: number): void;
}

const STEPS = 2;

/** Computes everything of a plan that was opened. */
export function stateOf(plan: PlanSnapshot, clock: Clock): PlanState {
  return prepareAndScreen(plan, plan.rules, null, clock);
}

/** True when the rules in force are not the plan's own. */
export function isDraft({ plan, current }: PlanState): boolean {
  return !sameRules(plan.rules, current.rules);
}

/** The state under other rules, saved or not. Without a difference it stays the very same. */
export function withRules(state: PlanState, rules: Rules, clock: Clock): PlanState {
  const { plan, prepared, current } = state;
  if (sameRules(rules, current.rules)) return state;
  const before = current.screening.eligible;
  return {
    ...state,
    current: screened(prepared, rules, { revision: plan.revision, before, now: clock.now }),
  };
}

/**
 * The state after a change of the plan. Households and layers are prepared and screened anew, as far as the
 * change reaches (a draft stays in force); saved rules replace a draft; sites, events and baselines are never
 * screened.
 */
export function withPatch(state: PlanState, revision: number, patch: PlanPatch, clock: Clock): PlanState {
  const { eventsChanged, ...parts } = patch;
  const events = eventsChanged ? withEvents(state.plan.events, eventsChanged) : state.plan.events;
  const plan: PlanSnapshot = { ...state.plan, events, ...parts, revision };
  const rules = patch.rules ?? state.current.rules;
  if (patch.households || patch.layers) return prepareAndScreen(plan, rules, state.prepared, clock);
  const { current } = withRules({ ...state, plan }, rules, clock);
  return { ...state, plan, current: { ...current, totals: { ...current.totals, revision } } };
}

/** Tile sources that look different after a patch. */
export function touchedTiles(patch: PlanPatch): readonly TileSource[] {
  const touched = new Set<TileSource>();
  const add = (...sources: TileSource[]) => {
    for (const source of sources) touched.add(source);
  };
  if (patch.layers) add("units", "forests", "hazards", "roads", "centres", "findings", "statuses");
  if (patch.households) add("centres", "findings", "statuses", "chosen");
  if (patch.rules) add("findings", "statuses");
  if (patch.sites) add("sites");
  if (patch.events || patch.eventsChanged) add("statuses");
  return [...touched];
}

/**
 * Boxes around the households whose events changed, when nothing else did; null when more may look different.
 * `positionsIn` finds the row of an id.
 */
export function touchedBox(
  { plan }: PlanState,
  patch: PlanPatch,
  positionsIn: (households: HouseholdColumns) => (id: string) => number,
): readonly Bbox[] | null {
  const { eventsChanged, ...parts } = patch;
  if (!eventsChanged || Object.keys(parts).length > 0) return null;
  const gone = new Set(eventsChanged.removed);
  const touched = [...plan.events.filter(({ id }) => gone.has(id)), ...eventsChanged.added];
  const rows = touched.map(({ householdId }) => positionsIn(plan.households)(householdId));
  const box = boxOfHouseholds(
    plan.households.lon,
    plan.households.lat,
    rows.filter((i) => i >= 0),
  );
  return box ? [box] : [];
}

/** The events without those that went; those that came are last. Events that stay are the very same objects. */
function withEvents(
  events: readonly HouseholdEvent[],
  { removed, added }: NonNullable<PlanPatch["eventsChanged"]>,
): readonly HouseholdEvent[] {
  const gone = new Set(removed);
  return [...(gone.size > 0 ? events.filter(({ id }) => !gone.has(id)) : events), ...added];
}

function prepareAndScreen(
  plan: PlanSnapshot,
  rules: Rules,
  before: Prepared | null,
  clock: Clock,
): PlanState {
  const { crew } = clock;
  clock.progress(0, STEPS);
  const prepared = prepareScreening(plan.households, plan.layers, { crew, before });
  clock.progress(1, STEPS);
  const current = screened(prepared, rules, { revision: plan.revision, before: null, now: clock.now });
  clock.progress(STEPS, STEPS);
  return { plan, prepared, current };
}
