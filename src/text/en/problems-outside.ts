/** Problems of edits made by other programs. */
import type { problemsOutside as vi } from "../vi/problems-outside.ts";

export const problemsOutside: Record<keyof typeof vi, string> = {
  "problem.outside.adopted":
    "The file {file} was edited in another program: {count} {count:change|changes} taken into the history, where undo reaches them. Changes refused: {refused}.",
  "problem.outside.replaced":
    "In the file {file} another program made tables anew or changed them unseen: {tables}. {count} {count:row|rows} taken, {refused} refused. What the rows were before is not known, so undo does not reach behind this opening.",
  "problem.outside.more": "{count} more {count:row was|rows were} refused.",
  "problem.outside.word":
    "table {table}, row {fid} ({id}): the value “{value}” is not allowed, use {allowed}. The row was kept as it was.",
  "problem.outside.number":
    "table {table}, row {fid} ({id}): the value “{value}” is not a valid number ({allowed}). The row was kept as it was.",
  "problem.outside.empty": "table {table}, row {fid} ({id}): must not be empty. The row was kept as it was.",
  "problem.outside.date":
    "table {table}, row {fid} ({id}): “{value}” is not a real day from 1976 to today, written as 2026-10-15. The row was kept as it was.",
  "problem.outside.reference":
    "table {table}, row {fid} ({id}): “{value}” is not in the table {allowed}. The row was kept as it was.",
  "problem.outside.json":
    "table {table}, row {fid} ({id}): this is not a JSON object. The row was kept as it was.",
  "problem.outside.rules":
    "table {table}, row {fid} ({id}): the screening rules cannot be read. The rules were kept as they were.",
  "problem.outside.type":
    "table {table}, row {fid} ({id}): the value “{value}” is not of type {allowed}. The row was kept as it was.",
  "problem.outside.ours":
    "table {table}, row {fid} ({id}): this is only changed in An Cư. The row was kept as it was.",
  "problem.outside.needed":
    "table {table}, row {fid} ({id}): cannot be removed, the plan still needs it. The row was kept.",
  "problem.outside.key":
    "table {table}, row {fid} ({id}): the name “{value}” belongs to another row. The row was not taken.",
  "problem.outside.shape-unreadable":
    "table {table}, row {fid} ({id}): the shape cannot be read. The row was kept as it was.",
  "problem.outside.shape-system":
    "table {table}, row {fid} ({id}): the shape is not in WGS 84 (EPSG:4326); transform it and edit again. The row was kept as it was.",
  "problem.outside.shape-kind":
    "table {table}, row {fid} ({id}): the shape is not of the layer's kind (point, line or area). The row was kept as it was.",
  "problem.outside.shape-position":
    "table {table}, row {fid} ({id}): the coordinates are no longitude and latitude. The row was kept as it was.",
  "problem.outside.shape-crossing":
    "table {table}, row {fid} ({id}): the boundary crosses itself or encloses nothing. The row was kept as it was.",
  "problem.outside.shape-missing":
    "table {table}, row {fid} ({id}): the shape is missing. The row was kept as it was.",
  "problem.outside.table-refused":
    "Table {table} in the file {file} was made anew by another program, and none of its rows can be used (column {field}, value “{value}”). Write the table again in WGS 84 with its columns, or open another copy of the plan.",
  "problem.outside.table-missing":
    "The file {file} lacks the plan's table {table}; another program removed it. Open another copy of the plan.",
  "problem.outside.column-missing":
    "Table {table} in the file {file} lacks the column {column}; another program removed or renamed it. Add the column again, or open another copy of the plan.",
  "problem.outside.unfinished":
    "The file {file} is still open in another program ({beside} lies beside it), so the last changes are not in it yet. Close it there and open it again.",
};
