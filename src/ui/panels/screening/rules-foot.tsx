/** Rules that are being tried are not the plan's until they are saved. */
import { resetRules, saveRules } from "../../actions/screen.ts";
import { useMayEdit } from "../../hooks/use-may-edit.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Button } from "../../parts/button.tsx";
import { useView } from "../../store.ts";

/** Shown only while there is a draft. */
export function RulesFoot() {
  const t = useSay();
  const draft = useView((state) => state.draft);
  const mayEdit = useMayEdit();
  const stopped = useView((state) => state.save.state === "not-saved");
  if (!draft) return null;
  return (
    <div className="foot">
      <div className="small mut">
        {t(mayEdit ? "screening.draft" : stopped ? "screening.draft.stopped" : "screening.draft.read-only")}
      </div>
      <div className="row">
        {mayEdit && (
          <Button kind="pri" onClick={saveRules}>
            {t("screening.save")}
          </Button>
        )}
        <Button onClick={resetRules}>{t("screening.reset")}</Button>
      </div>
    </div>
  );
}
