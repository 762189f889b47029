import { bboxOfFeature } from "../core/geometry/polygon-set.ts";
import { type Decision, decisionColumn } from "../core/model/decision.ts";
import type { HouseholdColumns } from "../core/model/household.ts";
import type { Unit, UnitLayer } from "../core/model/layers.ts";
import { lookupOf, type TextColumn } from "../core/model/text-column.ts";
import type { Screening } from "../core/screening/finding.ts";
import { movedChoice, type RowChoice, rowChoice } from "./choice.ts";
import { foldedTexts } from "./folded-texts.ts";
import { pagesOf } from "./pages.ts";
import type { PlanState } from "./plan-state.ts";
import { remember } from "./remember.ts";
import type { RowColumns } from "./rows.ts";
import { searchIndex } from "./search.ts";
import { statusesOf } from "./statuses.ts";
import { chosenTiles } from "./tiles/chosen-tiles.ts";
import type { MarkColumns } from "./tiles/household-marks.ts";
import type { Places } from "./tiles/places.ts";
import { villagesOf } from "./villages.ts";

const NO_UNITS: readonly Unit[] = [];

function unitsOf({ plan }: PlanState): readonly Unit[] {
  return plan.layers.units?.attributes ?? NO_UNITS;
}

/** What `derivations` makes. */
export type Derivations = ReturnType<typeof derivations>;

/** Everything made from the plan when first needed, and kept while what it is made from stays the same. */
export function derivations() {
  const positions = remember((households: HouseholdColumns) => lookupOf(households.id));
  const statuses = remember((households: HouseholdColumns) =>
    statusesOf(households.count, (id) => positions(households)(id)),
  );
  const folded = remember(foldedTexts);
  const pages = remember((households: HouseholdColumns) => pagesOf(households, folded(households)));
  const chosen = remember(chosenTiles);
  let chosenIn: { planId: string; households: HouseholdColumns; choice: RowChoice } | null = null;
  /** Stays with the plan: when its register is read again, by id. */
  function choice(planId: string, households: HouseholdColumns): RowChoice {
    if (chosenIn?.households === households) return chosenIn.choice;
    const same = chosenIn?.planId === planId ? chosenIn : null;
    const next = same
      ? movedChoice(same.choice, same.households, households, positions(households))
      : rowChoice(households.count);
    chosenIn = { planId, households, choice: next };
    return next;
  }
  const rowColumns = remember(
    (
      households: HouseholdColumns,
      screening: Screening,
      column: Uint8Array,
      decision: Uint8Array,
      units: readonly Unit[],
    ): RowColumns => ({ households, screening, status: column, decision, units }),
  );
  const marks = remember(
    (
      places: Places,
      id: TextColumn,
      eligible: Uint8Array,
      column: Uint8Array,
      unit: Int32Array,
    ): MarkColumns => ({
      places,
      id,
      eligible,
      status: column,
      unit,
    }),
  );
  const villages = remember((households: HouseholdColumns, unit: Int32Array, units: readonly Unit[]) => {
    const made = remember(() => villagesOf(households, unit, units));
    return () => made();
  });
  const search = remember(
    (households: HouseholdColumns, unit: Int32Array, layer: UnitLayer | null, found: typeof villages) => {
      const units = layer?.attributes ?? NO_UNITS;
      return searchIndex({
        units: units.flatMap((each, u) => {
          const bbox = bboxOfFeature(layer!.shapes, u);
          return bbox ? [{ unit: each, bbox }] : [];
        }),
        villages: found(households, unit, units)(),
        households,
        folded: folded(households),
        unitOf: (i) => units[unit[i]!] ?? null,
      });
    },
  );
  const decided = remember((households: HouseholdColumns, decisions: readonly Decision[]) =>
    decisionColumn(households, decisions, (id) => positions(households)(id)),
  );
  const decisionsNow = ({ plan }: PlanState) => decided(plan.households, plan.decisions);
  const statusNow = ({ plan }: PlanState) => statuses(plan.households).after(plan.events);
  return {
    positions,
    pages,
    choice,
    chosenTiles: chosen,
    status: statusNow,
    decisions: decisionsNow,
    rowColumns: (state: PlanState) =>
      rowColumns(
        state.plan.households,
        state.current.screening,
        statusNow(state),
        decisionsNow(state).state,
        unitsOf(state),
      ),
    marks: (state: PlanState) =>
      marks(
        state.prepared.place,
        state.plan.households.id,
        state.current.screening.eligible,
        statusNow(state),
        state.prepared.unit,
      ),
    villages: (state: PlanState) => villages(state.plan.households, state.prepared.unit, unitsOf(state)),
    search: ({ plan, prepared }: PlanState) =>
      search(plan.households, prepared.unit, plan.layers.units, villages),
  };
}
