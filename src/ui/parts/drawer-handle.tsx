/** The upper edge of the open drawer: drawn up or down, by mouse or with the arrow keys. */
import type { KeyboardEvent, PointerEvent } from "react";
import { useSay } from "../hooks/use-say.ts";
import { setView, useView } from "../store.ts";

const LEAST_PX = 264;
/** Of the height of the work area. */
const MOST_SHARE = 0.6;
const STEP_PX = 26;

function limit(px: number, room: number): number {
  return Math.round(Math.max(Math.min(px, room * MOST_SHARE), Math.min(LEAST_PX, room * MOST_SHARE)));
}

/** From 264 pixels to 60 % of what the map and the drawer share. */
export function DrawerHandle() {
  const t = useSay();
  const heightPx = useView((state) => state.drawerPx) ?? LEAST_PX;
  const roomOf = (element: Element) => element.closest(".work")?.clientHeight ?? 0;
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const work = event.currentTarget.closest(".work");
    if (!work) return;
    setView({ drawerPx: limit(work.getBoundingClientRect().bottom - event.clientY, work.clientHeight) });
  };
  const press = (event: KeyboardEvent) => {
    const room = roomOf(event.currentTarget);
    const to = {
      ArrowUp: heightPx + STEP_PX,
      ArrowDown: heightPx - STEP_PX,
      Home: LEAST_PX,
      End: room,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setView({ drawerPx: limit(to, room) });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no line of text
    <div
      className="drawer-handle"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t("drawer.height")}
      aria-valuemin={LEAST_PX}
      aria-valuenow={heightPx}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => setView({ drawerPx: null })}
    />
  );
}
