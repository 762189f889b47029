/** What was just done or refused, over the work area until it is closed. */
import { useEffect } from "react";
import type { Problem } from "../../core/outcome.ts";
import { groupTexts, problemText } from "../../text/problem-text.ts";
import { useProblemText, useSay } from "../hooks/use-say.ts";
import { setView, useView } from "../store.ts";
import { IconButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Message } from "./message.tsx";

const DONE_STAYS_MS = 6000;

/** A refusal stays until it is closed, a success for some seconds. */
export function Notices() {
  const t = useSay();
  const problemSaid = useProblemText();
  const notice = useView((state) => state.notice);
  useEffect(() => {
    if (notice?.kind !== "done") return;
    const timer = setTimeout(() => setView({ notice: null }), DONE_STAYS_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  if (!notice) return null;
  const close = (
    <IconButton small label={t("shell.close")} onClick={() => setView({ notice: null })}>
      <Icon name="x" size={14} />
    </IconButton>
  );
  return (
    <div className="float notice">
      <Message kind={KINDS[notice.kind]} action={close}>
        {notice.kind === "problem" && problemSaid(notice.problem)}
        {notice.kind === "notes" && <Notes notes={notice.notes} />}
        {(notice.kind === "done" || notice.kind === "warn") && t(notice.key, notice.values)}
      </Message>
    </div>
  );
}

const KINDS = { problem: "err", notes: "warn", warn: "warn", done: "ok" } as const;

/** Problems of one kind are one line, with how many more there are like it. */
function Notes({ notes: [first, ...others] }: { notes: readonly Problem[] }) {
  const language = useView((state) => state.language);
  return (
    <>
      {first && problemText(language, first)}
      {others.length > 0 && (
        <ul className="notice-notes">
          {groupTexts(language, others).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Read out by screen readers: totals, check results, saves. */
export function LiveRegion() {
  const live = useView((state) => state.live);
  return (
    <div className="unseen" role="status" aria-live="polite" data-testid="live">
      {live}
    </div>
  );
}
