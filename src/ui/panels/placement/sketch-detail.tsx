/** The shape that is being drawn or edited: measures, live check, what it will be called. */
import { cancelSketch, saveSketch } from "../../actions/sketch.ts";
import { useSay } from "../../hooks/use-say.ts";
import { useSiteCheck } from "../../hooks/use-site-check.ts";
import { Button } from "../../parts/button.tsx";
import { type SketchSession, setView } from "../../store.ts";
import { CheckList } from "./check-list.tsx";
import { Measures } from "./measures.tsx";
import { SiteFields } from "./site-fields.tsx";

/** A draft can always be saved; only what is not a shape yet, or has no name, cannot. */
export function SketchDetail({ sketch }: { sketch: SketchSession }) {
  const t = useSay();
  const outcome = useSiteCheck(sketch.geometry, sketch.siteId);
  const blocked = !sketch.complete
    ? t("placement.not-closed")
    : sketch.name.trim() === ""
      ? t("placement.no-name")
      : null;
  const unit = outcome?.ok ? outcome.value.unit?.name : null;
  return (
    <>
      <div className="scroll">
        <section className="sec">
          <h1>{t("tab.placement.question")}</h1>
          <div className="row">
            <h2 className="cut">{sketch.name}</h2>
            <span className="pill">{t(sketch.siteId ? "placement.editing" : "placement.drawing")}</span>
          </div>
          <div className="small mut">{[unit, t("placement.not-saved")].filter(Boolean).join(" · ")}</div>
          <Measures outcome={outcome} />
        </section>
        {!sketch.complete && (
          <section className="sec">
            <p className="small mut">{t("placement.how")}</p>
          </section>
        )}
        <CheckList outcome={outcome} />
        {sketch.siteId === null && (
          <section className="sec">
            <SiteFields
              isNew
              value={sketch}
              onChange={(change) => setView({ sketch: { ...sketch, ...change } })}
            />
          </section>
        )}
      </div>
      <div className="foot row">
        <Button kind="pri" blocked={blocked} onClick={saveSketch}>
          {t(sketch.siteId ? "placement.save-shape" : "placement.save-draft")}
        </Button>
        <Button onClick={cancelSketch}>{t("shell.cancel")}</Button>
      </div>
    </>
  );
}
