/** Finds communes, villages and households; marks may be left out. */
import { Combobox, useCombobox } from "@mantine/core";
import { useEffect, useState } from "react";
import type { SearchHit } from "../../compute/protocol.ts";
import { showHit } from "../actions/look.ts";
import { useAnswer } from "../hooks/use-answer.ts";
import { type Say, useSay } from "../hooks/use-say.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";
import { Icon } from "./icon.tsx";

const MOST = 8;

/** The search field with its suggestions. */
export function SearchBox() {
  const t = useSay();
  const open = useView((state) => state.plan !== null);
  const [text, setText] = useState("");
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const asked = text.trim();
  const { value: hits } = useAnswer(
    () => (open && asked ? services().compute.search(asked, MOST) : null),
    [open, asked],
  );
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
    void showHit(hit);
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

function keyOf(hit: SearchHit): string {
  if (hit.kind === "unit") return `unit ${hit.code}`;
  return hit.kind === "village" ? `village ${hit.name} ${hit.unitName}` : `household ${hit.id}`;
}

function nameOf(hit: SearchHit, t: Say): string {
  if (hit.kind === "household") return hit.head ?? t("card.head-unknown");
  return hit.name;
}

function placeOf(hit: SearchHit, t: Say): string {
  if (hit.kind === "unit") {
    return hit.district ? t("search.unit.district", { district: hit.district }) : t("search.unit");
  }
  if (hit.kind === "village") {
    return t("search.village", { unit: hit.unitName ?? t("unit.none"), n: hit.households });
  }
  return t("search.household", { id: hit.id, place: [hit.village, hit.unitName].filter(Boolean).join(", ") });
}
