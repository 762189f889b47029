/** Takes a file out of the queue; asks first when something was chosen for it. */
import { useState } from "react";
import { useSay } from "../../hooks/use-say.ts";
import { dropEntry } from "../../intake/read.ts";
import { hasWork, type WaitingTable } from "../../intake/waiting.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";

/** Escape and the close button of the question go on with the file. */
export function IntakeLeave({ table }: { table: WaitingTable }) {
  const t = useSay();
  const [asking, setAsking] = useState(false);
  const leave = () => dropEntry(table.key);
  return (
    <>
      <Button small onClick={() => (hasWork(table) ? setAsking(true) : leave())}>
        {t("data.leave")}
      </Button>
      {asking && (
        <Dialog title={t("intake.leave.title", { file: table.name })} onClose={() => setAsking(false)}>
          <p>{t("intake.leave.more")}</p>
          <div className="dialog-foot">
            <Button onClick={() => setAsking(false)}>{t("intake.leave.stay")}</Button>
            <Button kind="danger" onClick={leave}>
              {t("data.leave")}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
