/** Whether a file is GeoJSON or CSV in the program's own words, which needs no explaining. */
import { isUtf8 } from "node:buffer";
import type { ReadAs } from "../../../src/core/formats/layers/layer-reader.ts";
import type { StagedFile, StagedReading } from "../../../src/plan/protocol.ts";

/**
 * Its reading, or null when the file has to be explained: nothing of it was accepted, its letters are not Unicode,
 * or it is a list of households none of which has a place, whose places may stand under other names.
 */
export function ownReading(
  file: StagedFile,
  as: ReadAs | null,
  bytes: Uint8Array,
): { readonly reading: StagedReading; readonly sure: boolean } | null {
  const wanted = as ?? file.as;
  const reading = file.readings.find((one) => one.as === wanted);
  if (!reading || reading.accepted === 0 || !isUtf8(bytes)) return null;
  return { reading, sure: reading.located !== 0 };
}
