/** What copies of the plan would bring in, and the choice of a side where they say different things. */
import { useState } from "react";
import type { MergeChoices, MergePreview } from "../../../plan/protocol.ts";
import { mergeCopies } from "../../actions/merge.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Button } from "../../parts/button.tsx";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { Message } from "../../parts/message.tsx";
import { useView } from "../../store.ts";
import { MergeConflicts } from "./merge-conflicts.tsx";
import { MergeCounts, MergeSources } from "./merge-summary.tsx";

/** Nothing is in the plan before the last button is pressed. */
export function MergeDialog() {
  const preview = useView((state) => state.merge);
  return preview && <Preview key={preview.staged} preview={preview} />;
}

function Preview({ preview }: { preview: MergePreview }) {
  const t = useSay();
  const [choices, setChoices] = useState<MergeChoices>({});
  const [merging, setMerging] = useState(false);
  const left = preview.conflicts.length - Object.keys(choices).length;
  const nothing = preview.sources.every(({ entries }) => entries === 0);
  const blocked = merging
    ? t("merge.merging")
    : nothing
      ? t("merge.blocked.nothing")
      : left > 0
        ? t("merge.blocked.left", { n: left })
        : null;
  const merge = async () => {
    setMerging(true);
    if (!(await mergeCopies(preview, choices))) setMerging(false);
  };
  return (
    <Dialog title={t("merge.title")} wide>
      <div className="merge-body">
        <MergeSources sources={preview.sources} />
        {nothing ? (
          <Message kind="ok">{t("merge.blocked.nothing")}</Message>
        ) : (
          <>
            <MergeCounts counts={preview.counts} />
            <MergeConflicts preview={preview} choices={choices} onChoose={setChoices} />
          </>
        )}
      </div>
      <div className="dialog-foot">
        <Button blocked={merging ? t("merge.merging") : null} onClick={closeDialog}>
          {t("shell.cancel")}
        </Button>
        <Button kind="pri" blocked={blocked} onClick={() => void merge()}>
          {merging ? t("merge.merging") : t("merge.do")}
        </Button>
      </div>
    </Dialog>
  );
}
