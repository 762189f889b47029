/** The dialog that is open, if one is. */

import { ExportDialog } from "../panels/data/export-dialog.tsx";
import { MergeDialog } from "../panels/data/merge-dialog.tsx";
import { RemoveSiteDialog } from "../panels/placement/remove-site-dialog.tsx";
import { ExtendDialog } from "../panels/progress/extend-dialog.tsx";
import { FreezeDialog } from "../panels/progress/freeze-dialog.tsx";
import { LateChangesDialog } from "../panels/progress/late-changes-dialog.tsx";
import { useView } from "../store.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { HistoryDialog } from "./history-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { NewPlanDialog, RenameDialog } from "./name-dialog.tsx";
import { RecordEventsDialog } from "./record-events-dialog.tsx";
import { RecoveredDialog } from "./storage-recovered-dialog.tsx";
import { RescueDialog } from "./storage-rescue-dialog.tsx";

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
    case "extend-baseline":
      return <ExtendDialog />;
    case "late-changes":
      return <LateChangesDialog />;
    case "record-events":
      return <RecordEventsDialog />;
    case "record-decision":
      return <DecisionDialog />;
    case "merge":
      return <MergeDialog />;
    case "export":
      return <ExportDialog />;
    case "remove-site":
      return <RemoveSiteDialog />;
    case "rescue":
      return <RescueDialog />;
    case "recovered":
      return <RecoveredDialog />;
    case "history":
      return <HistoryDialog />;
    case null:
      return null;
  }
}
