/** The drawing tools over the map. */

import { nextSiteName } from "../../actions/site-name.ts";
import { cancelSketch, editSite, startSite } from "../../actions/sketch.ts";
import { useMayEdit } from "../../hooks/use-may-edit.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Icon } from "../../parts/icon.tsx";
import { services } from "../../services.ts";
import { setView, useView } from "../../store.ts";

async function editChosen(id: string): Promise<void> {
  const site = (await services().plan.sites()).find((each) => each.id === id);
  if (site) editSite(site);
}

/** Gone when the plan may not be edited. */
export function DrawBar() {
  const t = useSay();
  const mayEdit = useMayEdit();
  const sketch = useView((state) => state.sketch);
  const selection = useView((state) => state.selection);
  const typing = useView((state) => state.coordinatesOpen);
  if (!mayEdit) return null;
  const site = selection?.kind === "site" ? selection.id : null;
  const canEdit = sketch === null && site !== null;
  return (
    <div className="float draw-bar" role="toolbar" aria-label={t("draw.title")}>
      <button
        type="button"
        aria-pressed={sketch?.mode === "draw"}
        onClick={() => sketch === null && nextSiteName().then(startSite)}
      >
        <Icon name="polygon" />
        {t("draw.draw")}
        <kbd>V</kbd>
      </button>
      <button
        type="button"
        aria-pressed={sketch?.mode === "edit"}
        aria-disabled={(!canEdit && sketch?.mode !== "edit") || undefined}
        title={canEdit || sketch ? undefined : t("draw.edit.choose")}
        onClick={() => canEdit && editChosen(site)}
      >
        <Icon name="pen" />
        {t("draw.edit")}
        <kbd>E</kbd>
      </button>
      <button
        type="button"
        data-focus="coordinates"
        aria-pressed={typing}
        onClick={() => setView({ coordinatesOpen: !typing })}
      >
        <Icon name="coordinates" />
        {t("draw.coordinates")}
        <kbd>T</kbd>
      </button>
      {sketch && (
        <>
          <span className="rule" />
          {sketch.mode === "draw" && (
            <button
              type="button"
              aria-disabled={!sketch.complete || undefined}
              onClick={() => sketch.complete && services().map?.finishSketch()}
            >
              {t("draw.done")} <kbd>Enter</kbd>
            </button>
          )}
          <button type="button" onClick={cancelSketch}>
            {t("shell.cancel")} <kbd>Esc</kbd>
          </button>
        </>
      )}
    </div>
  );
}
