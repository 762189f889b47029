/** What was just done or refused, over the work area until it is closed. */
import { useEffect } from "react";
import { useProblemText, useSay } from "../hooks/use-say.ts";
import { setView, useView } from "../store.ts";
import { IconButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Message } from "./message.tsx";

const DONE_STAYS_MS = 6000;

/** A refusal stays until it is closed, a success for some seconds. */
export function Notices() {
  const t = useSay();
  const problemText = useProblemText();
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
      <Message
        kind={notice.kind === "problem" ? "err" : notice.kind === "warn" ? "warn" : "ok"}
        action={close}
      >
        {notice.kind === "problem" ? problemText(notice.problem) : t(notice.key, notice.values)}
      </Message>
    </div>
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
