/** Reads what was written as the program will, so that nothing that would be refused leaves the generator. */
import {
  type Accepted,
  arealLayer,
  centreLayer,
  openTable,
  type ReadAs,
  readerFor,
  roadLayer,
} from "../../src/core/formats/index.ts";
import type { Household } from "../../src/core/model/household.ts";
import type { ReferenceLayers } from "../../src/core/model/layers.ts";
import type { ReadResult } from "../../src/core/outcome.ts";

/** Throws with the first problem when any row is refused. */
export function readBack<As extends ReadAs>(
  as: As,
  file: string,
  bytes: Uint8Array,
): readonly Accepted<As>[] {
  const table = openTable(bytes, file);
  if (!table.ok) throw new Error(`${file}: ${JSON.stringify(table.problem)}`);
  const result = readerFor(as).read(table.value) as ReadResult<Accepted<As>>;
  const [problem] = [...table.value.rejected, ...result.rejected];
  if (problem) throw new Error(`${file}: ${JSON.stringify(problem)}`);
  return result.accepted;
}

/** The layers of the demo plan from its files. Every layer covers the whole area. */
export function readLayers(files: ReadonlyMap<string, Uint8Array>): ReferenceLayers {
  const bytesOf = (name: string) => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`${name} was not made`);
    return bytes;
  };
  const head = { name: "", date: null };
  const read = <As extends ReadAs>(as: As) => readBack(as, `${as}.geojson`, bytesOf(`${as}.geojson`));
  return {
    units: arealLayer(read("units"), "all", head),
    forests: [arealLayer(read("forests"), "all", head)],
    hazards: [arealLayer(read("hazards"), "all", head)],
    roads: roadLayer(read("roads"), head),
    centres: centreLayer(read("centres"), head),
  };
}

export function readHouseholds(bytes: Uint8Array): readonly Household[] {
  return readBack("households", "households.csv", bytes);
}
