/** Asks before a file with households leaves the program: names and places of households are personal data. */
import { exportFile } from "../../actions/export.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Button } from "../../parts/button.tsx";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { Message } from "../../parts/message.tsx";
import { useExport } from "./use-export.ts";

/** Cancel is as near as yes. */
export function ExportDialog() {
  const t = useSay();
  const request = useExport((state) => state.request);
  if (!request) return null;
  return (
    <Dialog title={t("export.warning.title")}>
      <Message kind="warn">{t("export.warning")}</Message>
      <div className="dialog-foot">
        <Button onClick={closeDialog}>{t("shell.cancel")}</Button>
        <Button
          kind="pri"
          onClick={() => {
            closeDialog();
            void exportFile(request);
          }}
        >
          {t("export.warning.go")}
        </Button>
      </div>
    </Dialog>
  );
}
