/** Keeps the page's address and the store's tab and selection the same. */
import { useEffect } from "react";
import { setView, useView } from "../store.ts";
import { readPlace, writePlace } from "../url.ts";

/** Back and forward go between places that were looked at. */
export function usePlace(): void {
  useEffect(() => {
    const hear = () => {
      const place = readPlace(location.hash);
      setView(place.selection?.kind === "unit" ? { ...place, listUnit: place.selection.code } : place);
    };
    hear();
    window.addEventListener("hashchange", hear);
    const stop = useView.subscribe((now, before) => {
      if (now.tab === before.tab && now.selection === before.selection) return;
      const hash = writePlace(now);
      if (hash === location.hash) return;
      const url = `${location.pathname}${location.search}${hash}`;
      if (now.tab === before.tab) history.replaceState(null, "", url);
      else history.pushState(null, "", url);
    });
    return () => {
      window.removeEventListener("hashchange", hear);
      stop();
    };
  }, []);
}
