/** From how many to how many; or whether the number is known at all. */
import { Fragment } from "react";
import type { ColumnFilter, SortColumn } from "../../compute/protocol.ts";
import { filterBy } from "../actions/table.ts";
import { useSay } from "../hooks/use-say.ts";
import { BlankFilter } from "./blank-filter.tsx";
import { NumberField } from "./number-field.tsx";

/** Persons of a household. */
const RANGE = { min: 0, max: 99, step: 1 };
const ENDS = [
  { end: "least", word: "filter.from", name: "filter.least" },
  { end: "most", word: "filter.to", name: "filter.most" },
] as const;

interface Range {
  readonly least: number | null;
  readonly most: number | null;
}

/** An empty end is open. */
export function RangeFilter({ column, filter }: { column: SortColumn; filter: ColumnFilter | undefined }) {
  const t = useSay();
  const range: Range = filter?.kind === "range" ? filter : { least: null, most: null };
  const set = ({ least, most }: Range) =>
    filterBy(column, least === null && most === null ? null : { kind: "range", least, most });
  return (
    <div className="form">
      <div className="row">
        {ENDS.map(({ end, word, name }) => (
          <Fragment key={end}>
            <span className="small">{t(word)}</span>
            <NumberField
              optional
              label={t(name)}
              value={range[end]}
              range={RANGE}
              onChange={(value) => set({ ...range, [end]: value })}
            />
          </Fragment>
        ))}
      </div>
      <BlankFilter column={column} filter={filter} />
    </div>
  );
}
