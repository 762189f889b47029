/** Puts a table that waits into the plan, when nothing is missing. */
import type { Outcome } from "../../core/outcome.ts";
import type { IntakeResult } from "../../intake/protocol.ts";
import type { RegisterUpdate, StagedFile, StagedReading } from "../../plan/protocol.ts";
import { say } from "../../text/say.ts";
import { lookWhenComputed } from "../actions/look.ts";
import { run } from "../actions/run.ts";
import { tellDone, tellProblem } from "../actions/tell.ts";
import { asksCoverage, layerOf } from "../import-choice.ts";
import { services } from "../services.ts";
import { readSource } from "../source-texts.ts";
import { setView, view } from "../store.ts";
import { giveContext } from "./context.ts";
import { dropEntry, setTable, tableOf } from "./read.ts";
import { missingOf } from "./steps.ts";
import { putRaster } from "./take-raster.ts";
import type { Said, WaitingTable } from "./waiting.ts";
import { intake } from "./worker-link.ts";

/** True when it is in the plan; else why not is said, and the table waits on. */
export async function takeTable(key: number): Promise<boolean> {
  const table = tableOf(key);
  if (!table?.item || !table.view || !table.checked || table.state !== "ready") return false;
  if (missingOf(table).length > 0) return false;
  setTable(key, { state: "taking" });
  const done = await put(table, table.item.id);
  if (done) dropEntry(key);
  else if (tableOf(key)?.state === "taking") setTable(key, { state: "ready" });
  // What was learned of its sender and its communes is used for the tables that still wait.
  if (done && view().waiting.length > 0) await giveContext();
  return done;
}

async function put(table: WaitingTable, id: string): Promise<boolean> {
  if (table.view?.meaning.raster) return putRaster(table, id);
  const result = await intake().result(id);
  if (!result.ok) return refused(result);
  const read = await stage(result.value, table);
  if (!read.ok) return refused(read);
  const staged = read.value;
  const reading = staged.readings.find(({ as }) => as === result.value.as);
  if (!reading) {
    tellProblem({ code: "import.nothing-accepted", values: { file: table.name } });
    return false;
  }
  if (loses(table, reading)) return false;
  const { computed } = view();
  const { said } = table;
  const done =
    reading.as === "households"
      ? await takeRegister(staged.staged, said)
      : await run("layer.import", { staged: staged.staged, ...layerInput(table, reading) });
  if (!done) return false;
  tellDone("data.import.done", { file: table.name });
  lookWhenComputed(computed);
  return true;
}

/** As the person said: added, laid over the register, or in its place. */
async function takeRegister(staged: string, { replace, update }: Said): Promise<boolean> {
  const done = update
    ? await run("households.update", { staged })
    : await run("households.import", { staged, replace });
  return done !== null;
}

/** What the list of a table would change in the register; null when that cannot be told, which is said. */
export async function compareTable(key: number): Promise<RegisterUpdate | null> {
  const table = tableOf(key);
  if (!table?.item) return null;
  const result = await intake().result(table.item.id);
  if (!result.ok) return told(result);
  const read = await stage(result.value, table);
  if (!read.ok) return told(read);
  const update = await services().plan.compareRegister(read.value.staged);
  return update.ok ? update.value : told(update);
}

function told(outcome: Extract<Outcome<unknown>, { readonly ok: false }>): null {
  tellProblem(outcome.problem);
  return null;
}

/** The plan names the file as it was chosen, wherever it speaks of it later. */
function stage(result: IntakeResult, { item, name, said }: WaitingTable): Promise<Outcome<StagedFile>> {
  const { name: _name, bytes, ...origin } = result;
  const sender = said.sender.trim();
  return services().plan.read(item?.file ?? name, bytes, {
    ...origin,
    sender: sender === "" ? null : sender,
  });
}

/** The plan may refuse rows that the check let pass: they are shown and asked about before anything is lost. */
function loses(table: WaitingTable, reading: StagedReading): boolean {
  const known = (table.checked?.rejected.length ?? 0) + table.late.length;
  if (reading.rejected.length <= known) return false;
  const late = reading.rejected.slice(known - table.late.length);
  setTable(table.key, { state: "ready", late });
  setView({ notice: { kind: "warn", key: "intake.late", values: { n: late.length } } });
  return true;
}

function layerInput(table: WaitingTable, reading: StagedReading) {
  const { said } = table;
  const plain = table.name.replace(/\.[^.·]+(?=$| · )/, "");
  const lost = layerOf(reading) ? reading.rejected.length : 0;
  const { date, provenance } = readSource(said.source).source;
  return {
    kind: layerOf(reading)!,
    // The name says it, because the name goes with every figure and export that the layer has a part in.
    name: lost > 0 ? say(view().language, "data.skip.name", { name: plain, n: lost }) : plain,
    coverage: asksCoverage(reading) ? (said.coverage ?? "zones") : ("all" as const),
    replace: said.replace,
    date,
    provenance: {
      ...provenance,
      sourceCrs: provenance.sourceCrs ?? table.view?.meaning.place?.crs ?? null,
    },
  };
}

function refused(outcome: Extract<Outcome<unknown>, { readonly ok: false }>): false {
  tellProblem(outcome.problem);
  return false;
}
