/** The history of the whole plan: every change ever made, by day, newest first. */
import type { HistoryLine } from "../../plan/protocol.ts";
import { formatDate, formatNumber, formatTime } from "../../text/numbers.ts";
import { useHistory } from "../hooks/use-history.ts";
import { useLanguage, useSay } from "../hooks/use-say.ts";
import { useView } from "../store.ts";
import { today } from "../today.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { AuthorLine } from "./history-author.tsx";
import { HistoryWhat, HistoryWho } from "./history-line.tsx";

/** Opened by `H` and from the plan's name. It only tells; undo stays where it is. */
export function HistoryDialog() {
  const t = useSay();
  const language = useLanguage();
  const revision = useView((state) => state.plan?.revision ?? 0);
  const { lines, more, readMore } = useHistory(null);
  return (
    <Dialog title={t("history.of-plan")} wide>
      <AuthorLine />
      {!lines && <p className="small mut msg-space">{t("history.reading")}</p>}
      {lines?.length === 0 && <p className="small mut msg-space">{t("history.empty")}</p>}
      {lines && lines.length > 0 && (
        <>
          <p className="small mut history-lead">
            {t("history.lead", { n: formatNumber(language, revision) })}
          </p>
          <section
            className="history-days"
            aria-label={t("history.title")}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: longer than its frame, it is scrolled by keyboard
            tabIndex={0}
            data-testid="history"
          >
            {byDay(lines).map(([day, ofDay]) => (
              <section key={day}>
                <h3>{day === today() ? t("history.today", { date: formatDate(day) }) : formatDate(day)}</h3>
                <ol>
                  {ofDay.map((line) => (
                    <Line key={line.seq} line={line} />
                  ))}
                </ol>
              </section>
            ))}
            {more && (
              <Button small onClick={readMore}>
                {t("history.older")}
              </Button>
            )}
          </section>
        </>
      )}
    </Dialog>
  );
}

function Line({ line }: { readonly line: HistoryLine }) {
  const t = useSay();
  const language = useLanguage();
  return (
    <li className={line.undone ? "undone" : undefined}>
      <time dateTime={line.at}>{formatTime(language, line.at)}</time>
      <span className="who">
        <HistoryWho line={line} />
      </span>
      <span className="what">
        <HistoryWhat line={line} />
      </span>
      <span className="rows" title={t("history.rows.what")}>
        {line.rows > 1 && t("history.rows", { n: formatNumber(language, line.rows) })}
      </span>
    </li>
  );
}

/** Lines that follow one another and are of one day of the reader's. */
function byDay(lines: readonly HistoryLine[]): (readonly [day: string, lines: readonly HistoryLine[]])[] {
  const days: [string, HistoryLine[]][] = [];
  for (const line of lines) {
    const day = today(new Date(line.at));
    const last = days.at(-1);
    if (last?.[0] === day) last[1].push(line);
    else days.push([day, [line]]);
  }
  return days;
}
