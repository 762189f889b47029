/** Puts a raster whose cells are kept into the plan. */
import { run } from "../actions/run.ts";
import { tellDone, tellProblem } from "../actions/tell.ts";
import { readSource } from "../source-texts.ts";
import type { WaitingTable } from "./waiting.ts";
import { intake } from "./worker-link.ts";

/** True when it is in the plan; else why not is said. */
export async function putRaster({ name, said }: WaitingTable, id: string): Promise<boolean> {
  const made = await intake().raster(id);
  if (!made.ok) {
    tellProblem(made.problem);
    return false;
  }
  const { sourceCrs, ...raster } = made.value;
  const { date, provenance } = readSource(said.source).source;
  const done = await run("raster.import", {
    ...raster,
    id: crypto.randomUUID(),
    verticalDatum: said.datum.trim() === "" ? null : said.datum,
    date,
    provenance: { ...provenance, sourceCrs: provenance.sourceCrs ?? sourceCrs },
  });
  if (done) tellDone("raster.taken", { file: name });
  return done !== null;
}
