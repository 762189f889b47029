/** From how many to how many; or whether the number is known at all. */
import type { ColumnFilter, SortColumn } from "../../compute/protocol.ts";
import { filterBy } from "../actions/table.ts";
import { useSay } from "../hooks/use-say.ts";
import { NumberField } from "./number-field.tsx";
import { Segmented } from "./segmented.tsx";

const RANGE = { min: 0, max: 99, step: 1 };

/** An empty end is open. */
export function RangeFilter({ column, filter }: { column: SortColumn; filter: ColumnFilter | undefined }) {
  const t = useSay();
  const { least, most } = filter?.kind === "range" ? filter : { least: null, most: null };
  const blank = filter?.kind === "blank" ? (filter.blank ? "blank" : "not-blank") : "all";
  const set = (from: number | null, to: number | null) =>
    filterBy(column, from === null && to === null ? null : { kind: "range", least: from, most: to });
  return (
    <div className="form">
      <div className="row">
        <span className="small">{t("filter.from")}</span>
        <NumberField
          optional
          label={t("filter.least")}
          value={least}
          range={RANGE}
          onChange={(value) => set(value, most)}
        />
        <span className="small">{t("filter.to")}</span>
        <NumberField
          optional
          label={t("filter.most")}
          value={most}
          range={RANGE}
          onChange={(value) => set(least, value)}
        />
      </div>
      <Segmented
        label={t("filter.blanks-of", { column: t(`column.${column}`) })}
        value={blank}
        options={(["all", "blank", "not-blank"] as const).map((value) => ({
          value,
          label: t(`filter.${value}`),
        }))}
        onChange={(value) =>
          filterBy(column, value === "all" ? null : { kind: "blank", blank: value === "blank" })
        }
      />
    </div>
  );
}
