/** The line that is always in sight: what is listed of how many, who is chosen, and what to do with them. */
import { chooseListed, chooseNobody, clearFilters, filterBy } from "../actions/table.ts";
import { decideForChosen } from "../decision-question.ts";
import { useMayEdit } from "../hooks/use-may-edit.ts";
import { useSay } from "../hooks/use-say.ts";
import { setView, useView } from "../store.ts";
import { FIRST_FILTERS, isFiltered, scopeOf } from "../table-columns.ts";
import { Button } from "./button.tsx";
import type { Counted } from "./household-table.tsx";
import { Icon } from "./icon.tsx";
import { Segmented } from "./segmented.tsx";

interface Props {
  /** What the table has counted; null before it was open. */
  readonly counted: Counted | null;
}

/** Closed: one line about the plan. Open: filters, choice and their buttons. */
export function DrawerHead({ counted }: Props) {
  const t = useSay();
  const open = useView((state) => state.drawerOpen);
  const totals = useView((state) => state.totals);
  const listUnit = useView((state) => state.listUnit);
  const filters = useView((state) => state.filters);
  const chosen = useView((state) => state.chosen);
  if (!totals) return null;
  const unit = listUnit === null ? undefined : totals.byUnit.find(({ code }) => code === listUnit);
  const { households: all } = totals.total;
  const count = unit ?? totals.total;
  const rest = { n: count.yes + count.unknown, all: count.households };
  const narrowed = unit !== undefined || isFiltered(filters);
  const known = open && counted;
  return (
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
      {open && <Scope />}
      <span className={known ? "mut nw" : "mut cut"} data-testid="table-count">
        {known
          ? t("drawer.listed", { n: counted.listed, all })
          : unit
            ? t("drawer.unit", { ...rest, unit: unit.name })
            : t("drawer.all", rest)}
        {known && unit && ` · ${unit.name}`}
      </span>
      {narrowed && (
        <button type="button" className="link nw" onClick={clearFilters}>
          {t("drawer.clear")}
        </button>
      )}
      <div className="acts">
        {chosen > 0 || open ? (
          <Choice counted={counted} />
        ) : (
          <span className="mut nw">
            {totals.located < all && `${t("screening.not-located", { n: all - totals.located })} · `}
            {t("drawer.revision", { revision: totals.revision })}
          </span>
        )}
      </div>
    </div>
  );
}

/** Whoever needs something done, or everybody. */
function Scope() {
  const t = useSay();
  const scope = useView((state) => scopeOf(state.filters));
  return (
    <Segmented
      tight
      label={t("drawer.scope")}
      value={scope}
      options={[
        { value: "open", label: t("drawer.scope.open") },
        { value: "all", label: t("drawer.scope.all") },
      ]}
      onChange={(value) => filterBy("eligible", value === "all" ? null : (FIRST_FILTERS.eligible ?? null))}
    />
  );
}

function Choice({ counted }: Props) {
  const t = useSay();
  const mayEdit = useMayEdit();
  const open = useView((state) => state.drawerOpen);
  const chosen = useView((state) => state.chosen);
  const boxing = useView((state) => state.boxing);
  const marks = useView((state) => state.marks);
  const listed = counted?.listed ?? 0;
  // Between a choice and the list that shows it nothing is said of the difference.
  const elsewhere = counted?.marks === marks ? chosen - counted.chosen : 0;
  return (
    <>
      {chosen > 0 && (
        <b className="nw" data-testid="table-chosen">
          {t("drawer.chosen", { n: chosen })}
        </b>
      )}
      {chosen > 0 && open && elsewhere > 0 && (
        <span className="mut nw" data-testid="table-elsewhere">
          {t("drawer.chosen-elsewhere", { n: elsewhere })}
        </span>
      )}
      {open && chosen === 0 && listed > 0 && (
        <button type="button" className="link nw" onClick={() => chooseListed(true)}>
          {t("drawer.choose-listed", { n: listed })}
        </button>
      )}
      <button
        type="button"
        className="link nw"
        aria-pressed={boxing}
        onClick={() => setView({ boxing: !boxing })}
      >
        {t(boxing ? "drawer.box-off" : "drawer.box")}
      </button>
      {chosen > 0 && (
        <button type="button" className="link nw" onClick={chooseNobody}>
          {t("drawer.choose-nobody")}
        </button>
      )}
      {chosen > 0 && mayEdit && (
        <Button
          small
          label={t("decision.record.title", { n: chosen })}
          onClick={() => void decideForChosen()}
        >
          {t("decision.record")}
        </Button>
      )}
      {chosen > 0 && mayEdit && (
        <Button
          small
          kind="pri"
          label={t("record.title", { n: chosen })}
          onClick={() => setView({ dialog: "record-events" })}
        >
          {t("drawer.record")}
        </Button>
      )}
    </>
  );
}
