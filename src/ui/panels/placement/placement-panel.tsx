/** Bố trí: where to. Sites of the plan, the shape that is being drawn, its live check and what is written of it. */
import type { Site } from "../../../core/model/site.ts";
import { useAnswer } from "../../hooks/use-answer.ts";
import { useSay } from "../../hooks/use-say.ts";
import { services } from "../../services.ts";
import { useView } from "../../store.ts";
import { SiteDetail } from "./site-detail.tsx";
import { SiteList } from "./site-list.tsx";
import { SketchDetail } from "./sketch-detail.tsx";

/** The left panel of the second question. */
export function PlacementPanel() {
  const t = useSay();
  const version = useView((state) => state.versions.site);
  const planId = useView((state) => state.plan?.id);
  const sketch = useView((state) => state.sketch);
  const selection = useView((state) => state.selection);
  const { value: sites } = useAnswer(() => services().plan.sites(), [version, planId]);
  const list: readonly Site[] = sites ?? [];
  const chosen = selection?.kind === "site" ? list.find(({ id }) => id === selection.id) : undefined;
  const room = list.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0);
  const unsaid = list.filter(({ capacity }) => capacity === null).length;
  // Without households there is nothing to compare the room with.
  const toMove = useView(({ totals }) => (totals && totals.total.households > 0 ? totals.total.yes : null));
  if (sketch) return <SketchDetail sketch={sketch} />;
  if (chosen) return <SiteDetail key={chosen.id} site={chosen} />;
  return (
    <div className="scroll">
      <section className="sec">
        <h1>{t("tab.placement.question")}</h1>
        <div className="row wrap pills-row">
          <span className="pill">{t("placement.sites", { n: list.length })}</span>
          {toMove !== null && <span className="pill">{t("placement.room", { room, toMove })}</span>}
          {unsaid > 0 && <span className="pill warn">{t("placement.unsaid", { n: unsaid })}</span>}
        </div>
      </section>
      <SiteList sites={list} />
    </div>
  );
}
