/** The answer by commune: to move first, every household in exactly one row. */
import { useMemo, useState } from "react";
import type { Totals, UnitCount } from "../../../compute/protocol.ts";
import { formatNumber } from "../../../text/numbers.ts";
import { listEverything, showUnit } from "../../actions/look.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { Icon } from "../../parts/icon.tsx";
import { SplitBar } from "../../parts/split-bar.tsx";
import { useView } from "../../store.ts";

type Column = "name" | "yes" | "unknown";

/** Sortable; a row zooms the map to its commune and filters the drawer. */
export function UnitTable({ totals }: { totals: Totals }) {
  const t = useSay();
  const language = useLanguage();
  const [sort, setSort] = useState<{ column: Column; up: boolean }>({ column: "yes", up: false });
  const chosen = useView((state) => state.listUnit);
  const running = useView((state) => state.screening);
  const rows = useMemo(() => sorted(totals.byUnit, sort.column, sort.up), [totals, sort]);
  const widest = Math.max(
    1,
    ...rows.filter(({ code }) => code !== null).map(({ yes, unknown }) => yes + unknown),
  );
  const header = (column: Column, label: string, right: boolean) => (
    <th
      className={right ? "r nw" : undefined}
      aria-sort={sort.column === column ? (sort.up ? "ascending" : "descending") : "none"}
    >
      <button
        type="button"
        className="sortbtn"
        onClick={() => setSort({ column, up: sort.column === column ? !sort.up : column === "name" })}
      >
        {label}
        {sort.column === column && <Icon name={sort.up ? "up" : "down"} size={12} />}
      </button>
    </th>
  );
  const pick = (row: UnitCount) => {
    if (row.code === null) return;
    if (row.code === chosen) listEverything();
    else void showUnit(row.code);
  };
  return (
    <section className="sec">
      <div className="sech">
        <h2>{t("screening.by-unit")}</h2>
        <span className="small mut">
          {t("screening.units", { n: rows.filter(({ code }) => code !== null).length })}
        </span>
      </div>
      <table className={running ? "units waiting" : "units"}>
        <thead>
          <tr>
            {header("name", t("screening.unit"), false)}
            <th>
              <span className="unseen">{t("screening.bar")}</span>
            </th>
            {header("yes", t("eligible.yes"), true)}
            {header("unknown", t("screening.unknown-short"), true)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.code ?? "none"}
              data-testid={`unit-row-${row.code ?? "none"}`}
              className={`${row.code === null ? "" : "choose"}${row.code !== null && row.code === chosen ? " on" : ""}`}
              onClick={() => pick(row)}
            >
              <td>
                {row.code === null ? (
                  t("unit.none")
                ) : (
                  <button
                    type="button"
                    className="rowbtn name"
                    aria-pressed={row.code === chosen}
                    title={row.name ?? row.code}
                    onClick={(event) => {
                      event.stopPropagation();
                      pick(row);
                    }}
                  >
                    {row.name ?? row.code}
                  </button>
                )}
              </td>
              <td>
                <SplitBar thin count={row} outOf={widest} />
              </td>
              <td className="r">{formatNumber(language, row.yes, 0)}</td>
              <td className="r">{formatNumber(language, row.unknown, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function sorted(rows: readonly UnitCount[], column: Column, up: boolean): readonly UnitCount[] {
  const names = new Intl.Collator("vi");
  const byName = (a: UnitCount, b: UnitCount) => names.compare(a.name ?? "", b.name ?? "");
  const sign = up ? 1 : -1;
  return [...rows].sort((a, b) => {
    if ((a.code === null) !== (b.code === null)) return a.code === null ? 1 : -1;
    return column === "name" ? sign * byName(a, b) : sign * (a[column] - b[column]) || byName(a, b);
  });
}
