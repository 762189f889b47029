/** What `inspect` says of a table that nobody has explained yet: everything the wizard of the interface would show. */
import type { IntakeView } from "../../../src/intake/protocol.ts";
import type { IntakeSession } from "../../../src/intake/session.ts";
import { unitsReport } from "./units-line.ts";

const PLACES = 3;

/** The part of `--json` for one table. */
export type TableReport = ReturnType<typeof tableReport>;

/** With `session`, also what becomes of commune codes of another list. */
export function tableReport(view: IntakeView, session?: IntakeSession) {
  const { item, meaning } = view;
  return {
    file: item.file,
    table: item.table,
    format: item.format,
    files: item.files,
    read: item.read,
    shapes: item.shapes,
    as: view.as.map(({ value, score, why }) => ({ value, score: rounded(score), why })),
    columns: view.columns.map((column) => ({
      column: column.meaning.column,
      name: column.name,
      encoding: column.meaning.encoding,
      encodingConfidence: column.encodingConfidence,
      capitals: column.meaning.capitals,
      field: column.meaning.field,
      values: column.values,
      lists: column.lists,
      raw: column.raw,
      read: column.read,
      empty: column.empty,
      understood: column.understood,
    })),
    places: view.places.slice(0, PLACES).map(({ value, score, why, proof }) => {
      const { sample: _, ...counts } = proof;
      return { place: value, score: rounded(score), why, proof: counts };
    }),
    placeConfidence: view.placeConfidence,
    unitList: meaning.unitList,
    /** `UnitsReport`; null where no codes are turned. */
    units: session && !meaning.raster ? unitsReport(session, item.id) : null,
    constants: meaning.constants,
    questions: view.questions,
    notes: view.notes,
    /** To be changed where needed and given to `--mapping`. */
    meaning,
  };
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
