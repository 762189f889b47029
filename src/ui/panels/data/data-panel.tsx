/** Dữ liệu: what the plan rests on, files in, results out, and the plan as a file. */

import { useMayEdit } from "../../hooks/use-may-edit.ts";
import { useSay } from "../../hooks/use-say.ts";
import { ExportSection } from "./export-section.tsx";
import { ImportButton } from "./import-button.tsx";
import { IntakeQueue } from "./intake-queue.tsx";
import { LayerList } from "./layer-list.tsx";
import { MergeButton } from "./merge-button.tsx";
import { PlanSection } from "./plan-section.tsx";

/** The left panel of the fourth tab. */
export function DataPanel() {
  const t = useSay();
  const mayEdit = useMayEdit();
  return (
    <div className="scroll">
      <section className="sec">
        <h1>{t("data.title")}</h1>
        <p className="small mut">{t("data.lead")}</p>
        {mayEdit && <ImportButton />}
        <IntakeQueue />
      </section>
      <LayerList />
      <ExportSection />
      <PlanSection />
      {mayEdit && (
        <section className="sec">
          <MergeButton />
        </section>
      )}
    </div>
  );
}
