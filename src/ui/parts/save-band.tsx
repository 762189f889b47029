/** The band across the top: the plan could not be written, another tab has let it go, or room is running out. */
import { openPlan, saveCopy } from "../actions/open.ts";
import { useProblemText, useSay } from "../hooks/use-say.ts";
import { useView } from "../store.ts";
import { Icon } from "./icon.tsx";

/** Nothing in the normal case. */
export function SaveBand() {
  const t = useSay();
  const problemText = useProblemText();
  const save = useView((state) => state.save);
  const gone = useView((state) => state.writerGone);
  const plan = useView((state) => state.plan);
  const low = useView((state) => state.storage?.low === true);
  if (save.state === "not-saved") {
    return (
      <div className="band" role="alert">
        <Icon name="stop" />
        <span className="sp">
          {t("shell.not-saved.band")} {problemText(save.problem)}
        </span>
        <button type="button" className="btn" onClick={saveCopy}>
          {t("data.copy")}
        </button>
      </div>
    );
  }
  if (gone && plan?.readOnly === "other-tab") {
    return (
      <div className="band quiet" role="status">
        <Icon name="lock" />
        <span className="sp">{t("shell.writer-gone")}</span>
        <button type="button" className="btn" onClick={() => openPlan(plan.id)}>
          {t("shell.open-again")}
        </button>
      </div>
    );
  }
  if (low && plan && !plan.readOnly) {
    return (
      <div className="band quiet" role="status" data-testid="room-low">
        <Icon name="warn" />
        <span className="sp">{t("room.low")}</span>
        <button type="button" className="btn" onClick={saveCopy}>
          {t("data.copy")}
        </button>
      </div>
    );
  }
  return null;
}
