/** The dialog that is open, if one is. */

import { ExportDialog } from "../panels/data/export-dialog.tsx";
import { RemoveSiteDialog } from "../panels/placement/remove-site-dialog.tsx";
import { FreezeDialog } from "../panels/progress/freeze-dialog.tsx";
import { useView } from "../store.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { NewPlanDialog, RenameDialog } from "./name-dialog.tsx";
import { RecordEventsDialog } from "./record-events-dialog.tsx";

/** One at a time. */
export function Dialogs() {
  const dialog = useView((state) => state.dialog);
  switch (dialog) {
    case "keys":
      return <KeysDialog />;
    case "new-plan":
      return <NewPlanDialog />;
    case "rename":
      return <RenameDialog />;
    case "freeze":
      return <FreezeDialog />;
    case "record-events":
      return <RecordEventsDialog />;
    case "export":
      return <ExportDialog />;
    case "remove-site":
      return <RemoveSiteDialog />;
    case null:
      return null;
  }
}
