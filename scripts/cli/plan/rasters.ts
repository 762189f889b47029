/** `ancu plan rasters`: heights and classes in cells, listed, asked, taken in and taken out. */
import { csvCell } from "../../../src/core/formats/csv/csv-write.ts";
import { RASTER_KINDS } from "../../../src/core/formats/raster/raster-kind.ts";
import type { LonLat } from "../../../src/core/units.ts";
import type { Ground, RasterRow } from "../../../src/plan/protocol.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { formatNumber, formatPercent } from "../../../src/text/numbers.ts";
import type { ExitCode } from "../command.ts";
import type { Options, WrongUsage } from "../options.ts";
import { addRaster } from "./add-raster.ts";
import { changePlan, lookAtPlan } from "./open-plan.ts";
import { type PlanCommand, pointless, WRITING, wrongChoice, wrongDate } from "./plan-command.ts";
import type { Speaker } from "./speaker.ts";

const ABOUT = ["as", "crs", "name", "datum", "date", "provider", "licence"] as const;
const ACTS = ["sample", "at", "add", "remove"] as const;

/**
 * `--json`: `{ "revision", "rasters": [RasterRow] }`; with `--at` also `"ground"`, with `--sample` `"households":
 * [{ "id", "at", "ground": [{ "raster": id, "height", "slope", "class" }] }]`. Null is not known.
 */
export const planRasters: PlanCommand = {
  name: "rasters",
  usage: "cli.plan.rasters.usage",
  options: {
    ...WRITING,
    sample: "flag",
    at: "value",
    add: "value",
    remove: "value",
    as: "value",
    crs: "value",
    name: "value",
    datum: "value",
    date: "value",
    provider: "value",
    licence: "value",
  },
  files: 1,
  wrong,
  run: ([plan], options, speaker) => run(plan!, options, speaker),
};

function wrong(options: Options): WrongUsage | null {
  const [act, ...others] = ACTS.filter((name) => options.has(name));
  const at = options.value("at");
  return (
    (act === undefined ? null : pointless(options, others, `--${act}`)) ??
    (act === "add" ? null : pointless(options, ABOUT, act === undefined ? "plan rasters" : `--${act}`)) ??
    wrongChoice(options, "as", RASTER_KINDS) ??
    wrongDate(options, "date") ??
    (at === null || placeOf(at) ? null : { key: "cli.plan.rasters.at", values: { given: at } })
  );
}

function run(plan: string, options: Options, speaker: Speaker): Promise<ExitCode> {
  if (options.has("add"))
    return changePlan(plan, options, speaker, (store) => addRaster(store, plan, options, speaker));
  const removed = options.value("remove");
  if (removed !== null)
    return changePlan(plan, options, speaker, (store) => remove(store, removed, options, speaker));
  return lookAtPlan(plan, speaker, (store) => look(store, options, speaker));
}

function remove(store: PlanStore, wanted: string, options: Options, speaker: Speaker) {
  const rasters = store.rasters();
  const named = rasters.filter(({ name }) => name === wanted.normalize("NFC").trim());
  const raster = rasters.find(({ id }) => id === wanted) ?? (named.length === 1 ? named[0] : undefined);
  if (!raster) return speaker.stop("cli.plan.rasters.missing", { name: wanted });
  const done = store.run("raster.remove", { id: raster.id });
  if (!done.ok) return speaker.refuse(done.problem);
  return () => {
    speaker.tell("cli.plan.rasters.removed", { name: raster.name });
    if (options.has("json")) tellAll(store, speaker);
  };
}

function look(store: PlanStore, options: Options, speaker: Speaker): ExitCode {
  const at = options.value("at");
  const isJson = options.has("json");
  if (options.has("sample")) {
    const households = store.sampleHouseholds();
    if (isJson)
      tellAll(store, speaker, {
        households: households.map((one) => ({ ...one, ground: brief(one.ground) })),
      });
    else
      speaker.lines([
        HEAD,
        ...households.flatMap(({ id, at, ground }) => ground.map((one) => csvLine(id, at, one))),
      ]);
    return 0;
  }
  if (at !== null) {
    const place = placeOf(at)!;
    const ground = store.groundAt(place);
    if (isJson) tellAll(store, speaker, { at: place, ground: brief(ground) });
    else speaker.lines([HEAD, ...ground.map((one) => csvLine("", place, one))]);
    return 0;
  }
  const rasters = store.rasters();
  if (isJson) tellAll(store, speaker);
  else if (rasters.length === 0) speaker.tell("cli.plan.rasters.none");
  else speaker.lines(rasters.map((raster) => rowText(raster, speaker)));
  return 0;
}

/** What is known of the plan's rasters as JSON, with what was asked beside. */
export function tellAll(store: PlanStore, speaker: Speaker, more: object = {}): void {
  speaker.json({ revision: store.info().revision, rasters: store.rasters(), ...more });
}

function brief(ground: readonly Ground[]) {
  return ground.map(({ raster, ...said }) => ({ raster: raster.id, ...said }));
}

const HEAD = "household,lon,lat,raster,height_m,slope_percent,slope_degrees,aspect_degrees,class";

/** Empty is not known; level ground has no aspect. */
function csvLine(id: string, [lon, lat]: LonLat, { raster, height, slope, ...more }: Ground): string {
  const round = (value: number | null | undefined) =>
    value == null ? "" : String(Math.round(value * 100) / 100);
  const measured = [height, slope?.percent, slope?.degrees, slope?.aspect].map(round);
  return [csvCell(id, ","), lon, lat, csvCell(raster.name, ","), ...measured, more.class ?? ""].join(",");
}

function rowText(raster: RasterRow, speaker: Speaker): string {
  const number = (value: number) => formatNumber(speaker.language, value, 1);
  return speaker.say("cli.plan.rasters.row", {
    kind: speaker.say(`raster.kind.${raster.kind}`),
    name: raster.name,
    id: raster.id,
    width: raster.width,
    height: raster.height,
    wide: number(raster.cellM[0]),
    high: number(raster.cellM[1]),
    least: number(raster.least),
    greatest: number(raster.greatest),
    missing: formatPercent(speaker.language, 100 * raster.missingShare),
    source: raster.source ?? "–",
  });
}

/** `107.95,12.66` in degrees; null when it is anything else. */
function placeOf(text: string): LonLat | null {
  const parts = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [lon, lat] = parts;
  const isPlace = parts.length === 2 && Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90;
  return isPlace ? [lon!, lat!] : null;
}
