/** Asks for one name: of a new plan, or a new name of the open one. */
import { useState } from "react";
import { createPlan } from "../actions/open.ts";
import { run } from "../actions/run.ts";
import { useSay } from "../hooks/use-say.ts";
import { useView } from "../store.ts";
import { Button } from "./button.tsx";
import { closeDialog, Dialog } from "./dialog.tsx";

interface Props {
  readonly title: string;
  readonly label: string;
  readonly start: string;
  readonly button: string;
  readonly onSave: (name: string) => Promise<boolean>;
}

function NameDialog({ title, label, start, button, onSave }: Props) {
  const t = useSay();
  const [name, setName] = useState(start);
  const blocked = name.trim() === "" ? t("name.missing") : null;
  const save = async () => {
    if (blocked === null && (await onSave(name.trim()))) closeDialog();
  };
  return (
    <Dialog title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className="label">
          {label}
          <input
            className="text"
            data-autofocus
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <div className="dialog-foot">
          <Button onClick={closeDialog}>{t("shell.cancel")}</Button>
          <Button kind="pri" blocked={blocked} onClick={save}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Makes a new plan. */
export function NewPlanDialog() {
  const t = useSay();
  return (
    <NameDialog
      title={t("start.new")}
      label={t("start.new.name")}
      start=""
      button={t("start.new.button")}
      onSave={createPlan}
    />
  );
}

/** Renames the open plan. */
export function RenameDialog() {
  const t = useSay();
  const name = useView((state) => state.plan?.name ?? "");
  return (
    <NameDialog
      title={t("data.rename")}
      label={t("start.new.name")}
      start={name}
      button={t("data.rename.button")}
      onSave={async (next) => (await run("plan.rename", { name: next })) !== null}
    />
  );
}
