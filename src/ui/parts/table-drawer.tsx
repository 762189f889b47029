/** The drawer under the map: closed it says how many, open it lists the households and does things with many. */
import { useEffect, useRef, useState } from "react";
import { lookAtChosen } from "../actions/table.ts";
import { useSay } from "../hooks/use-say.ts";
import { listFilter } from "../household-list.ts";
import { useView } from "../store.ts";
import { BoxLayer } from "./box-layer.tsx";
import { DrawerHandle } from "./drawer-handle.tsx";
import { DrawerHead } from "./drawer-head.tsx";
import { type Counted, HouseholdTable } from "./household-table.tsx";

/** Households of the chosen unit or of the whole plan, under the filters of the columns. */
export function TableDrawer() {
  const t = useSay();
  const drawer = useRef<HTMLElement>(null);
  const open = useView((state) => state.drawerOpen);
  const hasTotals = useView((state) => state.totals !== null);
  const listUnit = useView((state) => state.listUnit);
  const filters = useView((state) => state.filters);
  const registers = useView((state) => state.versions.household);
  const heightPx = useView((state) => state.drawerPx);
  const [counted, setCounted] = useState<Counted | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the register was read anew
  useEffect(() => void lookAtChosen(), [registers]);
  useEffect(() => {
    // The map above ends where the drawer begins.
    const work = drawer.current?.parentElement;
    if (heightPx === null) work?.style.removeProperty("--drawer-open");
    else work?.style.setProperty("--drawer-open", `${heightPx}px`);
  }, [heightPx]);
  if (!hasTotals) return null;
  return (
    <>
      <section ref={drawer} className="drawer" aria-label={t("drawer.title")} data-region="drawer">
        {open && <DrawerHandle />}
        <DrawerHead counted={counted} />
        {open && <HouseholdTable filter={listFilter(listUnit, filters)} onCounted={setCounted} />}
      </section>
      <BoxLayer />
    </>
  );
}
