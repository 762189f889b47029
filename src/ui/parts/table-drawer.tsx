/** The drawer under the map: closed it says how many, open it lists the households. */
import { listEverything } from "../actions/look.ts";
import { useSay } from "../hooks/use-say.ts";
import { listFilter } from "../household-list.ts";
import { setView, useView } from "../store.ts";
import { HouseholdTable } from "./household-table.tsx";
import { Icon } from "./icon.tsx";

/** Households that are to move or unknown, of the chosen unit or of the whole plan. */
export function TableDrawer() {
  const t = useSay();
  const open = useView((state) => state.drawerOpen);
  const totals = useView((state) => state.totals);
  const listUnit = useView((state) => state.listUnit);
  if (!totals) return null;
  const unit = listUnit === null ? undefined : totals.byUnit.find(({ code }) => code === listUnit);
  const count = unit ?? totals.total;
  const rest = { n: count.yes + count.unknown, all: count.households };
  return (
    <section className="drawer" aria-label={t("drawer.title")} data-region="drawer">
      <div className="head">
        <button
          type="button"
          className="open"
          aria-expanded={open}
          onClick={() => setView({ drawerOpen: !open })}
        >
          <Icon name={open ? "down" : "up"} />
          <b>{t("drawer.title")}</b>
        </button>
        <span className="mut cut">
          {unit ? t("drawer.unit", { ...rest, unit: unit.name }) : t("drawer.all", rest)}
        </span>
        {unit && (
          <button type="button" className="link nw" onClick={listEverything}>
            {t("drawer.every")}
          </button>
        )}
        <span className="sp" />
        <span className="mut nw">
          {totals.located < totals.total.households &&
            `${t("screening.not-located", { n: totals.total.households - totals.located })} · `}
          {t("drawer.revision", { revision: totals.revision })}
        </span>
      </div>
      {open && <HouseholdTable filter={listFilter(unit?.code ?? null)} total={rest.n} />}
    </section>
  );
}
