/**
 * Worked examples with answers computed independently (`tiny` by hand). The two that lean on real boundaries
 * lie beside the project and run when they are there.
 */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textOf } from "../../../src/core/model/text-column.ts";
import { factsOf } from "../../../src/core/screening/facts.ts";
import { prepareScreening } from "../../../src/core/screening/prepare.ts";
import { screen } from "../../../src/core/screening/screen.ts";
import { totalsOf } from "../../../src/core/screening/totals.ts";
import { type Case, readCase } from "./read-case.ts";

const own = join(import.meta.dirname, "../../cases");
const beside = join(import.meta.dirname, "../../../../shared/cases");
const hasBeside = existsSync(join(beside, "daklak-strict"));
if (!hasBeside)
  console.warn("NOT RUN: daklak-strict, daklak-wide-tolerance (no ../shared/cases beside the project)");

const EXACT = [
  "unit_code",
  "f_minority",
  "f_scattered",
  "f_forest",
  "f_remote",
  "f_hazard",
  "eligible",
  "hazard_level",
  "neighbours",
  "cluster_size",
] as const;
/** The examples measure in the plane of VN-2000, which is up to 0.03 % off: 0.1 % is what is asked. */
const NEAR = ["road_distance_m", "centre_distance_m"] as const;

/** Every difference between what we say and what is expected; `soft` findings lie on a threshold. */
function differences({ columns, layers, rules, expected }: Case): string[] {
  const prepared = prepareScreening(columns, layers);
  const screening = screen(prepared, rules);
  const out: string[] = [];
  if (columns.count !== expected.length) out.push(`${columns.count} households, expected ${expected.length}`);
  expected.forEach((want, i) => {
    const got = factsOf(prepared, screening, rules, i);
    const id = textOf(columns.id, i);
    if (id !== want.id) out.push(`${i}: ${id}, expected ${want.id}`);
    const soft = new Set((want.soft ?? "").split(" "));
    for (const key of EXACT) {
      if (soft.has(key) || want[key] === undefined) continue;
      const text = got[key] === null ? "" : String(got[key]);
      if (text !== want[key]) out.push(`${want.id} ${key}: ${text}, expected ${want[key]}`);
    }
    for (const key of NEAR) {
      if (!want[key]) continue;
      const metres = Number(want[key]);
      if (!(Math.abs((got[key] ?? Number.NaN) - metres) <= Math.max(1, 0.001 * metres)))
        out.push(`${want.id} ${key}: ${got[key]}, expected ${want[key]}`);
    }
  });
  const totals = totalsOf(prepared, screening);
  expect(totals.total.households).toBe(expected.length);
  return out;
}

describe("worked examples give no difference", () => {
  test("tiny: borders, corners, holes, overlaps, buffer zone, missing values", () => {
    expect(differences(readCase(join(own, "tiny"), { forests: "all", hazards: "all" }))).toEqual([]);
  });

  test.runIf(hasBeside)("daklak-strict: real communes and roads, strict reading", () => {
    const folder = join(beside, "daklak-strict");
    expect(differences(readCase(folder, { forests: "all", hazards: "all" }))).toEqual([]);
  });

  test.runIf(hasBeside)("daklak-wide-tolerance: wide reading, 30 m, clusters, zones only, no roads", () => {
    const folder = join(beside, "daklak-wide-tolerance");
    const units = join(beside, "daklak-strict");
    expect(differences(readCase(folder, { forests: "all", hazards: "zones" }, units))).toEqual([]);
  });
});
