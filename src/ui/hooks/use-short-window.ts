/** In short windows the legend folds to its title and the table stays closed, so that the map keeps its room. */
import { useEffect } from "react";
import { setView } from "../store.ts";

const SHORT = "(max-height: 699px)";
const TALL = "(min-height: 900px)";

/** Follows the height of the window; what a person opened stays until the height class changes. */
export function useShortWindow(): void {
  useEffect(() => {
    const short = matchMedia(SHORT);
    const tall = matchMedia(TALL);
    const follow = () => setView({ legendOpen: !short.matches, drawerOpen: tall.matches });
    follow();
    short.addEventListener("change", follow);
    tall.addEventListener("change", follow);
    return () => {
      short.removeEventListener("change", follow);
      tall.removeEventListener("change", follow);
    };
  }, []);
}
