/** The totals of a screening and what they were computed from. */
import type { Json } from "../../src/core/model/household.ts";
import type { ScreeningTotals } from "../../src/core/screening/totals.ts";
import type { ScreenInputs } from "./screen-inputs.ts";

/** `--summary` and `--json`. Counts add up: `read` = households of `byUnit` together + `rejected`. */
export function screenSummary(inputs: ScreenInputs, totals: ScreeningTotals): Json {
  const { read, rejected } = inputs.households.result;
  const { layers, skipped } = computedFrom(inputs);
  return {
    read,
    located: totals.located,
    rejected: rejected.length,
    byUnit: totals.byUnit.map(({ code, name, households, yes, unknown }) => ({
      code,
      name,
      households,
      eligible: yes,
      unknown,
    })),
    eligible: totals.total.yes,
    unknown: totals.total.unknown,
    rules: inputs.rules as unknown as Json,
    layers,
    skipped,
    rejectedRows: rejected.map(({ row, field, code }) => ({ row: row ?? null, field: field ?? null, code })),
  };
}

/** Files, coverage and rules: figures leave the program together with these. */
export function computedFrom({ households, layers, rules, skipped }: ScreenInputs) {
  const { units, forests, hazards, roads, centres } = layers;
  const areal = ({ name, coverage }: { readonly name: string; readonly coverage: string }) => ({
    name,
    coverage,
  });
  return {
    households: households.name,
    layers: {
      units: units?.name ?? null,
      forests: forests.map(areal),
      hazards: hazards.map(areal),
      roads: roads?.name ?? null,
      centres: centres?.name ?? null,
    },
    rules: rules as unknown as Json,
    skipped: skipped.map(({ file, count }) => ({ file, count })),
  };
}
