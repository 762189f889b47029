/** Reads which former province each unit of the plan was in. */
import type { Database } from "./sqlite.ts";

export interface UnitProvince {
  readonly code: string;
  readonly name: string;
  /** Former province; null when the source did not say. */
  readonly province: string | null;
}

/** Every unit of the plan, in the order they came in. */
export function readProvinces(db: Database): UnitProvince[] {
  return db
    .selectObjects("SELECT code, name, province FROM unit ORDER BY fid")
    .map(({ code, name, province }) => ({
      code: String(code),
      name: String(name),
      province: province === null ? null : String(province),
    }));
}
