/** The shell: bar, panel, map, card, drawer and dialogs. */
import { useCallback } from "react";
import { takeFiles } from "./actions/files.ts";
import { useFileDrop } from "./hooks/use-file-drop.ts";
import { useKeyboard } from "./hooks/use-keyboard.ts";
import { usePlace } from "./hooks/use-place.ts";
import { useSay } from "./hooks/use-say.ts";
import { useShortWindow } from "./hooks/use-short-window.ts";
import type { WaitingTable } from "./intake/waiting.ts";
import { DataPanel } from "./panels/data/data-panel.tsx";
import { IntakeMain } from "./panels/data/intake-main.tsx";
import { IntakeOverMap } from "./panels/data/intake-over-map.tsx";
import { IntakePanel } from "./panels/data/intake-panel.tsx";
import { IntakePlace } from "./panels/data/intake-place.tsx";
import { CoordinatesBox } from "./panels/placement/coordinates-box.tsx";
import { DrawBar } from "./panels/placement/draw-bar.tsx";
import { PlacementPanel } from "./panels/placement/placement-panel.tsx";
import { ProgressMain } from "./panels/progress/progress-main.tsx";
import { ProgressPanel } from "./panels/progress/progress-panel.tsx";
import { ScreeningPanel } from "./panels/screening/screening-panel.tsx";
import { StartChoices } from "./panels/start/start-choices.tsx";
import { StartPanel } from "./panels/start/start-panel.tsx";
import { Dialogs } from "./parts/dialogs.tsx";
import { HouseholdCard } from "./parts/household-card.tsx";
import { HouseholdPlacePick } from "./parts/household-place-pick.tsx";
import { MapFrame } from "./parts/map-frame.tsx";
import { LiveRegion, Notices } from "./parts/notices.tsx";
import { SaveBand } from "./parts/save-band.tsx";
import { TableDrawer } from "./parts/table-drawer.tsx";
import { TopBar } from "./parts/top-bar.tsx";
import { WorkBar } from "./parts/work-bar.tsx";
import { useView } from "./store.ts";

/** Everything on the page. */
export function App() {
  const t = useSay();
  useKeyboard();
  usePlace();
  const over = useFileDrop(useCallback((files) => void takeFiles(files, t("start.unnamed")), [t]));
  useShortWindow();
  const panelOpen = useView((state) => state.panelOpen);
  return (
    <div className={panelOpen ? "shell" : "shell no-panel"}>
      <div className="bands">
        <SaveBand />
      </div>
      <TopBar />
      <aside className="panel" data-region="panel" aria-label={t("shell.panel")}>
        <Panel />
      </aside>
      <Work />
      <Dialogs />
      <LiveRegion />
      {over && <div className="dropping">{t("data.drop-here")}</div>}
    </div>
  );
}

function Panel() {
  const tab = useView((state) => state.tab);
  const open = useView((state) => state.plan !== null);
  const waiting = useWizard();
  if (!open) return <StartPanel />;
  if (waiting) return <IntakePanel key={waiting.key} table={waiting} />;
  if (tab === "screening") return <ScreeningPanel />;
  if (tab === "placement") return <PlacementPanel />;
  return tab === "progress" ? <ProgressPanel /> : <DataPanel />;
}

/** The table of a file that is looked at on its way into the plan; null when none is. */
function useWizard(): WaitingTable | null {
  return useView(({ plan, tab, wizard, waiting }) =>
    plan && tab === "data" ? (waiting.find(({ key }) => key === wizard) ?? null) : null,
  );
}

function Work() {
  const tab = useView((state) => state.tab);
  const open = useView((state) => state.plan !== null);
  const waiting = useWizard();
  const hasTotals = useView((state) => state.totals !== null);
  const hasTable = hasTotals && open && tab !== "progress" && !waiting;
  const drawerOpen = useView((state) => state.drawerOpen);
  const names = ["work", open ? tab : "start"];
  // A file that is read or was refused has nothing to show beside the panel: the map keeps its room.
  if (waiting?.view) names.push("intake");
  if (!hasTable) names.push("no-drawer");
  else if (drawerOpen) names.push("drawer-open");
  return (
    <main className={names.join(" ")}>
      <WorkBar />
      {open && tab === "progress" && <ProgressMain />}
      {waiting && <IntakePlace key={`place ${waiting.key}`} table={waiting} />}
      <MapFrame />
      {waiting && <IntakeOverMap key={`over ${waiting.key}`} table={waiting} />}
      {waiting && <IntakeMain key={`main ${waiting.key}`} table={waiting} />}
      {!open && <StartChoices />}
      {open && tab === "placement" && <DrawBar />}
      {open && tab === "placement" && <CoordinatesBox />}
      {open && tab !== "progress" && !waiting && <HouseholdCard />}
      {open && tab !== "progress" && !waiting && <HouseholdPlacePick />}
      {hasTable && <TableDrawer />}
      <Notices />
    </main>
  );
}
