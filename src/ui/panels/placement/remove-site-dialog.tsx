/** Asks once before a site goes; undo brings it back. */
import { choose } from "../../actions/look.ts";
import { run } from "../../actions/run.ts";
import { useAnswer } from "../../hooks/use-answer.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Button } from "../../parts/button.tsx";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { services } from "../../services.ts";
import { useView } from "../../store.ts";

/** For the chosen site. */
export function RemoveSiteDialog() {
  const t = useSay();
  const selection = useView((state) => state.selection);
  const id = selection?.kind === "site" ? selection.id : null;
  const { value: sites } = useAnswer(() => services().plan.sites(), []);
  const site = sites?.find((each) => each.id === id);
  if (!site) return null;
  const remove = async () => {
    closeDialog();
    if (await run("site.remove", { id: site.id })) choose(null);
  };
  return (
    <Dialog title={t("placement.remove.title")}>
      <p>{t("placement.remove.ask", { name: site.name })}</p>
      <div className="dialog-foot">
        <Button onClick={closeDialog}>{t("shell.cancel")}</Button>
        <Button kind="danger" onClick={remove}>
          {t("placement.remove")}
        </Button>
      </div>
    </Dialog>
  );
}
