import { foldedColumn } from "../core/model/folded-column.ts";
import type { HouseholdColumns } from "../core/model/household.ts";
import type { TextColumn } from "../core/model/text-column.ts";
import { remember } from "./remember.ts";

/** The names and ids of a register folded for finding, made when first asked for. */
export interface FoldedTexts {
  id(): TextColumn;
  head(): TextColumn;
}

/** Folds each column at most once. */
export function foldedTexts({ id, head }: HouseholdColumns): FoldedTexts {
  return { id: remember(() => foldedColumn(id)), head: remember(() => foldedColumn(head)) };
}
