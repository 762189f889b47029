/** Over the map while a place is taken from it: a click takes the place clicked, Enter the middle. */
import { type MouseEvent, useEffect, useRef } from "react";
import { useSay } from "../hooks/use-say.ts";
import { useHouseholdForm } from "../household-form-state.ts";
import { services } from "../services.ts";
import { view } from "../store.ts";

/** Nothing unless the form of a household asks for a place. */
export function HouseholdPlacePick() {
  const t = useSay();
  const picking = useHouseholdForm((state) => state.picking);
  const layer = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (picking) layer.current?.focus();
  }, [picking]);
  if (!picking) return null;
  const stop = () => useHouseholdForm.setState({ picking: null });
  const take = (event: MouseEvent<HTMLButtonElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const pixel = [event.clientX - left, event.clientY - top] as const;
    // A click by keyboard counts none.
    const box = event.detail === 0 ? null : services().map?.boxAt(pixel, pixel);
    const at = box ? ([box[0], box[1]] as const) : event.detail === 0 ? view().map.center : null;
    stop();
    if (at) picking(at);
  };
  return (
    <button
      type="button"
      ref={layer}
      className="box-layer place-pick"
      onClick={take}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        stop();
      }}
    >
      <span className="float box-say">{t("household.place.picking")}</span>
      <span className="place-cross" aria-hidden="true" />
    </button>
  );
}
