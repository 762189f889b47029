/** The register as CSV. */
import { writeCsv } from "../../src/core/formats/index.ts";
import type { DemoHousehold } from "./households.ts";

const COLUMNS = [
  "id",
  "head",
  "ethnicity",
  "members",
  "poverty",
  "migrant",
  "village",
  "commune_code",
  "lon",
  "lat",
] as const;

export function registerFile(households: readonly DemoHousehold[]): Uint8Array {
  return writeCsv(
    COLUMNS,
    households.map(({ id, head, ethnicity, members, poverty, migrant, village, communeCode, at }) => ({
      id,
      head,
      ethnicity,
      members,
      poverty,
      migrant: migrant === null ? null : migrant ? "có" : "không",
      village,
      commune_code: communeCode,
      lon: at ? at[0] : null,
      lat: at ? at[1] : null,
    })),
  );
}
