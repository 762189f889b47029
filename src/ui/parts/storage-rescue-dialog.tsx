/** Says that a plan is damaged, and offers to read what can be read of it. */
import { useState } from "react";
import { rescue } from "../actions/storage.ts";
import { useProblemText, useSay } from "../hooks/use-say.ts";
import { setView, useView } from "../store.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Message } from "./message.tsx";

/** Shown instead of a mere refusal. */
export function RescueDialog() {
  const t = useSay();
  const problemText = useProblemText();
  const damaged = useView((state) => state.damaged);
  const [running, setRunning] = useState(false);
  if (!damaged) return null;
  const close = () => setView({ dialog: null, damaged: null });
  const go = () => {
    setRunning(true);
    void rescue(damaged);
  };
  return (
    <Dialog title={t("rescue.title")} onClose={close}>
      <Message kind="err">{problemText(damaged.problem)}</Message>
      <p className="msg-space">{t("rescue.lead")}</p>
      <div className="dialog-foot">
        <Button onClick={close}>{t("shell.cancel")}</Button>
        <Button kind="pri" blocked={running ? t("rescue.running") : null} onClick={go}>
          {t("rescue.go")}
        </Button>
      </div>
    </Dialog>
  );
}
