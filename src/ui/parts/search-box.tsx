/** Finds communes, villages and households (marks may be left out), and goes to typed coordinates. */
import { Combobox, useCombobox } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import type { SearchHit } from "../../compute/protocol.ts";
import { fromVn2000 } from "../../core/crs/vn2000.ts";
import type { LonLat } from "../../core/units.ts";
import { showHit } from "../actions/look.ts";
import { type CoordinateSystem, readPoint } from "../coordinates.ts";
import { useAnswer } from "../hooks/use-answer.ts";
import { type Say, useSay } from "../hooks/use-say.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";
import { Icon } from "./icon.tsx";

const MOST = 8;
/** Near enough to draw a site around a typed place. */
const PLACE_ZOOM = 15;

/** What the plan holds under the text, or the place itself when coordinates were typed. */
type Hit = SearchHit | { readonly kind: "point"; readonly system: CoordinateSystem; readonly at: LonLat };

/** The search field with its suggestions. */
export function SearchBox() {
  const t = useSay();
  const open = useView((state) => state.plan !== null);
  const [text, setText] = useState("");
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const asked = text.trim();
  const { value: answer } = useAnswer(
    () => (open && asked ? services().compute.search(asked, MOST) : null),
    [open, asked],
  );
  const hits = useMemo<readonly Hit[] | null>(() => {
    const point = open ? readPoint(asked, fromVn2000) : null;
    return point ? [{ kind: "point", ...point }, ...(answer ?? [])] : answer;
  }, [open, asked, answer]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first option is chosen when new ones came
  useEffect(() => {
    if (hits?.length) list.selectFirstOption();
  }, [hits]);
  const choose = (index: string) => {
    const hit = hits?.[Number(index)];
    list.closeDropdown();
    if (!hit) return;
    setText("");
    // The place that was found is on the map: keys belong to the map from here.
    document.querySelector<HTMLElement>(".map-host canvas")?.focus();
    if (hit.kind === "point") services().map?.center(hit.at, PLACE_ZOOM);
    else void showHit(hit);
  };
  return (
    <div className="find">
      <Combobox store={list} onOptionSubmit={choose} withinPortal transitionProps={{ duration: 0 }}>
        <Combobox.Target>
          <div className="find-field">
            <Icon name="search" size={15} />
            <Combobox.EventsTarget>
              <input
                id="search"
                type="search"
                autoComplete="off"
                spellCheck={false}
                value={text}
                disabled={!open}
                aria-label={t("search.label")}
                placeholder={t("search.placeholder")}
                onChange={({ currentTarget }) => {
                  setText(currentTarget.value);
                  list.openDropdown();
                }}
                onFocus={() => asked && list.openDropdown()}
                onBlur={() => list.closeDropdown()}
              />
            </Combobox.EventsTarget>
            <kbd>/</kbd>
          </div>
        </Combobox.Target>
        <Combobox.Dropdown hidden={!asked || hits === null}>
          <Combobox.Options aria-label={t("search.found")}>
            {hits?.length === 0 && <Combobox.Empty>{t("search.nothing", { text: asked })}</Combobox.Empty>}
            {hits?.map((hit, index) => (
              <Combobox.Option value={String(index)} key={keyOf(hit)} className="hit">
                <b>{nameOf(hit, t)}</b>
                <span className="small mut">{placeOf(hit, t)}</span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}

function keyOf(hit: Hit): string {
  if (hit.kind === "point") return "point";
  if (hit.kind === "unit") return `unit ${hit.code}`;
  return hit.kind === "village" ? `village ${hit.name} ${hit.unitName}` : `household ${hit.id}`;
}

function nameOf(hit: Hit, t: Say): string {
  if (hit.kind === "point") return t("search.point");
  if (hit.kind === "household") return hit.head ?? t("card.head-unknown");
  return hit.name;
}

function placeOf(hit: Hit, t: Say): string {
  if (hit.kind === "point") return t(`search.point.${hit.system}`);
  if (hit.kind === "unit") {
    return hit.district ? t("search.unit.district", { district: hit.district }) : t("search.unit");
  }
  if (hit.kind === "village") {
    return t("search.village", { unit: hit.unitName ?? t("unit.none"), n: hit.households });
  }
  return t("search.household", { id: hit.id, place: [hit.village, hit.unitName].filter(Boolean).join(", ") });
}
