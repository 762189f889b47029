/** A register read with papaparse: rows as lists, and rows as objects, then the columns that are numbers. */
import Papa from "papaparse";
import { REGISTER_FIELDS, type RegisterField } from "../../../src/core/model/household.ts";
import type { Column, Contestant } from "../contest.ts";
import { named } from "./versions.ts";

/** Both ways, from the bytes of the file on. Texts stay the strings that papaparse made. */
export function papaparse(csv: Uint8Array): Contestant[] {
  const at = (field: RegisterField) => REGISTER_FIELDS.indexOf(field);
  const [lonAt, latAt, membersAt] = [at("lon"), at("lat"), at("members")];
  let lists: Column[] = [];
  let objects: Column[] = [];
  return [
    {
      name: `${named("papaparse")}, rows as lists`,
      run() {
        const rows = Papa.parse<string[]>(textOf(csv), { skipEmptyLines: true }).data;
        rows.shift();
        lists = columnsOf(rows, (row) => [row[lonAt]!, row[latAt]!, row[membersAt]!]);
      },
      answers: () => lists,
    },
    {
      name: `${named("papaparse")}, rows as objects`,
      run() {
        const options = { header: true, skipEmptyLines: true } as const;
        const rows = Papa.parse<Record<RegisterField, string>>(textOf(csv), options).data;
        objects = columnsOf(rows, ({ lon, lat, members }) => [lon, lat, members]);
      },
      answers: () => objects,
    },
  ];
}

const textOf = (csv: Uint8Array): string => new TextDecoder().decode(csv);

function columnsOf<T>(rows: readonly T[], cells: (row: T) => readonly [string, string, string]): Column[] {
  const lon = new Float64Array(rows.length);
  const lat = new Float64Array(rows.length);
  const members = new Int32Array(rows.length);
  rows.forEach((row, i) => {
    const [x, y, size] = cells(row);
    lon[i] = Number(x);
    lat[i] = Number(y);
    members[i] = Number(size);
  });
  return [lon, lat, members];
}
