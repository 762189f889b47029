import type { ExportData } from "../core/exports/index.ts";
import { type BaselineTarget, HOUSEHOLD_STATUSES } from "../core/model/event.ts";
import { textOf } from "../core/model/text-column.ts";
import { fail } from "../core/outcome.ts";
import { explain } from "../core/screening/explain.ts";
import { checkSite } from "../core/siting/check-site.ts";
import { prepareSiteLayers } from "../core/siting/site-layers.ts";
import { candidatesOf } from "../core/targets/candidates.ts";
import { planProgress } from "../core/targets/plan-progress.ts";
import { boundsOf, unitBoundsOf } from "./bounds.ts";
import type { Derivations } from "./derivations.ts";
import { exportBytes } from "./exports.ts";
import { applyMark } from "./mark.ts";
import { isDraft, type PlanState } from "./plan-state.ts";
import type { ComputeApi } from "./protocol.ts";
import { remember } from "./remember.ts";
import { rowOf } from "./rows.ts";
import { planTiles } from "./tiles/index.ts";

/** The questions of `ComputeApi` that are answered from what is there, at once. */
export type Answers = {
  [K in Exclude<keyof ComputeApi, "connect" | "screen">]: (
    ...args: Parameters<ComputeApi[K]>
  ) => Awaited<ReturnType<ComputeApi[K]>>;
};

/**
 * Answers from the state at the time of asking. Without a plan: nothing, or `plan.missing`. Sites are checked
 * under the plan's own rules: a draft that is being tried must not let a site pass.
 */
export function answersFrom(stateNow: () => PlanState | null, derived: Derivations): Answers {
  const tiles = planTiles();
  const siteLayers = remember(prepareSiteLayers);
  const noPlan = () => fail("plan.missing");
  /** The table of the plan: its columns, its lists, and who is chosen. */
  const tableOf = (state: PlanState) => {
    const { households } = state.plan;
    return {
      columns: derived.rowColumns(state),
      pages: derived.pages(households),
      choice: derived.choice(state.plan.planId, households),
      positionOf: derived.positions(households),
    };
  };

  const candidatesIn = (state: PlanState, target: BaselineTarget) => {
    const { plan, current } = state;
    return candidatesOf(target, plan.households, current.screening.eligible, derived.decisions(state));
  };

  return {
    totals: () => stateNow()?.current.totals ?? null,

    facts(id) {
      const state = stateNow();
      const i = state ? derived.positions(state.plan.households)(id) : -1;
      if (!state || i < 0) return null;
      const { prepared, current } = state;
      return {
        ...rowOf(derived.rowColumns(state), i),
        evidence: explain(prepared, current.screening, current.rules, i),
      };
    },

    page(filter, sort, offset, limit) {
      const state = stateNow();
      if (!state) return { total: 0, rows: [] };
      const { columns, pages, choice } = tableOf(state);
      const found = pages.list(columns, filter, sort);
      const shown = found.subarray(offset, offset + limit);
      const page = { total: found.length, rows: Array.from(shown, (i) => rowOf(columns, i)) };
      if (choice.count === 0) return page;
      const listed = choice.countIn(pages.keep(columns, filter));
      return { ...page, chosen: { rows: Array.from(shown, choice.has), listed } };
    },

    placeInList(filter, sort, id) {
      const state = stateNow();
      const i = state ? derived.positions(state.plan.households)(id) : -1;
      if (!state || i < 0) return -1;
      const { columns, pages } = tableOf(state);
      return pages.list(columns, filter, sort).indexOf(i);
    },

    choices(column, filter) {
      const state = stateNow();
      if (!state) return [];
      const { columns, pages } = tableOf(state);
      return pages.choices(columns, column, filter);
    },

    mark(request) {
      const state = stateNow();
      if (!state) return { count: 0, changed: 0, outside: 0 };
      const { choice, ...register } = tableOf(state);
      return applyMark(choice, request, register);
    },

    chosenIds() {
      const state = stateNow();
      if (!state) return [];
      const { id } = state.plan.households;
      return Array.from(tableOf(state).choice.rows(), (i) => textOf(id, i)!);
    },

    search(text, limit) {
      const state = stateNow();
      return state ? derived.search(state).find(text, limit) : [];
    },

    tile(source, z, x, y) {
      const state = stateNow();
      if (!state) return null;
      if (source === "chosen") {
        const { lon, lat } = state.plan.households;
        const cut = derived.chosenTiles(tableOf(state).choice, lon, lat).cut(z, x, y);
        return cut && ownBuffer(cut);
      }
      const drawn = { plan: state.plan, marks: derived.marks(state), villages: derived.villages(state) };
      const bytes = tiles.cut(source, drawn, z, x, y);
      return bytes && ownBuffer(bytes);
    },

    checkSite(geometry, exceptSiteId) {
      const state = stateNow();
      if (!state) return noPlan();
      const { layers, rules, sites } = state.plan;
      return checkSite({ geometry, exceptId: exceptSiteId }, siteLayers(layers), rules, sites);
    },

    progress(request) {
      const state = stateNow();
      return state ? planProgress(state.plan, state.prepared.unit, request) : noPlan();
    },

    candidates(target) {
      const state = stateNow();
      if (!state) return [];
      const { id } = state.plan.households;
      return candidatesIn(state, target).rows.map((i) => textOf(id, i)!);
    },

    candidateCounts(target) {
      const state = stateNow();
      if (!state) return { total: 0, proposed: 0, excluded: 0, included: 0 };
      return candidatesIn(state, target).counts;
    },

    exportGeoJson(request) {
      const state = stateNow();
      return state ? exportBytes(exportData(state, derived), request) : noPlan();
    },

    bounds() {
      const state = stateNow();
      return state && boundsOf(state.plan);
    },

    unitBounds(code) {
      const state = stateNow();
      return state && unitBoundsOf(state.plan, code);
    },
  };
}

function exportData(state: PlanState, derived: Derivations): ExportData {
  const { plan, prepared, current } = state;
  const status = derived.status(state);
  return {
    plan,
    prepared,
    screening: current.screening,
    rules: current.rules,
    rulesSaved: !isDraft(state),
    statusOf: (i) => HOUSEHOLD_STATUSES[status[i]!]!,
    decisions: derived.decisions(state),
  };
}

/** The bytes in a buffer of their own, which can be handed over whole. */
function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return (whole ? bytes.buffer : bytes.slice().buffer) as ArrayBuffer;
}
