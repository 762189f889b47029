/** The place of the map and what lies on it. One map for the whole life of the page; it moves with the tab. */
import { useRef } from "react";
import { showEverything } from "../actions/look.ts";
import { useMap } from "../hooks/use-map.ts";
import { useSay } from "../hooks/use-say.ts";
import { useHouseholdForm } from "../household-form-state.ts";
import { services } from "../services.ts";
import { setView, useView } from "../store.ts";
import { IconButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { LayersPopover } from "./layers-popover.tsx";
import { Legend } from "./legend.tsx";
import { Message } from "./message.tsx";
import { ScaleLine } from "./scale-line.tsx";
import { ShareKey } from "./share-key.tsx";

/** Map, zoom buttons, legend and scale. */
export function MapFrame() {
  const t = useSay();
  const host = useRef<HTMLDivElement>(null);
  useMap(host);
  const tab = useView((state) => state.tab);
  const open = useView((state) => state.plan !== null);
  const problem = useView((state) => state.mapProblem);
  const chosen = useView((state) => state.selection?.kind === "household");
  const withCard = useHouseholdForm((state) => state.form !== null) || chosen;
  const progress = open && tab === "progress";
  return (
    <section
      className={withCard && !progress ? "map-frame with-card" : "map-frame"}
      aria-label={t("frame.map")}
      data-region="map"
    >
      <div ref={host} className="map-host" />
      {problem?.code === "map.no-webgl" && (
        <div className="map-problem">
          <Message kind="err">{t("map.no-webgl", { detail: problem.detail })}</Message>
        </div>
      )}
      {progress && <h2 className="map-title">{t("progress.map")}</h2>}
      {open && !progress && <ZoomButtons />}
      {open && !progress && <LayersPopover />}
      {open && !progress && <Legend />}
      {progress && <ShareKey />}
      {open && !progress && <ScaleLine />}
      {!open && <div className="scale">{t("frame.backdrop")}</div>}
    </section>
  );
}

function ZoomButtons() {
  const t = useSay();
  const layersOpen = useView((state) => state.layersOpen);
  return (
    <div className="float zoom">
      <IconButton side="right" label={t("frame.zoom-in")} onClick={() => services().map?.zoom(1)}>
        <Icon name="plus" />
      </IconButton>
      <IconButton side="right" label={t("frame.zoom-out")} onClick={() => services().map?.zoom(-1)}>
        <Icon name="minus" />
      </IconButton>
      <IconButton side="right" label={t("frame.whole")} onClick={() => showEverything(true)}>
        <Icon name="home" />
      </IconButton>
      <IconButton
        side="right"
        label={t("layers.title")}
        pressed={layersOpen}
        onClick={() => setView({ layersOpen: !layersOpen })}
      >
        <Icon name="layers" />
      </IconButton>
    </div>
  );
}
