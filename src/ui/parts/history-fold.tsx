/** The history of one household, site, layer or baseline, folded until it is asked for. */
import { useState } from "react";
import type { HistoryQuery } from "../../plan/protocol.ts";
import { formatDate, formatTime } from "../../text/numbers.ts";
import { useHistory } from "../hooks/use-history.ts";
import { useLanguage, useSay } from "../hooks/use-say.ts";
import { today } from "../today.ts";
import { HistoryChanges, HistoryWhat, HistoryWho } from "./history-line.tsx";

type About = NonNullable<HistoryQuery["about"]>;

interface Props {
  readonly kind: About["kind"];
  readonly id: string;
  /** Stands on the fold; left out: "history". */
  readonly title?: string;
}

/** Asks only while it is open; follows every change. */
export function HistoryFold({ kind, id, title }: Props) {
  const t = useSay();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="more history-fold"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{title ?? t("history.title")}</summary>
      {open && <Lines kind={kind} id={id} />}
    </details>
  );
}

function Lines({ kind, id }: About) {
  const t = useSay();
  const language = useLanguage();
  const { lines, more, readMore } = useHistory({ kind, id });
  if (!lines) return <p className="small mut">{t("history.reading")}</p>;
  if (lines.length === 0) return <p className="small mut">{t("history.empty")}</p>;
  return (
    <>
      <ol className="history-of">
        {lines.map((line) => (
          <li key={line.seq} className={line.undone ? "undone" : undefined}>
            <div className="small">
              <HistoryWho line={line} />
              <span className="mut">
                {` · ${formatDate(today(new Date(line.at)))} ${formatTime(language, line.at)}`}
              </span>
            </div>
            <div>
              <HistoryWhat line={line} />
            </div>
            <HistoryChanges line={line} />
          </li>
        ))}
      </ol>
      {more && (
        <button type="button" className="link small" onClick={readMore}>
          {t("history.older")}
        </button>
      )}
    </>
  );
}
