/** Text of a test as a file. */
import {
  type Accepted,
  openTable,
  type RawTable,
  type ReadAs,
  readerFor,
} from "../../../src/core/formats/index.ts";
import type { ReadResult } from "../../../src/core/outcome.ts";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Opens text that is expected to be one of our formats. */
export function tableOf(text: string, file = "a"): RawTable {
  const opened = openTable(bytesOf(text), file);
  if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.problem)}`);
  return opened.value;
}

export function readAs<As extends ReadAs>(as: As, text: string, file?: string): ReadResult<Accepted<As>> {
  return readerFor(as).read(tableOf(text, file)) as ReadResult<Accepted<As>>;
}

/** A collection of one feature per `[properties, geometry]`. */
export function collection(features: readonly (readonly [object, object | null])[]): string {
  return JSON.stringify({
    type: "FeatureCollection",
    features: features.map(([properties, geometry]) => ({ type: "Feature", properties, geometry })),
  });
}

/** A square of 0.01 degrees, anticlockwise, closed. */
export function square(lon: number, lat: number, size = 0.01): [number, number][] {
  return [
    [lon, lat],
    [lon + size, lat],
    [lon + size, lat + size],
    [lon, lat + size],
    [lon, lat],
  ];
}

export const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);
