/** Lists a column's blanks, its written values, or both. */
import type { ColumnFilter, SortColumn } from "../../compute/protocol.ts";
import { filterBy } from "../actions/table.ts";
import { useSay } from "../hooks/use-say.ts";
import { Segmented } from "./segmented.tsx";

const BLANKS = ["all", "blank", "not-blank"] as const;

/** What a filter says of blanks; `all` when it says nothing of them. */
export function blanksOf(filter: ColumnFilter | undefined): (typeof BLANKS)[number] {
  if (filter?.kind !== "blank") return "all";
  return filter.blank ? "blank" : "not-blank";
}

/** Three choices; any takes the place of another filter of the column. */
export function BlankFilter({ column, filter }: { column: SortColumn; filter: ColumnFilter | undefined }) {
  const t = useSay();
  return (
    <Segmented
      label={t("filter.blanks-of", { column: t(`column.${column}`) })}
      value={blanksOf(filter)}
      options={BLANKS.map((value) => ({ value, label: t(`filter.${value}`) }))}
      onChange={(value) =>
        filterBy(column, value === "all" ? null : { kind: "blank", blank: value === "blank" })
      }
    />
  );
}
