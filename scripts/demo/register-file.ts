/** The register as CSV. */
import { writeCsv } from "../../src/core/formats/index.ts";
import { REGISTER_FIELDS } from "../../src/core/model/household.ts";
import type { DemoHousehold } from "./households.ts";

export function registerFile(households: readonly DemoHousehold[]): Uint8Array {
  return writeCsv(
    REGISTER_FIELDS,
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
